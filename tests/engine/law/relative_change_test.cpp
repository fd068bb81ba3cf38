// How much more or less, worked out by hand: over values in time, over extensions, over tables; refused where it has
// two readings.
#include "engine/law/relative_change.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/law/parameter_extension.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

DatedValue dated(Month from, Value value) {
  return {from, std::nullopt, {2020, 1, 1}, std::move(value), Status::enacted, "a document", {"law.toml", 1, 1}};
}

Parameter parameter(const std::string& path, Unit unit, std::vector<DatedValue> values) {
  Parameter one;
  one.path = path;
  one.unit = unit;
  one.values = std::move(values);
  return one;
}

/// award: 500 in 2023, 600 from 2024, 5 % more each January from 2025; heads 5429; share 0.2; month 2024-07.
ParameterTree law() {
  ParameterTree tree;
  Parameter award = parameter("a.award", Unit::yuan_per_payment,
                              {dated(Month(2023, 1), Money::yuan(500)), dated(Month(2024, 1), Money::yuan(600))});
  award.extension = Extension{ExtensionRule::grow, {"a.growth"}, Month(2025, 1), Money{}, {}};
  tree.add(award);
  // 4,000 in 2023; from 2024 on the pension of the year, 3,900 and 4,100, and 750 more.
  Parameter heating = parameter("a.heating", Unit::yuan_per_payment, {dated(Month(2023, 10), Money::yuan(4000))});
  heating.extension = Extension{ExtensionRule::sum, {"a.pension", "a.addition"}, Month(2024, 10), Money{}, {}};
  tree.add(heating);
  tree.add(parameter("a.pension", Unit::yuan_per_payment,
                     {dated(Month(2023, 1), Money::yuan(3900)), dated(Month(2025, 1), Money::yuan(4100))}));
  tree.add(parameter("a.addition", Unit::yuan_per_payment, {dated(Month(2020, 1), Money::yuan(750))}));
  tree.add(parameter("a.growth", Unit::rate, {dated(Month(2020, 1), Rate(1, 20))}));
  tree.add(parameter("a.heads", Unit::persons, {dated(Month(2000, 1), std::int64_t{5429})}));
  tree.add(parameter("a.share", Unit::rate, {dated(Month(2000, 1), Rate(1, 5))}));
  tree.add(parameter("a.month", Unit::month, {dated(Month(2024, 1), Month(2024, 7))}));
  tree.add(parameter("a.table", Unit::yuan_by_step, {dated(Month(2000, 1), *parse_step_table("65: 2, 70: 4"))}));
  return tree;
}

/// The value of `path` in `month` after `change`, with extensions to the end of 2027.
std::string after(const std::string& path, const std::string& value, std::optional<Month> from,
                  std::optional<Month> until, Month month) {
  ParameterTree tree = law();
  InputErrors errors;
  put_in_force(tree, {path, value, "", "--set", {"--set", 0, 0}, from, until}, Month(2027, 12), errors);
  if (!errors.empty()) return to_string(*errors.begin());
  extend_parameters(tree, Month(2027, 12));
  return value_text(tree.at(path, month).value);
}

/// 600 x 1.05 x 1.05 = 661.50 in 2026, and a tenth more 727.65: the same whether a horizon ends before or after it.
TEST(PutInForce, comes_to_the_same_wherever_the_horizon_ends) {
  for (const Month last : {Month(2024, 12), Month(2026, 12), Month(2027, 12)}) {
    for (const std::optional<Month> until : {std::optional<Month>(), std::optional<Month>(Month(2026, 12))}) {
      ParameterTree tree = law();
      InputErrors errors;
      put_in_force(tree, {"a.award", "+10%", "", "--set", {"--set", 0, 0}, Month(2026, 1), until}, last, errors);
      EXPECT_TRUE(errors.empty());
      EXPECT_EQ(value_text(tree.at("a.award", Month(2026, 5)).value), "727.65") << to_string(last);
    }
  }
}

