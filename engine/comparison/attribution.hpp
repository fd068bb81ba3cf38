#pragma once
// Which change did how much (归因): exact Shapley values and ordered waterfalls over a set of changes, in whole fen.
#include <cstdint>
#include <functional>
#include <vector>

#include "engine/base/money.hpp"

namespace disburse {

/// The amount when exactly the changes in `subset` are made; bit i stands for change i.
using SubsetValue = std::function<Money(std::uint32_t subset)>;

inline constexpr int most_players = 12;

/// phi_i = sum over subsets S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S)), Shapley 1953; exact in 128 bits
/// and rounded so that the parts sum to v(all) - v(none): what rounding down leaves over goes to the largest
/// remainders. `value` is asked once for each of the 2^n subsets. 1 <= n <= most_players, else ProgramFault.
std::vector<Money> shapley(int n, const SubsetValue& value);

/// v(first i + 1) - v(first i): one change after the other in their order.
std::vector<Money> waterfall(int n, const SubsetValue& value);

}  // namespace disburse
