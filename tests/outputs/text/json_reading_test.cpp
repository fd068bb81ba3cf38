// Parts of documents read back: what is null, what is hidden, what is no such thing.
#include "outputs/text/json_reading.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace disburse {
namespace {

TEST(JsonReading, money_is_whole_fen_and_null_is_none) {
  EXPECT_EQ(money_in(Json(12'345)), Money::fen(12'345));
  EXPECT_EQ(money_or_none(Json(nullptr)), std::nullopt);
  EXPECT_EQ(money_or_none(Json(-1)), Money::fen(-1));
  EXPECT_THROW(money_in(Json("12")), Json::exception);
}

TEST(JsonReading, a_hidden_count_is_no_number) {
  EXPECT_TRUE(std::isnan(count_in(Json(nullptr))));
  EXPECT_EQ(count_in(Json(10.5)), 10.5);
}

TEST(JsonReading, months_and_days_are_held_to_the_calendar) {
  EXPECT_EQ(month_in(Json("2024-07")), Month(2024, 7));
  EXPECT_EQ(month_or_none(Json(nullptr)), std::nullopt);
  EXPECT_THROW(month_in(Json("2024-13")), UnsoundDocument);
  EXPECT_THROW(day_in(Json("2023-02-29")), UnsoundDocument);
  EXPECT_EQ(to_string(day_in(Json("2024-02-29"))), "2024-02-29");
}

TEST(JsonReading, a_key_that_earlier_versions_lack_has_the_value_given) {
  const Json object = {{"there", 3}, {"empty", nullptr}};
  EXPECT_EQ(value_or<int>(object, "there", 7), 3);
  EXPECT_EQ(value_or<int>(object, "empty", 7), 7);
  EXPECT_EQ(value_or<int>(object, "absent", 7), 7);
}

TEST(JsonReading, a_severity_that_is_none_is_unsound) {
  Json finding = {{"code", "c"}, {"severity", "warning"}, {"where", "w"}, {"message", "m"}};
  ASSERT_EQ(findings_in(Json::array({finding})).size(), 1u);
  EXPECT_EQ(findings_in(Json::array({finding})).front().severity, Severity::warning);
  finding["severity"] = "grave";
  EXPECT_THROW(findings_in(Json::array({finding})), UnsoundDocument);
}

TEST(JsonReading, a_comparison_may_lack_its_budget) {
  const Comparison without = comparison_in({{"budget_fen", nullptr}, {"projected_fen", 500}});
  EXPECT_FALSE(without.difference());
  const Comparison with = comparison_in({{"budget_fen", 400}, {"projected_fen", 500}});
  EXPECT_EQ(with.difference(), Money::fen(100));
}

}  // namespace
}  // namespace disburse
