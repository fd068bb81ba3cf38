#include "models/account.hpp"

#include <algorithm>
#include <array>

#include "engine/base/error.hpp"
#include "engine/base/growth.hpp"

namespace disburse {

namespace {

template <class N>
struct AccountYear {
  typename N::Money monthly;               ///< paid in a month at index 1
  std::array<typename N::Rate, 12> grown;  ///< what one yuan of last year's balance is worth at the end of each month
};

template <class N>
std::vector<AccountYear<N>> account_years(const typename N::Law& law, Month reform, Month last) {
  using Rate = typename N::Rate;
  std::vector<AccountYear<N>> years;
  for (int y = reform.year(); y <= last.year(); ++y) {
    const Month month = std::max(Month(y, 1), reform);
    const Rate share = law.rate("contribution.civil_service_individual", month);
    const Rate interest = law.rate("account.interest", month);
    AccountYear<N>& year = years.emplace_back();
    year.monthly = law.money("contribution.average_wage", month).times(share, Rounding::half_up);
    for (int m = 1; m <= 12; ++m) year.grown[static_cast<std::size_t>(m) - 1] = Rate(1, 1) + interest * Rate(m, 12);
  }
  return years;
}

/// Balances at the end of each month from `from` to `last`.
template <class N>
std::vector<typename N::Money> balances(const std::vector<AccountYear<N>>& years, Month reform, Month from,
                                        Month last) {
  using Money = typename N::Money;
  std::vector<Money> result;
  Money before;     // at the end of last year
  Money this_year;  // paid in since
  for (Month month = from; month <= last; ++month) {
    const AccountYear<N>& year = years[static_cast<std::size_t>(month.year() - reform.year())];
    this_year += year.monthly;
    const auto& grown = year.grown[static_cast<std::size_t>(month.month()) - 1];
    result.push_back(before.times(grown, Rounding::half_up) + this_year);
    if (month.month() != 12) continue;
    before = result.back();
    this_year = {};
  }
  return result;
}

}  // namespace

template <class N>
AccountSeriesOf<N>::AccountSeriesOf(const typename N::Law& law, Month last)
    : reform_(law.month_value("award.reform_first", last)) {
  const std::vector<AccountYear<N>> years = account_years<N>(law, reform_, last);
  for (Month from = reform_; from <= last; ++from) at_index_1_.push_back(balances(years, reform_, from, last));
}

template class AccountSeriesOf<Exact>;
template class AccountSeriesOf<Smooth>;

Rate contribution_index(const IndexTermsOf<Exact>& terms, Money base) {
  constexpr std::int64_t fineness = 100 * 100;  // the official sheet has four decimals
  const Money insured = std::clamp(base, terms.floor, terms.cap);
  return {rounded_quotient(Int128{insured.fen()} * fineness, terms.average.fen(), Rounding::half_up), fineness};
}

Dual contribution_index(const IndexTermsOf<Smooth>& terms, const Dual& base) {
  return std::clamp(base, terms.floor, terms.cap) / terms.average;
}

}  // namespace disburse
