#include "models/account.hpp"

#include <algorithm>
#include <array>

#include "engine/error.hpp"
#include "engine/growth.hpp"

namespace disburse {

namespace {

struct AccountYear {
  Money monthly;               ///< paid in a month at index 1
  std::array<Rate, 12> grown;  ///< what one yuan of last year's balance is worth at the end of each month
};

std::vector<AccountYear> account_years(const ParameterTree& law, Month reform, Month last) {
  std::vector<AccountYear> years;
  for (int y = reform.year(); y <= last.year(); ++y) {
    const Month month = std::max(Month(y, 1), reform);
    const Rate share = law.rate("contribution.civil_service_individual", month);
    const Rate interest = law.rate("account.interest", month);
    AccountYear& year = years.emplace_back();
    year.monthly = law.money("contribution.average_wage", month).times(share, Rounding::half_up);
    for (int m = 1; m <= 12; ++m) year.grown[static_cast<std::size_t>(m) - 1] = Rate(1, 1) + interest * Rate(m, 12);
  }
  return years;
}

/// Balances at the end of each month from `from` to `last`.
std::vector<Money> balances(const std::vector<AccountYear>& years, Month reform, Month from, Month last) {
  std::vector<Money> result;
  Money before;     // at the end of last year
  Money this_year;  // paid in since
  for (Month month = from; month <= last; ++month) {
    const AccountYear& year = years[static_cast<std::size_t>(month.year() - reform.year())];
    this_year += year.monthly;
    const Rate& grown = year.grown[static_cast<std::size_t>(month.month()) - 1];
    result.push_back(before.times(grown, Rounding::half_up) + this_year);
    if (month.month() != 12) continue;
    before = result.back();
    this_year = {};
  }
  return result;
}

}  // namespace

AccountSeries::AccountSeries(const ParameterTree& law, Month last)
    : reform_(law.month_value("award.reform_first", last)) {
  const std::vector<AccountYear> years = account_years(law, reform_, last);
  for (Month from = reform_; from <= last; ++from) at_index_1_.push_back(balances(years, reform_, from, last));
}

Rate contribution_index(const ParameterTree& law, Money base, Month month) {
  constexpr std::int64_t fineness = 100 * 100;  // the official sheet has four decimals
  const Money insured =
      std::clamp(base, law.money("contribution.base_floor", month), law.money("contribution.base_cap", month));
  const Money average = law.money("contribution.average_wage", month);
  return {rounded_quotient(Int128{insured.fen()} * fineness, average.fen(), Rounding::half_up), fineness};
}

Rate grown_payments(const Rate& interest, int years) {
  Rate sum(0, 1);
  for (int i = 0; i < years; ++i) sum = product(sum, Rate(1, 1) + interest) + Rate(1, 1);
  return sum;
}

}  // namespace disburse
