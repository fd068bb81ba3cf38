#pragma once
// Individual accounts (个人账户): what is paid in, credited with interest, drawn and inherited.
#include <algorithm>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/money.hpp"
#include "engine/parameters.hpp"

namespace disburse {

/// The account of an employee whose contribution base is always `index` times the average wage of the year before:
/// the assumption for members of whom no balance is on record. In year y, with the months paid of it,
///   B(y) = B(y - 1) (1 + interest(y)) + months x average wage(y) x individual rate,
/// and in the year that is not over B(y - 1) has earned its twelfths so far. Tables of B at index 1, each step to the
/// fen; the index multiplies once.
class AccountSeries {
 public:
  /// Covers months from the reform to `last`.
  AccountSeries(const ParameterTree& law, Month last);
  /// Balance at the end of `month`, paid in from `joined` on or from the reform, whichever is later.
  Money balance(Month joined, Month month, const Rate& index) const {
    const Month from = std::max(joined, reform_);
    if (month < from) return {};
    return at_index_1_[static_cast<std::size_t>(from - reform_)][static_cast<std::size_t>(month - from)].times(
        index, Rounding::half_up);
  }

 private:
  Month reform_;
  std::vector<std::vector<Money>> at_index_1_;  // by first month paid in, then by month
};

/// The contribution index of a base: base / average wage, four decimals, within the floor and the cap of the base.
Rate contribution_index(const ParameterTree& law, Money base, Month month);

/// What `years` yearly payments of one yuan have grown to, the last of them just made: 1 + (1 + i) + ... as the
/// residents' account is credited at the end of each year. `years` >= 0.
Rate grown_payments(const Rate& interest, int years);

/// What is left of an account of `whole` that pays `monthly`, after `drawn` months; never negative. An account that
/// pays for `divisor` months holds monthly x divisor.
inline Money rest_of_account(Money whole, Money monthly, int drawn) {
  return std::max(Money{}, whole - monthly * std::max(0, drawn));
}

}  // namespace disburse
