// Errors of past estimates, worked by hand.
#include "engine/planning/track_record.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

IssuedEstimate estimate(int made, int year, Money amount, std::optional<Money> low = {},
                        std::optional<Money> high = {}) {
  return {{made, 6, 1}, "run", "base", year, "", amount, low, high};
}

TEST(TrackRecord, scores_by_programme_and_years_ahead) {
  const std::vector<Outturn> outturns{{2021, "", 100.00_yuan}, {2022, "", 110.00_yuan}, {2023, "", 130.00_yuan}};
  const auto scores = track_scores({estimate(2021, 2022, 113.00_yuan, 108.00_yuan, 118.00_yuan),
                                    estimate(2022, 2023, 126.00_yuan, 120.00_yuan, 129.00_yuan),
                                    estimate(2021, 2023, 140.00_yuan), estimate(2021, 2030, 1.00_yuan)},
                                   outturns);
  ASSERT_EQ(scores.size(), 2u) << "one and two years ahead; 2030 has no outturn";
  const TrackScore& one = scores[0];
  EXPECT_EQ(one.horizon, 1);
  EXPECT_EQ(one.estimates, 2);
  EXPECT_EQ(one.bias, Money::fen(-50)) << "(3 - 4) / 2";
  EXPECT_EQ(one.mean_absolute, Money::fen(350));
  EXPECT_EQ(one.root_mean_square, Money::fen(354)) << "(12.5)^(1/2) = 3.5355";
  EXPECT_EQ(one.two_thirds, Money::fen(400));
  EXPECT_DOUBLE_EQ(*one.coverage, 0.5);
  EXPECT_EQ(one.naive_absolute, 15.00_yuan) << "as last year: 10 and 20";
  EXPECT_EQ(scores[1].bias, 10.00_yuan);
  EXPECT_FALSE(scores[1].coverage);
}

}  // namespace
}  // namespace disburse
