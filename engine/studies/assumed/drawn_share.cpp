#include "engine/studies/assumed/drawn_share.hpp"

#include <algorithm>

namespace disburse {

double share_above(const std::vector<double>& sorted, Money budget) {
  constexpr double rounding = 100.0;
  const auto fit = std::upper_bound(sorted.begin(), sorted.end(), static_cast<double>(budget.fen()) + rounding);
  return static_cast<double>(sorted.end() - fit) / static_cast<double>(sorted.size());
}

}  // namespace disburse
