#include "engine/evaluation/evaluator_pool.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

#include "engine/base/parallel.hpp"

namespace disburse {
namespace {

/// Points in an order in which those with the same members stand together: members are what takes longest to make.
std::vector<std::size_t> by_members(const std::vector<Input>& inputs, const std::vector<std::vector<double>>& points) {
  std::vector<std::size_t> makers;
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    const std::vector<Override> changes = inputs[k].changes(inputs[k].ends().front());
    if (std::any_of(changes.begin(), changes.end(), [](const Override& change) {
          return change.path.starts_with("roster.") || change.path.starts_with("counts.");
        }))
      makers.push_back(k);
  }
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  constexpr double base_first = -std::numeric_limits<double>::infinity();
  const auto key = [&](std::size_t i, std::size_t k) { return std::isnan(points[i][k]) ? base_first : points[i][k]; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    for (const std::size_t k : makers) {
      if (key(a, k) != key(b, k)) return key(a, k) < key(b, k);
    }
    return false;
  });
  return order;
}

}  // namespace

EvaluatorPool::EvaluatorPool(std::shared_ptr<const LoadedData> data, Scenario scenario, int threads)
    : threads_(threads) {
  const unsigned int most = threads > 0 ? static_cast<unsigned int>(threads) : std::thread::hardware_concurrency();
  for (unsigned int t = 0; t < std::max(1U, most); ++t)
    evaluators_.push_back(std::make_unique<Evaluator>(data, scenario));
}

std::vector<Evaluation> EvaluatorPool::evaluate(const std::vector<Input>& inputs,
                                                const std::vector<std::vector<double>>& points, Progress* progress) {
  std::vector<Evaluation> results(points.size());
  const std::vector<std::size_t> order = by_members(inputs, points);
  // Runs of few points each, so that nobody waits for a thread that got the slow ones.
  constexpr std::size_t run = 4;
  std::atomic<std::size_t> next{0};
  const std::size_t workers = std::min(evaluators_.size(), (points.size() + run - 1) / run);
  for_blocks(workers, threads_, [&](std::size_t worker) {
    for (std::size_t begin = next.fetch_add(run); begin < points.size(); begin = next.fetch_add(run)) {
      for (std::size_t k = begin; k < std::min(points.size(), begin + run); ++k) {
        throw_if_stopped();
        results[order[k]] = evaluators_[worker]->evaluate(changes_at(inputs, points[order[k]]));
        if (progress != nullptr) progress->add(1);
      }
    }
  });
  projections_ += points.size();
  return results;
}

}  // namespace disburse
