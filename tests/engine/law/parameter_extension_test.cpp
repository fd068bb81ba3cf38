// Parameters beyond their last value, each by its own rule; and what-ifs that hold between two months.
#include "engine/law/parameter_extension.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

DatedValue dated(const char* from, Value value) {
  return {*Month::parse(from), std::nullopt, {2020, 1, 1}, std::move(value), Status::enacted, "test", {}};
}

Parameter parameter(const char* path, Unit unit, std::vector<DatedValue> values) {
  Parameter result;
  result.path = path;
  result.unit = unit;
  result.values = std::move(values);
  return result;
}

Parameter extended(Parameter one, ExtensionRule rule, std::vector<std::string> by, const char* first, Money step = {}) {
  one.extension = Extension{rule, std::move(by), *Month::parse(first), step, {}};
  return one;
}

ParameterTree tree() {
  ParameterTree result;
  result.add(parameter("o.growth", Unit::rate, {dated("2000-01", Rate(3, 100)), dated("2027-01", Rate(1, 10))}));
  result.add(parameter("o.more", Unit::yuan_per_month, {dated("2000-01", Money::yuan(20))}));
  result.add(extended(parameter("a.base", Unit::yuan_per_month, {dated("2025-07", Money::yuan(8366))}),
                      ExtensionRule::grow, {"o.growth"}, "2026-07", Money::yuan(1)));
  result.add(extended(parameter("a.central", Unit::yuan_per_month, {dated("2025-01", Money::yuan(143))}),
                      ExtensionRule::add, {"o.more"}, "2025-01"));
  result.add(extended(parameter("a.sum", Unit::yuan_per_month, {dated("2025-01", Money::yuan(1))}), ExtensionRule::sum,
                      {"a.central", "o.more"}, "2026-01"));
  result.add(extended(parameter("a.month", Unit::month, {dated("2025-01", Month(2025, 7))}), ExtensionRule::every_year,
                      {}, "2026-01"));
  return result;
}

TEST(Extension, each_rule_gives_one_value_a_year_with_its_arithmetic) {
  ParameterTree law = tree();
  extend_parameters(law, Month(2027, 12));
  EXPECT_EQ(law.money("a.base", Month(2026, 6)), 8366.00_yuan);
  EXPECT_EQ(law.money("a.base", Month(2026, 7)), 8617.00_yuan);  // 8366 x 1.03 = 8616.98, to a yuan
  // In July 2027 the growth in force in June 2027, 10 %: 8617 x 1.1 = 9478.7
  EXPECT_EQ(law.money("a.base", Month(2027, 7)), 9479.00_yuan);
  EXPECT_EQ(law.money("a.central", Month(2027, 1)), 183.00_yuan);
  EXPECT_EQ(law.money("a.sum", Month(2026, 1)), 183.00_yuan) << "163 of the same month + 20";
  EXPECT_EQ(law.month_value("a.month", Month(2027, 1)), Month(2027, 7));
  const DatedValue& value = law.at("a.base", Month(2026, 7));
  EXPECT_EQ(value.status, Status::assumed);
  EXPECT_EQ(value.reference, "8366.00 × (1 + 0.03) [o.growth]");
}

TEST(Extension, dated_values_stand_and_nothing_goes_beyond_the_last_month) {
  ParameterTree law = tree();
  extend_parameters(law, Month(2026, 6));
  EXPECT_EQ(law.find("a.base")->values.size(), 1U);
  EXPECT_EQ(law.find("a.central")->values.size(), 2U) << "2025 is dated, 2026 is added";
}

