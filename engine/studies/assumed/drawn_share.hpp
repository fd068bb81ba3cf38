#pragma once
// The chance of overspending among draws of what is assumed, counted in one way wherever it is told.
#include <cstddef>
#include <vector>

#include "engine/base/money.hpp"

namespace disburse {

/// How many draws are made where what each assumption does alone is known, so that one more costs nothing.
inline constexpr std::size_t draws_of_effects = 4096;

/// The share of `sorted` amounts (fen, rising) that are above the budget by more than a yuan: projections are rounded
/// to the fen month by month, so that what differs by less is kept.
double share_above(const std::vector<double>& sorted, Money budget);

}  // namespace disburse
