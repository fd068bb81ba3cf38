#pragma once
// Goal seek (目标求解): the value of one number at which an amount meets a target.
#include <cstdint>
#include <functional>

#include "engine/base/money.hpp"

namespace disburse {

/// What was found. Values are counted in the parameter's smallest step.
struct Solution {
  bool found = false;
  std::int64_t value = 0;  ///< the amount there does not exceed the target
  Money amount;            ///< at `value`
  Money beyond;            ///< one step further, where it does; equal to `amount` at an end of the range
  std::int64_t low = 0, high = 0;
  Money at_low, at_high;
  int evaluations = 0;
};

/// The value in [low, high] whose amount comes nearest to `target` from below, for an amount that rises or falls
/// throughout. The range is bracketed by the TOMS 748 method (Alefeld, Potra and Shi 1995) until two neighbouring
/// values lie on either side. Not found where both ends lie on one side; the amounts of both ends tell.
Solution solve(const std::function<Money(std::int64_t)>& amount, Money target, std::int64_t low, std::int64_t high);

}  // namespace disburse
