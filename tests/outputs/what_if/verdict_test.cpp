// The answer in a sentence, its figures those of the published base.
#include "outputs/what_if/verdict.hpp"

#include <gtest/gtest.h>

#include "outputs/what_if/what_if.hpp"
#include "tests/outputs/what_if/answered.hpp"

namespace disburse {
namespace {

TEST(Verdict, says_how_the_year_stands_in_both_languages) {
  // The base: 37,151.89 of 37,355.53 (10,000 yuan); line 2089999 has 10,052.64 of 9,603.00.
  const WhatIf answer = testing::answered("unity_award.ordinary_per_payment", "600");
  EXPECT_EQ(
      verdict(answer.variant, table_of(answer), Language::zh),
      "预计支出 37,151.89 万元，比预算 37,355.53 万元少 203.64 万元（执行率 99.45%）；2 个科目超支，最多的是 2089999 "
      "其他社会保障和就业支出，超 449.64 万元，10 月起超过全年预算。");
  const std::string english = verdict(answer.variant, table_of(answer), Language::en);
  EXPECT_NE(english.find("203.64 below the budget of 37,355.53"), std::string::npos) << english;
  EXPECT_NE(english.find("2 lines go over"), std::string::npos) << english;
}

TEST(Verdict, says_that_no_line_goes_over) {
  WhatIf answer = testing::answered("unity_award.ordinary_per_payment", "600");
  for (LineFigure& line : answer.variant.lines) line.amount.budget = line.amount.projected;
  answer.variant.total.budget.reset();
  EXPECT_EQ(verdict(answer.variant, table_of(answer), Language::zh),
            "预计支出 37,151.89 万元，没有预算可比；没有科目超支。");
}

}  // namespace
}  // namespace disburse
