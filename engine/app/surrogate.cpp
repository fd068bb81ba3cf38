#include "engine/app/surrogate.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <thread>

#include "engine/assumption_draw.hpp"
#include "engine/parallel.hpp"

namespace disburse {
namespace {

constexpr double outermost = 1e-4;     // probability beyond which a value is not followed
constexpr double close_enough = 1e-6;  // of the output
constexpr std::size_t sampled = 50;
constexpr std::size_t most_inputs = 3;  // of one programme
constexpr int places = 9;

std::size_t nodes_for(std::size_t dimensions) {
  constexpr std::size_t one = 13, two = 9, three = 7;
  return dimensions == 1 ? one : dimensions == 2 ? two : three;
}

/// Points in an order in which those with the same members stand together: members are what takes longest to make.
std::vector<std::size_t> by_roster(const std::vector<Input>& inputs, const std::vector<std::vector<double>>& values) {
  std::vector<std::size_t> makers;
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    if (inputs[k].path.starts_with("roster.") || inputs[k].path.starts_with("counts.")) makers.push_back(k);
  }
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  constexpr double base_first = -std::numeric_limits<double>::infinity();
  const auto key = [&](std::size_t i, std::size_t k) { return std::isnan(values[i][k]) ? base_first : values[i][k]; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    for (const std::size_t k : makers) {
      if (key(a, k) != key(b, k)) return key(a, k) < key(b, k);
    }
    return false;
  });
  return order;
}

}  // namespace

Money Output::part(const Evaluation& evaluation, std::size_t at) const {
  if (programme && *programme != at) return {};
  Money sum;
  for (const LedgerCell& cell : *evaluation.ledgers[at]) {
    if (cell.key.line.empty() || cell.key.paid.year() != year) continue;
    if (line.empty() || cell.key.line == line) sum += cell.amount;
  }
  return sum;
}

Money Output::of(const Evaluation& evaluation) const {
  Money sum;
  for (std::size_t p = 0; p < evaluation.ledgers.size(); ++p) sum += part(evaluation, p);
  return sum;
}

std::optional<Month> Output::exhausts(const Evaluation& evaluation, Money budget) const {
  constexpr int months = 12;
  constexpr Money rounding = Money::fen(100);
  std::vector<Money> paid(months);
  for (std::size_t p = 0; p < evaluation.ledgers.size(); ++p) {
    if (programme && *programme != p) continue;
    for (const LedgerCell& cell : *evaluation.ledgers[p]) {
      if (cell.key.line.empty() || cell.key.paid.year() != year) continue;
      if (line.empty() || cell.key.line == line)
        paid[static_cast<std::size_t>(cell.key.paid.month() - 1)] += cell.amount;
    }
  }
  Money sum;
  for (int t = 0; t < months; ++t) {
    sum += paid[static_cast<std::size_t>(t)];
    if (sum > budget + rounding) return Month(year, t + 1);
  }
  return std::nullopt;
}

bool Input::money() const {
  return unit == Unit::yuan || unit == Unit::yuan_per_month || unit == Unit::yuan_per_year ||
         unit == Unit::yuan_per_payment;
}

double Input::value(double u) const {
  const double inner = std::clamp(u, outermost, 1.0 - outermost);
  return rounded(std::clamp(quantile_of(distribution, low, base, high, inner), least, most));
}

double Input::rounded(double number) const { return std::strtod(number_text(unit, number, places).c_str(), nullptr); }

Override Input::change(double number) const {
  return {path, number_text(unit, number, places), "a point of a study", "study", place};
}

std::vector<Override> changes_at(const std::vector<Input>& inputs, const std::vector<double>& values) {
  std::vector<Override> changes;
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    if (!std::isnan(values[k])) changes.push_back(inputs[k].change(values[k]));
  }
  return changes;
}

std::vector<Evaluation> evaluate_points(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                                        const std::vector<Input>& inputs,
                                        const std::vector<std::vector<double>>& values, int threads) {
  std::vector<Evaluation> results(values.size());
  const std::vector<std::size_t> order = by_roster(inputs, values);
  const unsigned int most = threads > 0 ? static_cast<unsigned int>(threads) : std::thread::hardware_concurrency();
  const std::size_t workers = std::min<std::size_t>(values.size(), std::max(1U, most));
  for_blocks(workers, threads, [&](std::size_t worker) {
    Evaluator own(data, scenario);  // one object is for one thread
    const std::size_t end = values.size() * (worker + 1) / workers;
    for (std::size_t k = values.size() * worker / workers; k < end; ++k) {
      throw_if_stopped();
      const std::size_t i = order[k];
      results[i] = own.evaluate(changes_at(inputs, values[i]));
    }
  });
  return results;
}

Surrogate::Surrogate(std::shared_ptr<const LoadedData> data, Scenario scenario, std::vector<Input> inputs,
                     Output output, int threads)
    : data_(std::move(data)),
      scenario_(std::move(scenario)),
      inputs_(std::move(inputs)),
      output_(std::move(output)),
      threads_(threads) {
  if (build()) check();
}