/// 500 in 2023 and 600 from 2024: 60 more are 560 and 660, and growth goes on from there: 660 x 1.05 = 693.
TEST(PutInForce, an_amount_more_or_less) {
  EXPECT_EQ(after("a.award", "+=60元", {}, {}, Month(2023, 5)), "560.00");
  EXPECT_EQ(after("a.award", "+=60元", {}, {}, Month(2024, 5)), "660.00");
  EXPECT_EQ(after("a.award", "+=60元", {}, {}, Month(2025, 5)), "693.00");
  EXPECT_EQ(after("a.award", "-=60元", Month(2024, 3), Month(2024, 6), Month(2024, 5)), "540.00");
  EXPECT_EQ(after("a.award", "-=60元", Month(2024, 3), Month(2024, 6), Month(2024, 7)), "600.00");
  EXPECT_EQ(after("a.heads", "+=100", {}, {}, Month(2024, 1)), "5529");
  EXPECT_THAT(after("a.month", "+=100", {}, {}, Month(2024, 1)), HasSubstr("a.month"));
}

TEST(RelativeFactor, signed_percentages_and_factors) {
  EXPECT_EQ(relative_factor("+10%"), Rate(11, 10));
  EXPECT_EQ(relative_factor("-5%"), Rate(19, 20));
  EXPECT_EQ(relative_factor("x1.1"), Rate(11, 10));
  EXPECT_EQ(relative_factor("x0"), Rate());
  for (const char* other : {"10%", "1.1", "-101%", "x-1", "+%", "x", "", "+10"})
    EXPECT_FALSE(relative_factor(other)) << other;
}

TEST(RelativeChange, without_months_scales_every_value_and_goes_on_growing) {
  EXPECT_EQ(after("a.award", "+10%", {}, {}, Month(2023, 6)), "550.00");
  EXPECT_EQ(after("a.award", "+10%", {}, {}, Month(2024, 6)), "660.00");
  EXPECT_EQ(after("a.award", "+10%", {}, {}, Month(2025, 6)), "693.00");  // 660 x 1.05
}

/// A tenth more of 4,650 and of 4,850: a sum is made anew each year and would forget the change of the year before.
TEST(RelativeChange, scales_every_value_of_what_is_a_sum_of_others) {
  EXPECT_EQ(after("a.heating", "+10%", {}, {}, Month(2023, 11)), "4400.00");
  EXPECT_EQ(after("a.heating", "+10%", {}, {}, Month(2024, 11)), "5115.00");
  EXPECT_EQ(after("a.heating", "+10%", {}, {}, Month(2025, 11)), "5335.00");
  EXPECT_EQ(after("a.heating", "+10%", Month(2025, 1), {}, Month(2024, 11)), "4650.00");
  EXPECT_EQ(after("a.heating", "+10%", Month(2025, 1), {}, Month(2025, 11)), "5335.00");
  EXPECT_EQ(after("a.heating", "+10%", Month(2025, 10), {}, Month(2026, 11)), "5335.00");
  EXPECT_EQ(after("a.heating", "+=60元", {}, {}, Month(2025, 11)), "4910.00");
}

TEST(RelativeChange, from_a_month_on_leaves_what_was_before) {
  EXPECT_EQ(after("a.award", "+10%", Month(2024, 7), {}, Month(2024, 6)), "600.00");
  EXPECT_EQ(after("a.award", "+10%", Month(2024, 7), {}, Month(2024, 7)), "660.00");
  EXPECT_EQ(after("a.award", "+10%", Month(2024, 7), {}, Month(2026, 1)), "727.65");  // 660 x 1.05 x 1.05
}

TEST(RelativeChange, from_beyond_the_last_dated_value_takes_what_the_extension_gives) {
  EXPECT_EQ(after("a.award", "x1.1", Month(2025, 7), {}, Month(2025, 6)), "630.00");
  EXPECT_EQ(after("a.award", "x1.1", Month(2025, 7), {}, Month(2025, 7)), "693.00");
}

