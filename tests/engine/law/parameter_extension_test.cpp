// Parameters beyond their last value, each by its own rule; and what-ifs that hold between two months.
#include "engine/parameter_extension.hpp"

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
  EXPECT_EQ(value.reference, "8366.00 × (1 + 0.03)，按 o.growth 推算");
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
