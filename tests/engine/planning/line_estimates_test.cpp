// Estimates of functional lines from those of their programmes.
#include "engine/planning/line_estimates.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

ProgrammeDefinition on_line(const std::string& id, const std::string& code) {
  ProgrammeDefinition programme;
  programme.id = id;
  programme.line = code;
  return programme;
}

IssuedEstimate issued(const std::string& programme, Money amount, int day = 1) {
  return {{2024, 11, day}, "budget", "base", 2025, programme, amount, amount - 1.00_yuan, amount + 1.00_yuan};
}

const std::vector<ProgrammeDefinition> programmes{on_line("award", "2089999"), on_line("heating", "2089999"),
                                                  on_line("pension", "2080507")};

TEST(LineEstimates, are_the_sums_of_their_programmes_of_one_issue) {
  const auto all = with_lines({issued("award", 10.00_yuan), issued("heating", 5.00_yuan), issued("pension", 7.00_yuan)},
                              programmes, {"2089999", "2080507"});
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all[3].programme, "2080507");
  EXPECT_EQ(all[3].amount, 7.00_yuan);
  EXPECT_EQ(all[3].low, 6.00_yuan) << "one programme, so its range is the line's";
  EXPECT_EQ(all[4].programme, "2089999");
  EXPECT_EQ(all[4].amount, 15.00_yuan);
  EXPECT_FALSE(all[4].low) << "ranges of two do not add up";
}

TEST(LineEstimates, an_issue_without_one_of_them_gives_none) {
  EXPECT_EQ(
      with_lines({issued("award", 10.00_yuan, 1), issued("heating", 5.00_yuan, 2)}, programmes, {"2089999"}).size(),
      2u);
}

TEST(LineEstimates, score_against_an_outturn_by_code) {
  const auto all = with_lines({issued("award", 10.00_yuan), issued("heating", 5.00_yuan)}, programmes, {"2089999"});
  const auto scores = track_scores(all, {{2025, "2089999", 12.00_yuan}});
  ASSERT_EQ(scores.size(), 1u);
  EXPECT_EQ(scores[0].bias, 3.00_yuan) << "15 estimated, 12 spent";
}

TEST(LineEstimates, codes_are_of_seven_digits) {
  EXPECT_TRUE(is_line_code("2080507"));
  for (const char* other : {"20805", "208050a", "", "award", "20805071"}) EXPECT_FALSE(is_line_code(other)) << other;
  EXPECT_EQ(codes_of({{2024, "2080507", {}}, {2024, "award", {}}, {2024, "", {}}}), (std::set<std::string>{"2080507"}));
}

}  // namespace
}  // namespace disburse
