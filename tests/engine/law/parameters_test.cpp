// Values by unit, look-up by month, overrides with their messages, and what was known on a day.
#include "engine/law/parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;

DatedValue dated(Month from, Date known, Value value) {
  return {from, std::nullopt, known, std::move(value), Status::enacted, "a document", {"law.toml", 5, 1}};
}

Parameter award() {
  Parameter parameter;
  parameter.path = "unity_award.ordinary_per_payment";
  parameter.unit = Unit::yuan_per_payment;
  parameter.minimum = Money::yuan(0);
  parameter.maximum = Money::yuan(5000);
  parameter.place = {"law.toml", 3, 1};
  parameter.values = {dated(Month(2023, 1), {2023, 1, 1}, Money::yuan(500)),
                      dated(Month(2024, 1), {2024, 7, 1}, Money::yuan(600))};
  return parameter;
}

Parameter rate_parameter() {
  Parameter parameter;
  parameter.path = "adjustment.national_rate";
  parameter.unit = Unit::rate;
  parameter.minimum = Rate();
  parameter.maximum = Rate(1, 1);
  parameter.values = {dated(Month(2024, 1), {2024, 1, 1}, Rate(3, 100))};
  return parameter;
}

Parameter table_parameter() {
  Parameter parameter;
  parameter.path = "mortality.table";
  parameter.unit = Unit::choice;
  parameter.choices = {"wpp2024_china", "cl2010_2013_pension"};
  parameter.values = {dated(Month(2000, 1), {2000, 1, 1}, std::string("wpp2024_china"))};
  return parameter;
}

ParameterTree tree() {
  ParameterTree result;
  result.add(award());
  result.add(rate_parameter());
  result.add(table_parameter());
  return result;
}

InputErrors override_errors(const std::string& path, std::string_view text) {
  ParameterTree law = tree();
  InputErrors errors;
  law.override_value({std::string(path), std::string(text), "a what-if", "--set", {"--set", 0, 0}}, errors);
  return errors;
}

