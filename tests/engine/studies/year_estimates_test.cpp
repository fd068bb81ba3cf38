// What was paid of a year and what is still to come. Made-up figures.
#include "engine/studies/year_estimates.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

constexpr int year = 2024;

/// Members counted at the end of June: what rests on their pensions is projected from July on. 100 yuan a month were
/// paid from January to August, as projected in July and August: 800 locked and 400 to come, nothing of it late or
/// early.
TEST(YearEstimates, what_was_paid_before_a_programme_is_projected_is_locked_and_tells_nothing) {
  std::vector<ProjectedMonth> projected;
  for (int month = 1; month <= 12; ++month)
    projected.push_back({Month(year, month), month < 7 ? Money{} : Money::yuan(100), month < 7 ? 0.0 : 2.0});
  Actuals actuals;
  actuals.last = Month(year, 8);
  actuals.programmes.emplace_back();
  for (int month = 1; month <= 8; ++month) actuals.programmes[0].push_back({Month(year, month), Money::yuan(100), 2.0});
  std::vector<ProgrammeDefinition> programmes(1);
  const YearEstimate estimate = estimates({projected}, actuals, programmes, {Month(year, 7)}).front();
  EXPECT_EQ(estimate.locked, Money::yuan(800));
  EXPECT_EQ(estimate.remaining, Money::yuan(400));
  EXPECT_EQ(estimate.variance.sum(), Money{});
  EXPECT_EQ(estimate.months, std::vector<Money>(12, Money::yuan(100)));
}

TEST(YearEstimates, of_which_nothing_is_known_lock_nothing) {
  const std::vector<ProjectedMonth> projected(1, {Month(year, 1), Money::yuan(100), 2.0});
  Actuals actuals;
  actuals.last = Month(year, 1);
  actuals.programmes.emplace_back();
  const YearEstimate estimate =
      estimates({projected}, actuals, std::vector<ProgrammeDefinition>(1), {Month(year, 1)}).front();
  EXPECT_EQ(estimate.locked, Money{});
  EXPECT_EQ(estimate.remaining, Money::yuan(100));
}

TEST(YearEstimates, payments_as_projected_end_with_the_last_month_paid) {
  const std::vector<ProjectedMonth> months{{Month(year, 1), Money::yuan(1), 1.0},
                                           {Month(year, 2), Money::yuan(2), 1.0}};
  ASSERT_EQ(as_projected(months, Month(year, 1)).size(), 1U);
  EXPECT_EQ(as_projected(months, Month(year, 1)).front().amount, Money::yuan(1));
}

}  // namespace
}  // namespace disburse
