// Limits of --fail-if: exact at the bound, refused where nothing can be checked.
#include "engine/app/limit.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

/// Budget 100.00万 and projected 102.00万 on a line; a programme without a budget; a line with a budget of nothing.
RunResult result() {
  RunResult made;
  made.total = {Money::yuan(1'000'000), Money::yuan(1'020'000)};
  made.lines = {{"2089999", "其他", made.total}, {"2080507", "补助", {Money{}, Money::yuan(5)}}};
  made.programmes.resize(1);
  made.programmes[0].id = "unity_award";
  made.programmes[0].amount = {std::nullopt, Money::yuan(300)};
  return made;
}

bool crossed(const std::string& limit) { return !crossed_limits(result(), {limit}).empty(); }

TEST(Limit, is_crossed_beyond_its_bound_and_at_it_only_where_the_sign_says_so) {
  EXPECT_FALSE(crossed("line.2089999.execution_rate>1.02"));
  EXPECT_TRUE(crossed("line.2089999.execution_rate>=1.02"));
  EXPECT_TRUE(crossed("line.2089999.execution_rate>1.0199999"));
  EXPECT_FALSE(crossed("line.2089999.execution_rate<1.02"));
  EXPECT_TRUE(crossed("line.2089999.execution_rate<=1.02"));
}

TEST(Limit, measures_budget_projection_and_difference_in_money) {
  EXPECT_TRUE(crossed("total.projected>=102万元"));
  EXPECT_FALSE(crossed("total.projected>102万元"));
  EXPECT_TRUE(crossed("total.budget<=1000000元"));
  EXPECT_TRUE(crossed("total.difference>1.9999万元"));
  EXPECT_FALSE(crossed("total.difference>2万元"));
  EXPECT_TRUE(crossed("programme.unity_award.projected>299元"));
}

TEST(Limit, without_a_budget_is_never_crossed) {
  EXPECT_FALSE(crossed("programme.unity_award.difference>0元"));
  EXPECT_FALSE(crossed("programme.unity_award.execution_rate>0"));
  EXPECT_FALSE(crossed("line.2080507.execution_rate>0")) << "a budget of nothing has no rate";
  EXPECT_TRUE(crossed("line.2080507.difference>0元"));
}

TEST(Limit, that_cannot_be_checked_is_refused_with_all_others) {
  const std::vector<std::string> wrong{"total.projected",
                                       "line.2089998.projected>1元",
                                       "total.paid>1元",
                                       "total.projected>many",
                                       "total.projected>1",
                                       "total.projected=>1元",
                                       "total.execution_rate>much",
                                       ">1元"};
  try {
    crossed_limits(result(), wrong);
    FAIL() << "nothing was refused";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::command_line);
    EXPECT_EQ(rejected.errors().size(), wrong.size());
  }
}

TEST(Limit, that_are_crossed_come_back_as_they_were_written) {
  EXPECT_EQ(crossed_limits(result(), {"total.projected>1元", "total.projected<1元", "total.budget>1元"}),
            (std::vector<std::string>{"total.projected>1元", "total.budget>1元"}));
}

}  // namespace
}  // namespace disburse