TEST(Extension, what_does_not_fit_is_rejected) {
  ParameterTree law;
  law.add(parameter("o.rate", Unit::rate, {dated("2000-01", Rate(3, 100))}));
  law.add(extended(parameter("a.add", Unit::yuan, {dated("2025-01", Money::yuan(1))}), ExtensionRule::add, {"o.rate"},
                   "2026-01"));
  law.add(extended(parameter("a.gone", Unit::yuan, {dated("2025-01", Money::yuan(1))}), ExtensionRule::grow, {"o.rat"},
                   "2026-01"));
  law.add(extended(parameter("a.month", Unit::yuan, {dated("2025-01", Money::yuan(1))}), ExtensionRule::every_year, {},
                   "2026-01"));
  InputErrors errors;
  check_extensions(law, errors);
  ASSERT_EQ(errors.size(), 3U);
  std::string all;
  for (const auto& error : errors) all += to_string(error) + "\n";
  EXPECT_NE(all.find("Did you mean o.rate?"), std::string::npos) << all;
}

/// 143 until an override of 150 from July to September 2025; afterwards 143 again.
TEST(Override, between_two_months_leaves_what_comes_before_and_after) {
  ParameterTree law = tree();
  InputErrors errors;
  Override change{"a.central", "150", "a shock", "test", {}};
  change.from = Month(2025, 7);
  change.until = Month(2025, 9);
  law.override_value(change, errors);
  ASSERT_TRUE(errors.empty());
  extend_parameters(law, Month(2026, 12));
  EXPECT_EQ(law.money("a.central", Month(2025, 6)), 143.00_yuan);
  EXPECT_EQ(law.money("a.central", Month(2025, 7)), 150.00_yuan);
  EXPECT_EQ(law.money("a.central", Month(2025, 9)), 150.00_yuan);
  EXPECT_EQ(law.money("a.central", Month(2025, 10)), 143.00_yuan);
  EXPECT_EQ(law.money("a.central", Month(2026, 1)), 163.00_yuan);
}

Override between(const char* path, const char* value, Month from, Month until) {
  Override change{path, value, "a shock", "test", {}};
  change.from = from;
  change.until = until;
  return change;
}

/// In years that the extension makes, the growth before the window stays and what comes after it is as without.
TEST(Override, between_two_months_of_extended_years_leaves_the_growth_around_it) {
  ParameterTree base = tree();
  extend_parameters(base, Month(2031, 12));
  ParameterTree law = tree();
  InputErrors errors;
  law.override_value(between("a.base", "20000", Month(2028, 3), Month(2029, 9)), errors);
  law.override_value(between("a.month", "2029-09", Month(2029, 1), Month(2029, 12)), errors);
  ASSERT_TRUE(errors.empty());
  extend_parameters(law, Month(2031, 12));
  for (Month month(2025, 7); month <= Month(2031, 12); ++month) {
    const bool in_window = month >= Month(2028, 3) && month <= Month(2029, 9);
    EXPECT_EQ(law.money("a.base", month), in_window ? 20000.00_yuan : base.money("a.base", month)) << month;
    EXPECT_EQ(law.month_value("a.month", month),
              month.year() == 2029 ? Month(2029, 9) : base.month_value("a.month", month))
        << month;
  }
}

/// A rate of growth that is other for a year moves the level for good, and a part that is other moves the sum while it
/// lasts.
TEST(Override, between_two_months_of_what_an_extension_rests_on) {
  ParameterTree law = tree();
  InputErrors errors;
  law.override_value(between("o.growth", "0", Month(2026, 1), Month(2026, 12)), errors);
  law.override_value(between("o.more", "0", Month(2027, 1), Month(2027, 12)), errors);
  extend_parameters(law, Month(2028, 12));
  EXPECT_EQ(law.money("a.base", Month(2026, 7)), 8366.00_yuan) << "no growth in June 2026";
  EXPECT_EQ(law.money("a.base", Month(2027, 7)), 9203.00_yuan) << "10 % on 8,366: 9,202.6";
  EXPECT_EQ(law.money("a.central", Month(2027, 1)), 163.00_yuan) << "nothing is added in 2027";
  EXPECT_EQ(law.money("a.central", Month(2028, 1)), 183.00_yuan);
  EXPECT_EQ(law.money("a.sum", Month(2027, 1)), 163.00_yuan) << "163 + 0";
  EXPECT_EQ(law.money("a.sum", Month(2028, 1)), 203.00_yuan) << "183 + 20";
}

