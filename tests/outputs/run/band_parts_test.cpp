// A band written and read back is the same band.
#include "outputs/run/band_parts.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

BandResult band() {
  BandResult bands;
  bands.year = 2025;
  bands.draws = 4096;
  bands.figures = {{BandFigure::Of::programme,
                    "award",
                    "奖",
                    Money::fen(1),
                    std::nullopt,
                    Money::fen(2),
                    Money::fen(3),
                    Money::fen(4),
                    Money::fen(5),
                    Money::fen(6),
                    std::nullopt,
                    Money(),
                    {}},
                   {BandFigure::Of::total,
                    "",
                    "",
                    Money::fen(10),
                    Money::fen(9),
                    Money::fen(11),
                    Money::fen(7),
                    Money::fen(12),
                    Money::fen(13),
                    Money::fen(14),
                    0.75,
                    Money::fen(4),
                    {1, 0}}};
  BandAssumption range{BandAssumption::Kind::range,
                       "mortality.level",
                       "死亡率",
                       "mortality",
                       "0.9",
                       "1",
                       "1.1",
                       "假定",
                       {{Money::fen(-1), Money::fen(2)}, {Money::fen(-3), Money::fen(4)}},
                       {}};
  BandAssumption question{BandAssumption::Kind::question, "reading", "口径", "reading", "甲", "甲", "乙", "", {}, {}};
  question.effects = {{Money::fen(1), Money::fen(1)}, {Money::fen(10), Money::fen(20)}};
  question.answers = {{"a", "甲", "a", "原文", 0.6, {Money::fen(1), Money::fen(10)}, {Money::fen(0), Money::fen(8)}},
                      {"b", "乙", "b", "旁证", 0.4, {Money::fen(1), Money::fen(20)}, {Money::fen(0), Money::fen(9)}}};
  bands.assumptions = {range, question};
  bands.unranged = {{"heating.month", "月份", "10月", {"2089999"}, Money::fen(77)}};
  return bands;
}

TEST(BandParts, come_back_as_they_were) {
  const Json written = bands_part(band());
  EXPECT_EQ(bands_part(bands_in(written)), written);
  const BandResult back = bands_in(written);
  EXPECT_EQ(back.year, 2025);
  EXPECT_EQ(back.draws, 4096U);
  ASSERT_EQ(back.figures.size(), 2U);
  EXPECT_FALSE(back.figures[0].budget);
  EXPECT_FALSE(back.figures[0].over);
  EXPECT_EQ(back.figures[1].reserve_90, Money::fen(4));
  EXPECT_EQ(back.figures[1].deciding, (std::vector<std::size_t>{1, 0}));
  ASSERT_EQ(back.assumptions.size(), 2U);
  EXPECT_EQ(back.assumptions[0].effects[1].least, Money::fen(-3));
  EXPECT_EQ(back.assumptions[1].answers[1].before[1], Money::fen(9));
  ASSERT_EQ(back.unranged.size(), 1U);
  EXPECT_EQ(back.unranged[0].lines, std::vector<std::string>{"2089999"});
}

TEST(BandParts, money_is_written_in_fen) {
  const Json written = bands_part(band());
  EXPECT_EQ(written.at("figures")[1].at("estimate_fen"), 10);
  EXPECT_TRUE(written.at("figures")[0].at("budget_fen").is_null());
}

}  // namespace
}  // namespace disburse
