// The chance of overspending, and that the band and the study of one run tell the same.
#include "engine/studies/assumed/drawn_share.hpp"

#include <gtest/gtest.h>

#include "engine/studies/assumed/band_study.hpp"
#include "engine/studies/sensitivity/sensitivity_study.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

TEST(DrawnShare, counts_what_exceeds_the_budget_by_more_than_rounding) {
  const std::vector<double> sorted{900.0, 1000.0, 1100.0, 1101.0};
  EXPECT_DOUBLE_EQ(share_above(sorted, Money::fen(1000)), 0.25);  // 1,101 alone exceeds 1,000 by more than a yuan
  EXPECT_DOUBLE_EQ(share_above(sorted, Money::fen(799)), 1.0);
  EXPECT_DOUBLE_EQ(share_above(sorted, Money::fen(2000)), 0.0);
}

/// A run's report has the band and a tornado: one chance of overspending, and the same quantiles.
TEST(DrawnShare, of_the_band_is_that_of_the_tornado) {
  const BandFigure whole = bands(base_data(), base_scenario(), 2024, 2).figures.back();
  SensitivityRequest request;
  request.threads = 2;
  const StudyResult tornado = study(base_data(), base_scenario(), request);
  ASSERT_TRUE(whole.over && tornado.any_breaks && tornado.quantiles);
  EXPECT_DOUBLE_EQ(*tornado.any_breaks, *whole.over);
  EXPECT_EQ(tornado.quantiles->p10, whole.p10);
  EXPECT_EQ(tornado.quantiles->p50, whole.p50);
  EXPECT_EQ(tornado.quantiles->p90, whole.p90);
}

}  // namespace
}  // namespace disburse
