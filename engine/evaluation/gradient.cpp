#include "engine/evaluation/gradient.hpp"
#include "engine/session/mortality_months.hpp"

#include <algorithm>

#include "models/outlook.hpp"
#include "scenarios/rosters/roster_means.hpp"

namespace disburse {
namespace {

bool is_number(const Parameter& parameter) {
  if (parameter.values.empty()) return false;
  const Value& value = parameter.values.front().value;
  return std::holds_alternative<Money>(value) || std::holds_alternative<Rate>(value);
}

/// How the amounts of synthesized members follow their stated means; those of a file follow nothing.
std::vector<Stretch> stretches_of(const LoadedData& data, const SmoothLaw& law) {
  std::vector<Stretch> stretches;
  if (data.roster || data.file) return stretches;
  for (const StatedMean& stated : stated_means) {
    const Money least = data.recipe.distribution(stated.distribution).minimum;
    const Dual above = law.money(std::string("roster.") + stated.parameter, data.recipe.year().first) - Dual(least);
    if (above.value() > 0.0)
      stretches.push_back({stated.scheme, stated.column, least, above * (Dual(1, 1) / Dual::number(above.value())),
                           static_cast<Stretch::Whose>(stated.whose)});
  }
  return stretches;
}

SmoothLedger pass(const LoadedData& data, const Scenario& scenario, const SmoothLaw& law, const Population& population,
                  int threads) {
  SmoothMembers members(population.members(), stretches_of(data, law));
  smooth_outlook(members, law, scenario.horizon.end() - 1);
  ProgrammeSetOf<Smooth> programmes;
  for (const ProgrammeDefinition& definition : data.law.programmes) {
    programmes.push_back(programme_of(definition, law, data.budget, scenario, population.members().as_of));
  }
  const auto mortality =
      mortality_of(law, data.law.life_tables, mortality_months(scenario.horizon, population.members().as_of));
  return project(population, members, programmes, *mortality, threads, irregularities(law, scenario.horizon));
}

}  // namespace

Gradient::Gradient(const LoadedData& data, const Scenario& scenario, const ParameterTree& law,
                   const Population& population, const std::vector<std::string>& paths, int threads) {
  std::vector<std::string> numbers;
  for (const std::string& path : paths) {
    if (is_number(*law.find(path))) numbers.push_back(path);
  }
  for (std::size_t begin = 0; begin == 0 || begin < numbers.size(); begin += Dual::lanes) {
    const std::size_t end = std::min(numbers.size(), begin + Dual::lanes);
    const std::vector<std::string> directions(numbers.begin() + static_cast<std::ptrdiff_t>(begin),
                                              numbers.begin() + static_cast<std::ptrdiff_t>(end));
    const SmoothLaw smooth(law, directions);
    const SmoothLedger ledger = pass(data, scenario, smooth, population, threads);
    for (const auto& [key, sum] : ledger.cells()) {
      Cell& cell = cells_[key];
      cell.fen = sum.value();
      for (std::size_t lane = 0; lane < directions.size(); ++lane) cell.slopes[directions[lane]] = sum.slope(lane);
    }
    for (std::size_t lane = 0; lane < directions.size(); ++lane) reached_[directions[lane]] = smooth.reached(lane);
  }
}

template <class Get>
double Gradient::sum(const std::string& line, int year, std::optional<std::size_t> programme, const Get& get) const {
  double total = 0.0;
  for (const auto& [key, cell] : cells_) {
    if (key.year != year || (!line.empty() && key.line != line) || (programme && key.programme != *programme)) continue;
    total += get(cell);
  }
  return total;
}

double Gradient::fen(const std::string& line, int year, std::optional<std::size_t> programme) const {
  return sum(line, year, programme, [](const Cell& cell) { return cell.fen; });
}

std::optional<double> Gradient::slope(const std::string& path, const std::string& line, int year,
                                      std::optional<std::size_t> programme) const {
  const auto found = reached_.find(path);
  if (found == reached_.end() || !found->second) return std::nullopt;
  return sum(line, year, programme, [&](const Cell& cell) { return cell.slopes.at(path); });
}

}  // namespace disburse
