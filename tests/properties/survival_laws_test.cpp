// Laws of survival, whatever the table: who is exposed later lives no shorter, and a year of months is the year.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/members/mortality.hpp"

namespace disburse {
namespace {

constexpr std::size_t ages = 111;

double as_share(std::int64_t alive) { return static_cast<double>(alive) / static_cast<double>(certain); }

/// A table of one probability at every age but the last, under a factor of all schemes.
Mortality mortality(const Rate& q, const Rate& factor = Rate(1, 1)) {
  LifeTable table;
  table.name = "made";
  for (auto& rates : table.q) {
    rates.assign(ages, q);
    rates.back() = Rate(1, 1);
  }
  return Mortality(table, {factor, factor, factor});
}

Rate any_probability() { return {*rc::gen::inRange<std::int64_t>(0, 1'001), 1'000}; }

const Horizon three_years{Month(2024, 1), 36};
const Month birth(1960, 5);

std::vector<std::int64_t> survival(const Mortality& dying, Month exposed = three_years.first,
                                   std::int64_t at_first = certain) {
  return dying.survival(Scheme::resident, Sex::female, birth, exposed, three_years, at_first);
}

RC_GTEST_PROP(SurvivalLaws, twelve_months_are_a_year, ()) {
  const Rate q = any_probability();
  const double left = 1.0 - as_share(monthly_probability(q.to_double()));
  RC_ASSERT(std::abs(std::pow(left, 12) - (1.0 - q.to_double())) < 1e-9);
}

RC_GTEST_PROP(SurvivalLaws, of_a_year_the_years_share_is_left, ()) {
  const Rate q = any_probability();
  const std::vector<std::int64_t> alive = survival(mortality(q));
  RC_ASSERT(std::abs(as_share(alive[12]) - (1.0 - q.to_double())) < 1e-9);
  RC_ASSERT(std::abs(as_share(alive[24]) - std::pow(1.0 - q.to_double(), 2)) < 1e-9);
}

RC_GTEST_PROP(SurvivalLaws, who_is_exposed_later_lives_no_shorter, ()) {
  const Mortality dying = mortality(any_probability());
  const int first = *rc::gen::inRange(0, 37);
  const int second = *rc::gen::inRange(first, 37);
  const auto sooner = survival(dying, three_years.first + first);
  const auto later = survival(dying, three_years.first + second);
  for (std::size_t month = 0; month < sooner.size(); ++month) RC_ASSERT(sooner[month] <= later[month]);
  RC_ASSERT(later[static_cast<std::size_t>(second)] == certain);
}

RC_GTEST_PROP(SurvivalLaws, a_higher_factor_leaves_no_more, ()) {
  const Rate q = any_probability();
  const auto low = *rc::gen::inRange<std::int64_t>(0, 2'000);
  const auto high = *rc::gen::inRange<std::int64_t>(low, 4'000);
  const auto more = survival(mortality(q, Rate(low, 1'000)));
  const auto fewer = survival(mortality(q, Rate(high, 1'000)));
  for (std::size_t month = 0; month < more.size(); ++month) RC_ASSERT(fewer[month] <= more[month]);
}

RC_GTEST_PROP(SurvivalLaws, of_a_part_that_is_alive_that_part_is_left, ()) {
  const Mortality dying = mortality(any_probability());
  const auto whole = survival(dying);
  const auto half = survival(dying, three_years.first, certain / 2);
  for (std::size_t month = 0; month < whole.size(); ++month)
    RC_ASSERT(std::abs(as_share(whole[month]) / 2 - as_share(half[month])) < 1e-9);
}

RC_GTEST_PROP(SurvivalLaws, a_month_takes_its_share_of_whoever_is_there, ()) {
  const auto alive = *rc::gen::inRange<std::int64_t>(0, certain + 1);
  const auto dying = *rc::gen::inRange<std::int64_t>(0, certain + 1);
  const std::int64_t left = survivors(alive, dying);
  RC_ASSERT(left >= 0 && left <= alive);
  RC_ASSERT(std::abs(as_share(left) - as_share(alive) * (1.0 - as_share(dying))) < 1e-9);
  RC_ASSERT(survivors(alive, 0) == alive);
  RC_ASSERT(survivors(alive, certain) == 0);
}

}  // namespace
}  // namespace disburse
