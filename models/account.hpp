#pragma once
// Individual accounts (个人账户): what is paid in, credited with interest, drawn and inherited.
#include <algorithm>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/growth.hpp"
#include "engine/base/money.hpp"
#include "engine/base/numbers.hpp"
#include "engine/derivatives/smooth_law.hpp"
#include "engine/law/parameters.hpp"

namespace disburse {

/// The account of an employee whose contribution base is always `index` times the average wage of the year before:
/// the assumption for members of whom no balance is on record. In year y, with the months paid of it,
///   B(y) = B(y - 1) (1 + interest(y)) + months x average wage(y) x individual rate,
/// and in the year that is not over B(y - 1) has earned its twelfths so far. Tables of B at index 1, each step to the
/// fen; the index multiplies once.
template <class N>
class AccountSeriesOf {
 public:
  using Money = typename N::Money;
  using Rate = typename N::Rate;
  /// Covers months from the reform to `last`.
  AccountSeriesOf(const typename N::Law& law, Month last);
  /// Balance at the end of `month`, paid in from `joined` on or from the reform, whichever is later; the product
  /// with the index is rounded.
  Money balance(Month joined, Month month, const Rate& index, Rounding rounding = Rounding::half_up) const {
    const Month from = std::max(joined, reform_);
    if (month < from) return {};
    return at_index_1_[static_cast<std::size_t>(from - reform_)][static_cast<std::size_t>(month - from)].times(
        index, rounding);
  }

 private:
  Month reform_;
  std::vector<std::vector<Money>> at_index_1_;  // by first month paid in, then by month
};
using AccountSeries = AccountSeriesOf<Exact>;

/// What a contribution index is of: the average wage, and the floor and the cap of the base.
template <class N>
struct IndexTermsOf {
  typename N::Money floor, cap, average;
};
template <class N>
IndexTermsOf<N> index_terms(const typename N::Law& law, Month month) {
  return {law.money("contribution.base_floor", month), law.money("contribution.base_cap", month),
          law.money("contribution.average_wage", month)};
}

/// The contribution index of a base: base / average wage, four decimals, within the floor and the cap of the base.
Rate contribution_index(const IndexTermsOf<Exact>& terms, Money base);
Dual contribution_index(const IndexTermsOf<Smooth>& terms, const Dual& base);

/// What `years` yearly payments of one yuan have grown to, the last of them just made: 1 + (1 + i) + ... as the
/// residents' account is credited at the end of each year. `years` >= 0.
template <class Rate>
Rate grown_payments(const Rate& interest, int years) {
  Rate sum(0, 1);
  for (int i = 0; i < years; ++i) sum = product(sum, Rate(1, 1) + interest) + Rate(1, 1);
  return sum;
}

/// What is left of an account of `whole` that pays `monthly`, after `drawn` months; never negative. An account that
/// pays for `divisor` months holds monthly x divisor.
template <class Money>
Money rest_of_account(const Money& whole, const Money& monthly, int drawn) {
  return std::max(Money{}, whole - monthly * std::max(0, drawn));
}

}  // namespace disburse