TEST(ParseValue, each_unit_has_its_type) {
  EXPECT_EQ(parse_value(Unit::yuan, "600"), Value(Money::yuan(600)));
  EXPECT_EQ(parse_value(Unit::yuan_per_month, "600元"), Value(Money::yuan(600)));
  EXPECT_EQ(parse_value(Unit::yuan_per_year, "1.5万元"), Value(Money::yuan(15'000)));
  EXPECT_EQ(parse_value(Unit::rate, "0.16"), Value(Rate(4, 25)));
  EXPECT_EQ(parse_value(Unit::rate, "3%"), Value(Rate(3, 100)));
  EXPECT_EQ(parse_value(Unit::rate, "0.75 %"), Value(Rate(3, 400)));
  EXPECT_EQ(parse_value(Unit::yuan_per_unit, "300000/319000"), Value(Rate(300, 319)));
  EXPECT_EQ(parse_value(Unit::persons, "5429"), Value(std::int64_t{5429}));
  EXPECT_EQ(parse_value(Unit::month, "2024-07"), Value(Month(2024, 7)));
  EXPECT_EQ(parse_value(Unit::months_of_year, "4,10"), Value(MonthSet{(1u << 3) | (1u << 9)}));
  EXPECT_EQ(parse_value(Unit::choice, "wpp2024_china"), Value(std::string("wpp2024_china")));
}

TEST(ParseValue, what_does_not_fit_is_empty) {
  for (const char* bad : {"", "abc", "600.001", "600 persons", "nan"}) {
    EXPECT_EQ(parse_value(Unit::yuan, bad), std::nullopt) << bad;
  }
  for (const char* bad : {"", "%", "3%%", "1/3%", "1e-2", "inf", "3元"}) {
    EXPECT_EQ(parse_value(Unit::rate, bad), std::nullopt) << bad;
  }
  for (const char* bad : {"", "1.5", "-1", "1 000", "99999999999999999999"}) {
    EXPECT_EQ(parse_value(Unit::persons, bad), std::nullopt) << bad;
  }
  EXPECT_EQ(parse_value(Unit::month, "2024-7"), std::nullopt);
  EXPECT_EQ(parse_value(Unit::choice, ""), std::nullopt);
}

TEST(MonthSet, holds_each_month_once) {
  EXPECT_EQ(MonthSet::parse("")->size(), 0);
  const auto set = MonthSet::parse("4,10");
  ASSERT_TRUE(set.has_value());
  EXPECT_EQ(set->size(), 2);
  EXPECT_TRUE(set->contains(Month(2024, 4)));
  EXPECT_TRUE(set->contains(Month(2031, 10)));
  EXPECT_FALSE(set->contains(Month(2024, 5)));
  for (const char* bad : {"0", "13", "4,4", "4,", ",4", "4 ,10", "a", "-1"}) {
    EXPECT_EQ(MonthSet::parse(bad), std::nullopt) << bad;
  }
}

RC_GTEST_PROP(MonthSet, text_reads_back, ()) {
  const MonthSet set{*rc::gen::inRange<std::uint16_t>(0, 4096)};
  RC_ASSERT(MonthSet::parse(value_text(set)) == set);
}

TEST(Unit, words_read_back) {
  EXPECT_EQ(unit_words().size(), 15u);
  for (const std::string& word : unit_words()) EXPECT_EQ(to_string(*unit_from(word)), word);
  EXPECT_EQ(unit_from("percent"), std::nullopt);
}

TEST(ParameterTree, a_value_holds_from_its_month_until_the_next) {
  const ParameterTree law = tree();
  EXPECT_EQ(law.money("unity_award.ordinary_per_payment", Month(2023, 12)), Money::yuan(500));
  EXPECT_EQ(law.money("unity_award.ordinary_per_payment", Month(2024, 1)), Money::yuan(600));
  EXPECT_EQ(law.money("unity_award.ordinary_per_payment", Month(2030, 1)), Money::yuan(600));
  EXPECT_EQ(law.choice("mortality.table", Month(2024, 1)), "wpp2024_china");
}

TEST(ParameterTree, a_month_without_a_value_is_rejected_with_its_place) {
  const ParameterTree law = tree();
  try {
    law.money("unity_award.ordinary_per_payment", Month(2022, 12));
    FAIL() << "nothing was thrown";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::data);
    EXPECT_THAT(rejected.what(), HasSubstr("law.toml:3"));
    EXPECT_THAT(rejected.what(), HasSubstr("2022-12"));
  }
}

TEST(ParameterTree, a_value_ends_with_its_last_month) {
  ParameterTree law;
  Parameter parameter = award();
  parameter.values.back().until = Month(2024, 12);
  law.add(parameter);
  EXPECT_EQ(law.money(parameter.path, Month(2024, 12)), Money::yuan(600));
  EXPECT_THROW(law.money(parameter.path, Month(2025, 1)), InputRejected);
}

TEST(ParameterTree, a_parameter_that_no_layer_declares_is_rejected_input_and_a_wrong_type_a_fault_of_the_program) {
  ParameterTree law = tree();
  EXPECT_THROW(law.money("no.such_path", Month(2024, 1)), InputRejected);
  EXPECT_THROW(law.subset({"no.such_path"}), InputRejected);
  EXPECT_THROW(law.rate("unity_award.ordinary_per_payment", Month(2024, 1)), ProgramFault);
  EXPECT_THROW(law.add(award()), ProgramFault);
  EXPECT_EQ(law.find("no.such_path"), nullptr);
}

TEST(Override, replaces_every_value_and_names_its_origin) {
  ParameterTree law = tree();
  InputErrors errors;
  law.override_value({"unity_award.ordinary_per_payment", "660元", "a proposal", "award-660", {"award-660.toml", 9, 1}},
                     errors);
  EXPECT_TRUE(errors.empty());
  const Parameter* parameter = law.find("unity_award.ordinary_per_payment");
  ASSERT_NE(parameter, nullptr);
  EXPECT_EQ(parameter->origin, "award-660");
  ASSERT_EQ(parameter->values.size(), 1u);
  EXPECT_EQ(parameter->values[0].reference, "a proposal");
  EXPECT_EQ(parameter->values[0].status, Status::assumed);
  EXPECT_EQ(law.money(parameter->path, Month(1990, 1)), Money::yuan(660));
  law.forget_after({1990, 1, 1});
  EXPECT_EQ(law.money(parameter->path, Month(2024, 1)), Money::yuan(660));
}

TEST(Override, an_unknown_path_gets_the_nearest_one) {
  const InputErrors errors = override_errors("unity_award.ordinary_payment", "660");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(english(errors.all()[0].remedy), "Did you mean unity_award.ordinary_per_payment?");
}

TEST(Override, a_text_that_does_not_fit_gets_the_unit_and_an_example) {
  const InputErrors errors = override_errors("unity_award.ordinary_per_payment", "a lot");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(to_string(errors.all()[0]),
            "--set: unity_award.ordinary_per_payment: \"a lot\" does not fit (its unit is yuan_per_payment). "
            "Write it as 600.");
}

TEST(Override, outside_the_range_names_it) {
  const InputErrors errors = override_errors("unity_award.ordinary_per_payment", "5000.01");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(english(errors.all()[0].problem), "5000.01 is outside the range");
  EXPECT_EQ(english(errors.all()[0].why), "the range is 0.00 to 5000.00; unit: yuan_per_payment");
  EXPECT_EQ(override_errors("unity_award.ordinary_per_payment", "-1").size(), 1u);
  EXPECT_TRUE(override_errors("unity_award.ordinary_per_payment", "5000").empty());
  EXPECT_TRUE(override_errors("unity_award.ordinary_per_payment", "0").empty());
}

TEST(Override, three_for_a_rate_is_told_how_percent_is_written) {
  const InputErrors errors = override_errors("adjustment.national_rate", "3");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(english(errors.all()[0].remedy), "3 % is written 0.03");
  EXPECT_TRUE(override_errors("adjustment.national_rate", "3%").empty());
  EXPECT_EQ(english(override_errors("adjustment.national_rate", "300").all()[0].remedy),
            "Give a value within the range");
}

TEST(Override, a_choice_must_be_one_of_the_choices) {
  const InputErrors errors = override_errors("mortality.table", "wpp2024");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(english(errors.all()[0].why), "the choices are wpp2024_china, cl2010_2013_pension");
  EXPECT_TRUE(override_errors("mortality.table", "cl2010_2013_pension").empty());
}

TEST(Override, a_refused_one_changes_nothing) {
  ParameterTree law = tree();
  InputErrors errors;
  law.override_value({"adjustment.national_rate", "3", "", "--set", {}}, errors);
  EXPECT_EQ(law.rate("adjustment.national_rate", Month(2024, 1)), Rate(3, 100));
  EXPECT_EQ(law.find("adjustment.national_rate")->origin, "law");
}

TEST(ForgetAfter, keeps_what_was_known_on_the_day) {
  ParameterTree before = tree();
  before.forget_after({2024, 6, 30});
  EXPECT_EQ(before.money("unity_award.ordinary_per_payment", Month(2024, 1)), Money::yuan(500));
  ParameterTree on = tree();
  on.forget_after({2024, 7, 1});
  EXPECT_EQ(on.money("unity_award.ordinary_per_payment", Month(2024, 1)), Money::yuan(600));
  ParameterTree long_before = tree();
  long_before.forget_after({2022, 12, 31});
  EXPECT_THROW(long_before.money("unity_award.ordinary_per_payment", Month(2024, 1)), InputRejected);
}

TEST(CheckValues, order_overlap_and_range) {
  Parameter parameter = award();
  InputErrors good;
  check_values(parameter, good);
  EXPECT_TRUE(good.empty());

  parameter.values[0].until = Month(2024, 1);
  parameter.values.push_back(dated(Month(2023, 6), {2023, 6, 1}, Money::yuan(9000)));
  parameter.values.back().until = Month(2023, 5);
  InputErrors errors;
  check_values(parameter, errors);
  std::vector<std::string> problems;
  for (const InputError& error : errors) problems.push_back(english(error.problem));
  EXPECT_THAT(problems, testing::ElementsAre("from = 2024-01 overlaps the value before it, which holds until 2024-01",
                                             "9000.00 is outside the range", "until lies before from",
                                             "from = 2023-06 does not follow 2024-01"));
}

}  // namespace
}  // namespace disburse