/// From a month on: what comes before it grows as ever, and the extension goes on from the new value.
TEST(Override, from_a_month_of_extended_years_keeps_the_growth_before_it) {
  ParameterTree law = tree();
  InputErrors errors;
  Override change{"a.central", "300", "a reform", "test", {}};
  change.from = Month(2028, 1);
  law.override_value(change, errors);
  extend_parameters(law, Month(2029, 12));
  EXPECT_EQ(law.money("a.central", Month(2026, 1)), 163.00_yuan);
  EXPECT_EQ(law.money("a.central", Month(2027, 12)), 183.00_yuan);
  EXPECT_EQ(law.money("a.central", Month(2028, 1)), 300.00_yuan);
  EXPECT_EQ(law.money("a.central", Month(2029, 1)), 320.00_yuan);
}

TEST(Override, of_windows_the_last_one_said_holds) {
  ParameterTree law = tree();
  InputErrors errors;
  law.override_value(between("o.more", "30", Month(2025, 1), Month(2025, 12)), errors);
  law.override_value(between("o.more", "40", Month(2025, 6), Month(2026, 2)), errors);
  EXPECT_EQ(law.money("o.more", Month(2025, 5)), 30.00_yuan);
  EXPECT_EQ(law.money("o.more", Month(2025, 6)), 40.00_yuan);
  EXPECT_EQ(law.money("o.more", Month(2026, 3)), 20.00_yuan);
  const std::vector<DatedValue> listed = values_in_force(*law.find("o.more"));
  ASSERT_EQ(listed.size(), 4U);
  EXPECT_EQ(listed[1].from, Month(2025, 1));
  EXPECT_EQ(listed[2].from, Month(2025, 6));
  EXPECT_EQ(listed[3].from, Month(2026, 3));
  EXPECT_EQ(value_text(listed[3].value), "20.00");
}

TEST(Override, windows_that_can_do_nothing_are_rejected_by_name) {
  ParameterTree law = tree();
  InputErrors errors;
  law.override_value(between("a.base", "9000", Month(2027, 5), Month(2027, 4)), errors);
  law.override_value(between("a.base", "9000", Month(2020, 1), Month(2020, 12)), errors);
  Parameter ended = parameter("a.ended", Unit::yuan, {dated("2020-01", Money::yuan(5))});
  ended.values.front().until = Month(2022, 12);
  law.add(ended);
  law.override_value(between("a.ended", "6", Month(2024, 1), Month(2024, 12)), errors);
  ASSERT_EQ(errors.size(), 3U);
  std::string all;
  for (const auto& error : errors) all += to_string(error) + "\n";
  EXPECT_NE(all.find("before it begins in 2027-05"), std::string::npos) << all;
  EXPECT_NE(all.find("has one from 2025-07 on"), std::string::npos) << all;
  EXPECT_NE(all.find("holds until 2022-12"), std::string::npos) << all;
}

TEST(Override, for_good_from_a_month_drops_what_comes_later) {
  ParameterTree law = tree();
  InputErrors errors;
  Override change{"o.growth", "0.05", "what if", "test", {}};
  change.from = Month(2026, 1);
  law.override_value(change, errors);
  EXPECT_EQ(law.rate("o.growth", Month(2025, 12)), Rate(3, 100));
  EXPECT_EQ(law.rate("o.growth", Month(2028, 1)), Rate(5, 100));
}

TEST(Override, without_dates_ends_the_extension) {
  ParameterTree law = tree();
  InputErrors errors;
  law.override_value({"a.base", "9000", "what if", "test", {}}, errors);
  extend_parameters(law, Month(2030, 12));
  EXPECT_EQ(law.money("a.base", Month(2030, 12)), 9000.00_yuan);
}

}  // namespace
}  // namespace disburse
