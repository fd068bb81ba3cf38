#include "engine/app/ranges.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

#include "engine/app/evaluator.hpp"
#include "engine/parallel.hpp"

namespace disburse {
namespace {

/// Largest loss and gain of each programme, fen, that one assumption causes.
struct Effect {
  std::vector<double> down, up;
};

std::vector<std::string> uncertain_paths(const ParameterTree& law) {
  std::vector<std::string> paths;
  for (const auto& [path, parameter] : law.all()) {
    if (parameter.uncertainty) paths.push_back(path);
  }
  return paths;
}

Effect effect_of(Evaluator& evaluator, const std::string& path, int year) {
  const Evaluation base = evaluator.evaluate({});
  const Parameter& parameter = *evaluator.law().find(path);
  Effect effect{std::vector<double>(base.ledgers.size()), std::vector<double>(base.ledgers.size())};
  for (const Value& value : {parameter.uncertainty->low, parameter.uncertainty->high}) {
    const Evaluation changed =
        evaluator.evaluate({{path, value_text(value), "uncertain", "uncertain", parameter.place}});
    for (std::size_t p = 0; p < base.ledgers.size(); ++p) {
      const Money difference = changed.programme_total(p, year) - base.programme_total(p, year);
      effect.down[p] = std::min(effect.down[p], static_cast<double>(difference.fen()));
      effect.up[p] = std::max(effect.up[p], static_cast<double>(difference.fen()));
    }
  }
  return effect;
}

Money root(double squares) { return Money::fen(std::llround(std::sqrt(squares))); }

}  // namespace

std::vector<ProjectSpread> spreads(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int year,
                                   int threads) {
  const std::vector<std::string> paths = uncertain_paths(Evaluator(data, scenario).law());
  std::vector<Effect> effects(paths.size());
  const unsigned int most = threads > 0 ? static_cast<unsigned int>(threads) : std::thread::hardware_concurrency();
  const std::size_t workers = std::min<std::size_t>(paths.size(), std::max(1U, most));
  for_blocks(workers, threads, [&](std::size_t worker) {
    Evaluator own(data, scenario);  // one object is for one thread
    for (std::size_t i = worker; i < paths.size(); i += workers) effects[i] = effect_of(own, paths[i], year);
  });
  std::vector<double> down(data->law.programmes.size());
  std::vector<double> up(down.size());
  for (const Effect& effect : effects) {
    for (std::size_t p = 0; p < down.size(); ++p) {
      down[p] += effect.down[p] * effect.down[p];
      up[p] += effect.up[p] * effect.up[p];
    }
  }
  std::vector<ProjectSpread> result;
  for (std::size_t p = 0; p < down.size(); ++p) result.push_back({root(down[p]), root(up[p])});
  return result;
}

}  // namespace disburse
