#pragma once
// Every n-th member of the city with what replicates are made from, and the sample statistics that tests hold them to.
#include <cstdint>
#include <vector>

#include "engine/members/population.hpp"
#include "engine/replicates/moments.hpp"
#include "support/city.hpp"

namespace disburse {

inline constexpr std::uint64_t seed = 20240101;

/// A session, the ensemble made from every n-th member, and what belongs to it.
struct Small {
  Session session;
  Population population;
  SurvivalPaths survival;
  Measures measures;
  Ensemble ensemble;

  using Change = void (*)(Roster&);
  static Roster changed(Roster members, Change change) {
    change(members);
    return members;
  }
  Small(
      Session opened, std::size_t n, Change change = [](Roster&) {})
      : session(std::move(opened)),
        population(changed(thinned(session.roster, n), change), session.scenario.horizon),
        survival(survival_paths(population, *session.mortality)),
        measures(session.programmes, session.budget, session.scenario.horizon),
        ensemble(population, session.programmes, survival, measures, 1) {}
};

inline Session session_over(const std::string& horizon) {
  InputOptions options;
  options.horizon = {horizon, "--horizon"};
  return open_session(options);
}

inline const Small& one_year() {
  static const Small small(session_over("2024-01..2024-12"), 23);
  return small;
}

inline const Small& five_years() {
  static const Small small(session_over("2024-01..2028-12"), 97);
  return small;
}

struct Sample {
  double mean, variance;
};

inline Sample sample_of(const std::vector<std::int64_t>& values) {
  const auto n = static_cast<double>(values.size());
  double sum = 0.0;
  for (const std::int64_t value : values) sum += static_cast<double>(value);
  const double mean = sum / n;
  double squares = 0.0;
  for (const std::int64_t value : values)
    squares += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean);
  return {mean, squares / (n - 1.0)};
}

}  // namespace disburse
