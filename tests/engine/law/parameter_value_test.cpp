// Values as text: what each unit takes, what it refuses, and that it is written as it is read.
#include <gtest/gtest.h>

#include "engine/law/parameters.hpp"

namespace disburse {
namespace {

struct Text {
  Unit unit;
  const char* text;
  const char* written;  ///< null: refused
};

TEST(ParameterValue, is_read_by_its_unit) {
  const Text cases[] = {
      {Unit::yuan, "600", "600.00"},
      {Unit::yuan, "600元", "600.00"},
      {Unit::yuan, "1.2万元", "12000.00"},
      {Unit::yuan, "600.001", nullptr},
      {Unit::yuan_per_month, "71.83", "71.83"},
      {Unit::yuan_per_month, "abc", nullptr},
      {Unit::yuan_per_month, "", nullptr},
      {Unit::rate, "0.16", "0.16"},
      {Unit::rate, "16%", "0.16"},
      {Unit::rate, "1/3", "1/3"},
      {Unit::rate, "%", nullptr},
      {Unit::yuan_per_unit, "60000/833", "60000/833"},
      {Unit::yuan_per_unit, "16%", nullptr},
      {Unit::persons, "5429", "5429"},
      {Unit::persons, "-1", nullptr},
      {Unit::persons, "5.5", nullptr},
      {Unit::months, "139", "139"},
      {Unit::years, "15", "15"},
      {Unit::years, "", nullptr},
      {Unit::month, "2024-07", "2024-07"},
      {Unit::month, "2024-13", nullptr},
      {Unit::month, "2024", nullptr},
      {Unit::months_of_year, "4,10", "4,10"},
      {Unit::months_of_year, "10,4", "4,10"},
      {Unit::months_of_year, "", ""},
      {Unit::months_of_year, "4,4", nullptr},
      {Unit::months_of_year, "4,", nullptr},
      {Unit::months_of_year, "0", nullptr},
      {Unit::months_of_year, "13", nullptr},
      {Unit::yuan_by_step, "65: 2, 70: 4", "65: 2, 70: 4"},
      {Unit::yuan_by_step, "70: 2, 65: 4", nullptr},
      {Unit::number_by_step, "30: 0.85, 35: 0.9", "30: 0.85, 35: 0.9"},
      {Unit::choice, "year_end", "year_end"},
      {Unit::choice, "", nullptr},
  };
  for (const Text& each : cases) {
    const auto value = parse_value(each.unit, each.text);
    ASSERT_EQ(value.has_value(), each.written != nullptr) << to_string(each.unit) << " " << each.text;
    if (value) {
      EXPECT_EQ(value_text(*value), each.written) << to_string(each.unit) << " " << each.text;
    }
  }
}

TEST(ParameterValue, every_unit_has_a_word_and_an_example_that_it_takes) {
  for (const std::string& word : unit_words()) {
    const auto unit = unit_from(word);
    ASSERT_TRUE(unit) << word;
    EXPECT_EQ(to_string(*unit), word);
    if (*unit == Unit::choice) continue;             // its example is in words
    const std::string examples = example_of(*unit);  // "0.16 or 16%"
    const std::size_t other = examples.find(" or ");
    EXPECT_TRUE(parse_value(*unit, examples.substr(0, other))) << word << ": " << examples;
    if (other != std::string::npos) {
      EXPECT_TRUE(parse_value(*unit, examples.substr(other + 4))) << word << ": " << examples;
    }
  }
  EXPECT_FALSE(unit_from("yuan_per_day"));
}

TEST(ParameterValue, computed_numbers_are_written_so_that_they_can_be_read) {
  EXPECT_EQ(number_text(Unit::rate, 0.911, 3), "0.911");
  EXPECT_EQ(number_text(Unit::yuan_per_payment, 600.005, 4), "600.00") << "money has two decimals whatever is asked";
  EXPECT_EQ(number_text(Unit::persons, 12.6, 2), "13");
}

TEST(ParameterValue, sets_of_months_count_and_contain) {
  const MonthSet set = *MonthSet::parse("1,12");
  EXPECT_EQ(set.size(), 2);
  EXPECT_TRUE(set.contains(Month(2024, 1)));
  EXPECT_TRUE(set.contains(Month(2031, 12)));
  EXPECT_FALSE(set.contains(Month(2024, 6)));
  EXPECT_EQ(MonthSet::parse("")->size(), 0);
}

TEST(ParameterValue, statuses_and_rules_have_words) {
  for (const Status status : {Status::enacted, Status::announced, Status::derived, Status::assumed}) {
    EXPECT_EQ(status_from(to_string(status)), status);
  }
  EXPECT_FALSE(status_from("guessed"));
  for (const ExtensionRule rule :
       {ExtensionRule::grow, ExtensionRule::add, ExtensionRule::sum, ExtensionRule::every_year}) {
    EXPECT_EQ(extension_rule_from(to_string(rule)), rule);
  }
  EXPECT_FALSE(extension_rule_from("shrink"));
}

}  // namespace
}  // namespace disburse