std::vector<double> Surrogate::values_of(const std::vector<double>& point) const {
  std::vector<double> values;
  for (std::size_t k = 0; k < inputs_.size(); ++k) values.push_back(inputs_[k].value(point[k]));
  return values;
}

/// Values that are not a number leave an input at its base.
bool Surrogate::build() {
  const double base = std::nan("");
  std::vector<std::vector<double>> ends{std::vector<double>(inputs_.size(), base)};
  for (std::size_t k = 0; k < inputs_.size(); ++k) {
    for (const double u : {0.0, 1.0}) {
      ends.emplace_back(inputs_.size(), base);
      ends.back()[k] = inputs_[k].value(u);
    }
  }
  const std::vector<Evaluation> known = evaluate_points(data_, scenario_, inputs_, ends, threads_);
  full_runs_ += known.size();
  const std::size_t programmes = known.front().ledgers.size();
  pieces_.assign(programmes, {});
  for (std::size_t p = 0; p < programmes; ++p) {
    Piece& piece = pieces_[p];
    piece.constant = static_cast<double>(output_.part(known.front(), p).fen());
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      const bool moves = output_.part(known[1 + 2 * k], p) != output_.part(known.front(), p) ||
                         output_.part(known[2 + 2 * k], p) != output_.part(known.front(), p);
      if (moves) piece.inputs.push_back(k);
      if (moves && inputs_[k].whole()) return false;
    }
    if (piece.inputs.size() > most_inputs) return false;
  }
  // Programmes with the same inputs share their projections.
  std::vector<std::vector<std::size_t>> done;
  for (std::size_t p = 0; p < programmes; ++p) {
    const std::vector<std::size_t>& own = pieces_[p].inputs;
    if (own.empty() || std::find(done.begin(), done.end(), own) != done.end()) continue;
    done.push_back(own);
    std::vector<std::vector<double>> nodes;
    for (const std::size_t k : own) {
      nodes.push_back(chebyshev_nodes(inputs_[k].value(0.0), inputs_[k].value(1.0), nodes_for(own.size())));
      for (double& node : nodes.back()) node = inputs_[k].rounded(node);
    }
    std::size_t size = 1;
    for (const auto& one : nodes) size *= one.size();
    std::vector<std::vector<double>> grid(size, std::vector<double>(inputs_.size(), base));
    for (std::size_t i = 0; i < size; ++i) {
      std::size_t rest = i;
      for (std::size_t d = own.size(); d-- > 0;) {
        grid[i][own[d]] = nodes[d][rest % nodes[d].size()];
        rest /= nodes[d].size();
      }
    }
    const std::vector<Evaluation> values = evaluate_points(data_, scenario_, inputs_, grid, threads_);
    full_runs_ += values.size();
    for (std::size_t q = p; q < programmes; ++q) {
      if (pieces_[q].inputs != own) continue;
      std::vector<double> amounts;
      for (const Evaluation& value : values) amounts.push_back(static_cast<double>(output_.part(value, q).fen()));
      pieces_[q].tensor.emplace(nodes, std::move(amounts));
    }
  }
  return true;
}

double Surrogate::interpolated(const std::vector<double>& values) const {
  double sum = 0.0;
  std::vector<double> own;
  for (const Piece& piece : pieces_) {
    if (!piece.tensor) {
      sum += piece.constant;
      continue;
    }
    own.clear();
    for (const std::size_t k : piece.inputs) own.push_back(values[k]);
    sum += piece.tensor->at(own);
  }
  return sum;
}

Batch Surrogate::projected(const std::vector<std::vector<double>>& values) {
  Batch batch;
  for (const Evaluation& one : evaluate_points(data_, scenario_, inputs_, values, threads_))
    batch.push_back(static_cast<double>(output_.of(one).fen()));
  full_runs_ += values.size();
  return batch;
}

void Surrogate::check() {
  constexpr std::size_t enough = 64;  // a power of two, of which the first ones are taken
  Points points = sobol_points(enough, inputs_.size(), scenario_.seed ^ 1U);
  points.resize(sampled);
  std::vector<std::vector<double>> values;
  for (const std::vector<double>& point : points) values.push_back(values_of(point));
  const Batch truth = projected(values);
  double widest = 0.0;
  for (std::size_t i = 0; i < truth.size(); ++i)
    widest = std::max(widest, std::abs(interpolated(values[i]) - truth[i]) / std::max(1.0, std::abs(truth[i])));
  if (widest <= close_enough) error_ = widest;
}

Batch Surrogate::operator()(const Points& points) {
  std::vector<std::vector<double>> values;
  for (const std::vector<double>& point : points) values.push_back(values_of(point));
  if (!error_) return projected(values);
  Batch batch;
  for (const std::vector<double>& one : values) batch.push_back(interpolated(one));
  return batch;
}

}  // namespace disburse
