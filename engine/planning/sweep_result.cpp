#include "engine/planning/sweep_result.hpp"

namespace disburse {

Money total_of(const SweepResult& result, const std::vector<Money>& amounts, int year) {
  Money sum;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (result.lines[i].year == year) sum += amounts[i];
  }
  return sum;
}

std::vector<int> years_of(const SweepResult& result) {
  std::vector<int> years;
  for (const SweptLine& line : result.lines) {
    if (years.empty() || years.back() != line.year) years.push_back(line.year);
  }
  return years;
}

}  // namespace disburse
