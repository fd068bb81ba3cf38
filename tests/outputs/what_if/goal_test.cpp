// A goal seek as table and JSON: what was found, one step further, or why there is nothing.
#include "outputs/what_if/goal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

GoalResult result() {
  GoalResult made;
  made.scenario = "base";
  made.path = "unity_award.ordinary_per_payment";
  made.name = "标准";
  made.year = 2024;
  made.line = "2089999";
  made.line_name = "其他";
  made.target = Money::yuan(60'780'000);
  made.base_value = "600";
  made.base_amount = Money::yuan(65'406'700);
  GoalPoint point;
  point.solution.found = true;
  point.solution.amount = Money::yuan(60'770'000);
  point.solution.beyond = Money::yuan(60'790'000);
  point.solution.at_low = Money::yuan(50'000'000);
  point.solution.at_high = Money::yuan(70'000'000);
  point.value = "557";
  point.next = "558";
  point.low = "500";
  point.high = "700";
  point.full = Money::yuan(60'770'000);
  made.points = {point};
  return made;
}

TEST(GoalTable, tells_what_fits_and_that_one_step_more_does_not) {
  const std::string table = goal_table(result(), Language::en);
  EXPECT_THAT(table, ::testing::AllOf(HasSubstr("2089999 其他"), HasSubstr("6,540.67"), HasSubstr("target 6,078.00")));
  EXPECT_THAT(table, HasSubstr("at 557 it is 60,770,000.00 yuan, 10,000.00 below the target"));
  EXPECT_THAT(table, HasSubstr("at 558 it would be 60,790,000.00 yuan, above it"));
  EXPECT_THAT(table, HasSubstr("the search projected anew each time"));
  EXPECT_THAT(table, Not(HasSubstr("chance")));
}

TEST(GoalTable, without_a_solution_tells_both_ends) {
  GoalResult none = result();
  none.points[0].solution.found = false;
  EXPECT_THAT(goal_table(none, Language::en),
              ::testing::AllOf(HasSubstr("at 500 it is 5,000.00"), HasSubstr("at 700 it is 7,000.00"),
                               Not(HasSubstr("does not move"))));
  none.points[0].solution.at_high = none.points[0].solution.at_low;
  EXPECT_THAT(goal_table(none, Language::en), HasSubstr("the parameter does not move this line"));
}

TEST(GoalTable, tells_the_chance_that_was_asked_for) {
  GoalResult chance = result();
  chance.confidence = 0.9;
  chance.replicates = 1000;
  EXPECT_THAT(goal_table(chance, Language::en),
              ::testing::AllOf(HasSubstr("90.0"), HasSubstr("1,000 replicates"), Not(HasSubstr("assumptions")),
                               HasSubstr("does not exceed")));
  chance.assumptions = 64;
  EXPECT_THAT(goal_table(chance, Language::en), HasSubstr("assumptions: 64 sets"));
}

TEST(GoalTable, of_a_frontier_has_a_row_for_each_point) {
  GoalResult frontier = result();
  frontier.given_path = "counts.enterprise_retirees";
  frontier.given_name = "人数";
  frontier.points[0].given = "55000";
  frontier.points.push_back(frontier.points[0]);
  frontier.points[1].given = "60000";
  frontier.points[1].solution.found = false;
  const std::string table = goal_table(frontier, Language::en);
  EXPECT_THAT(table.substr(table.find("55000")), HasSubstr("557"));
  EXPECT_THAT(table.substr(table.find("60000")), ::testing::AllOf(Not(HasSubstr("557")), HasSubstr("no solution")));
}

TEST(GoalJson, is_null_where_nothing_was_found_or_asked) {
  GoalResult none = result();
  none.points.push_back(none.points[0]);
  none.points[1].solution.found = false;
  none.points[1].next.clear();
  const auto document = nlohmann::json::parse(goal_json(none, Manifest{}));
  EXPECT_EQ(document.at("schema"), "disburse/solve/1");
  EXPECT_TRUE(document.at("along").is_null() && document.at("confidence").is_null());
  EXPECT_EQ(document.at("target_fen"), 6'078'000'000);
  const auto &found = document.at("points").at(0), &missed = document.at("points").at(1);
  EXPECT_EQ(found.at("value"), "557");
  EXPECT_EQ(found.at("amount_fen"), 6'077'000'000);
  EXPECT_EQ(found.at("next_amount_fen"), 6'079'000'000);
  EXPECT_EQ(missed.at("solved"), false);
  for (const char* key : {"value", "amount_fen", "expected_fen", "next", "next_amount_fen", "given"})
    EXPECT_TRUE(missed.at(key).is_null()) << key;
  EXPECT_EQ(missed.at("high").at("amount_fen"), 7'000'000'000);
}

}  // namespace
}  // namespace disburse
