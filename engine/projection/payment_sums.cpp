#include "engine/projection/payment_sums.hpp"

namespace disburse {

std::vector<std::size_t> cohort_groups(const Population& population) {
  constexpr std::size_t group_count = 64;
  std::vector<std::size_t> limits{0};
  const auto& cohorts = population.cohorts();
  const std::size_t share = population.members().size() / group_count + 1;
  std::size_t filled = 0;
  for (std::size_t c = 0; c < cohorts.size(); ++c) {
    filled += cohorts[c].size();
    if (filled >= share) {
      limits.push_back(c + 1);
      filled = 0;
    }
  }
  if (limits.back() != cohorts.size()) limits.push_back(cohorts.size());
  return limits;
}

}  // namespace disburse
