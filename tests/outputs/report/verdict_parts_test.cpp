// Sentences that verdicts share: three causes at most, lines over their budget first, what can be done about them.
#include "outputs/report/verdict_parts.hpp"

#include <gtest/gtest.h>

namespace disburse::verdicts {
namespace {

const Wording chinese{Language::zh};
Money in_wan(int amount) { return Money::yuan(amount * 10'000); }

TEST(VerdictParts, tell_the_three_largest_causes_whatever_their_sign) {
  EXPECT_EQ(
      causes_sentence({{"甲", in_wan(1)}, {"乙", in_wan(-9)}, {"丙", in_wan(0)}, {"丁", in_wan(3)}, {"戊", in_wan(2)}},
                      chinese),
      "主要原因（万元）：乙 -9.00；丁 +3.00；戊 +2.00。");
  EXPECT_EQ(causes_sentence({{"丙", in_wan(0)}}, chinese), "");
}

/// 49 yuan are told as 0.00 万元, 50 as 0.01.
TEST(VerdictParts, call_nothing_overspent_that_would_be_told_as_nothing) {
  const LineEnd within{"1", in_wan(5), in_wan(5) + Money::yuan(49), {}},
      over{"2", in_wan(5), in_wan(5) + Money::yuan(50), {}};
  EXPECT_EQ(within.over(), Money{});
  EXPECT_EQ(over.over(), Money::yuan(50));
}

TEST(VerdictParts, name_what_is_lacking_the_first_month_and_the_richest_line) {
  std::vector<LineEnd> lines{{"1", in_wan(10), in_wan(7), {}},
                             {"2", in_wan(10), in_wan(12), Month(2024, 11)},
                             {"3", in_wan(10), in_wan(15), Month(2024, 9)},
                             {"4", in_wan(10), in_wan(9), {}}};
  sort_ends(lines);
  EXPECT_EQ(lines.front().code, "3");
  EXPECT_EQ(remedy_sentence(lines, chinese),
            "可办：在 9 月以前追加或调剂 7.00 万元；余额最多的科目是 1，预计余 3.00 万元。");
  EXPECT_EQ(lines_sentence(lines, "", chinese),
            "3 将超支 5.00 万元，9 月用完；2 将超支 2.00 万元，11 月用完；其余科目有余。");
  EXPECT_EQ(remedy_sentence({lines.back()}, chinese), "") << "a line with money left needs nothing";
}

}  // namespace
}  // namespace disburse::verdicts