TEST(RelativeChange, in_a_window_moves_nothing_outside_it) {
  for (const auto& [month, value] : std::vector<std::pair<Month, std::string>>{{Month(2024, 12), "600.00"},
                                                                               {Month(2025, 1), "693.00"},
                                                                               {Month(2025, 12), "693.00"},
                                                                               {Month(2026, 1), "661.50"}}) {
    EXPECT_EQ(after("a.award", "+10%", Month(2025, 1), Month(2025, 12), month), value) << to_string(month);
  }
}

TEST(RelativeChange, over_two_values_in_one_window) {
  EXPECT_EQ(after("a.award", "-50%", Month(2023, 7), Month(2024, 6), Month(2023, 8)), "250.00");
  EXPECT_EQ(after("a.award", "-50%", Month(2023, 7), Month(2024, 6), Month(2024, 2)), "300.00");
  EXPECT_EQ(after("a.award", "-50%", Month(2023, 7), Month(2024, 6), Month(2024, 7)), "600.00");
}

TEST(RelativeChange, of_months_without_a_value_is_refused_as_any_value_is) {
  EXPECT_THAT(after("a.award", "+10%", Month(2019, 1), Month(2019, 12), Month(2024, 1)),
              HasSubstr("before the parameter has a value"));
  EXPECT_THAT(after("a.award", "x1.1", Month(2025, 6), Month(2025, 1), Month(2024, 1)), HasSubstr("before it begins"));
}

TEST(RelativeChange, heads_are_whole_and_tables_scale_step_by_step) {
  EXPECT_EQ(after("a.heads", "+10%", {}, {}, Month(2024, 1)), "5972");  // 5971.9
  EXPECT_EQ(after("a.table", "x1.5", {}, {}, Month(2024, 1)), "65: 3, 70: 6");
}

TEST(RelativeChange, of_a_share_has_two_readings_and_says_both) {
  const std::string text = after("a.share", "+10%", {}, {}, Month(2024, 1));
  EXPECT_THAT(text, HasSubstr("two readings"));
  EXPECT_THAT(text, HasSubstr("0.22"));
  EXPECT_THAT(text, HasSubstr("0.3"));
  EXPECT_EQ(after("a.share", "x1.1", {}, {}, Month(2024, 1)), "0.22");
}

TEST(RelativeChange, of_a_month_is_no_amount) {
  EXPECT_THAT(after("a.month", "+10%", {}, {}, Month(2024, 1)), HasSubstr("no amount"));
}

/// July of every year from 2025 on: September of 2025 is of 2025 alone, as a month of 2026 would be of 2026.
TEST(MonthOfEveryYear, speaks_of_its_own_year_where_no_months_are_said) {
  ParameterTree tree = law();
  Parameter announced = parameter("a.announced", Unit::month,
                                  {dated(Month(2024, 1), Month(2024, 7)), dated(Month(2025, 1), Month(2025, 7))});
  announced.extension = Extension{ExtensionRule::every_year, {}, Month(2026, 1), Money{}, {}};
  tree.add(announced);
  InputErrors errors;
  put_in_force(tree, {"a.announced", "2025-09", "", "--set", {"--set", 0, 0}, {}, {}}, Month(2027, 12), errors);
  ASSERT_TRUE(errors.empty());
  extend_parameters(tree, Month(2027, 12));
  for (const auto& [year, month] :
       {std::pair{2024, "2024-07"}, {2025, "2025-09"}, {2026, "2026-07"}, {2027, "2027-07"}})
    EXPECT_EQ(value_text(tree.at("a.announced", Month(year, 1)).value), month);
}

TEST(BareMonth, takes_the_year_of_its_own_months_or_asks) {
  EXPECT_EQ(after("a.month", "9", Month(2025, 1), Month(2025, 12), Month(2025, 3)), "2025-09");
  const std::string text = after("a.month", "9", {}, {}, Month(2024, 1));
  EXPECT_THAT(text, HasSubstr("lacks its year"));
  EXPECT_THAT(text, HasSubstr("2027-09"));
}

}  // namespace
}  // namespace disburse
