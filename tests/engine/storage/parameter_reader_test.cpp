// [parameter.NAME] tables: what they become, and what is wrong with them.
#include "engine/storage/parameter_reader.hpp"

#include <gtest/gtest.h>

#include "support/toml_text.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

struct Read {
  ParameterTree tree;
  Keys faults;
};

Read read(const std::string& text) {
  Read made;
  made.faults = toml_faults(text, [&](TomlTable& root, InputErrors& errors) {
    if (auto parameters = root.optional_table("parameter"))
      read_parameters(*parameters, "own", "law", made.tree, errors);
  });
  return made;
}

/// One parameter with these lines beside its name and one value of 10.
Read one(const std::string& lines, const std::string& value = "10") {
  return read("[parameter.amount]\nname = \"标准\"\n" + lines +
              "\nvalues = [ { from = \"2024-01\", known = \"2023-12-01\", "
              "value = \"" +
              value + "\", status = \"enacted\", reference = \"文件\" } ]\n");
}

TEST(ParameterReader, takes_unit_range_and_dated_values) {
  const Read made =
      one("name_en = \"standard\"\nunit = \"yuan_per_month\"\nminimum = \"5\"\nmaximum = \"20\"\nnote = \"注\"");
  EXPECT_EQ(made.faults, Keys{});
  const Parameter* parameter = made.tree.find("own.amount");
  ASSERT_NE(parameter, nullptr);
  EXPECT_EQ(parameter->name, "标准");
  EXPECT_EQ(parameter->name_en, "standard");
  EXPECT_EQ(parameter->origin, "law");
  EXPECT_EQ(parameter->unit, Unit::yuan_per_month);
  EXPECT_TRUE(parameter->minimum == Value(5_yuan) && parameter->maximum == Value(20_yuan));
  ASSERT_EQ(parameter->values.size(), 1U);
  EXPECT_TRUE(parameter->values[0].value == Value(10_yuan));
  EXPECT_EQ(parameter->values[0].from, Month(2024, 1));
  EXPECT_EQ(to_string(parameter->values[0].known), "2023-12-01");
  EXPECT_EQ(parameter->values[0].status, Status::enacted);
  EXPECT_FALSE(parameter->values[0].until);
}

TEST(ParameterReader, refuses_values_of_another_unit_and_beyond_the_range) {
  EXPECT_EQ(one("unit = \"yuan_per_month\"", "many").faults, Keys{"value"});
  EXPECT_FALSE(one("unit = \"yuan_per_month\"\nmaximum = \"9.99\"").faults.empty());
  EXPECT_EQ(one("unit = \"yuan_per_month\"\nmaximum = \"10\"").faults, Keys{});
  EXPECT_EQ(one("unit = \"dollars\"").faults, Keys{"unit"});
  EXPECT_NE(one("unit = \"dollars\"").tree.find("own.amount"), nullptr)
      << "the path is kept, so that nobody else is told that it is unknown";
}

TEST(ParameterReader, wants_choices_of_a_choice_alone) {
  EXPECT_EQ(one("unit = \"choice\"\nchoices = [\"10\", \"b\"]").faults, Keys{});
  const Keys without = one("unit = \"choice\"").faults;
  EXPECT_NE(std::find(without.begin(), without.end(), "choices"), without.end());
  EXPECT_EQ(one("unit = \"count\"\nchoices = [\"10\"]").faults, Keys{"choices"});
  EXPECT_EQ(one("unit = \"choice\"\nchoices = [\"10\"]\nminimum = \"1\"").faults, Keys{"minimum"}) << "no order";
}

TEST(ParameterReader, only_a_set_of_months_may_be_empty) {
  EXPECT_EQ(one("unit = \"months_of_year\"", "").faults, Keys{});
  EXPECT_EQ(one("unit = \"count\"", "").faults, Keys{"value"});
}

TEST(ParameterReader, reads_uncertainty_and_how_values_go_on) {
  const Read made =
      one("unit = \"yuan_per_month\"\nuncertain = { low = \"8\", high = \"12\", distribution = \"uniform\", "
          "source = \"假设\" }\nextend = { rule = \"grow\", by = [\"outlook.growth\"], first = \"2025-01\" }");
  EXPECT_EQ(made.faults, Keys{});
  const Parameter& parameter = *made.tree.find("own.amount");
  ASSERT_TRUE(parameter.uncertainty && parameter.extension);
  EXPECT_TRUE(parameter.uncertainty->low == Value(8_yuan) && parameter.uncertainty->high == Value(12_yuan));
  EXPECT_EQ(parameter.uncertainty->distribution, "uniform");
  EXPECT_EQ(parameter.extension->rule, ExtensionRule::grow);
  EXPECT_EQ(parameter.extension->first, Month(2025, 1));
  EXPECT_EQ(parameter.extension->by, Keys{"outlook.growth"});
}

TEST(ParameterReader, holds_each_rule_to_its_number_of_parameters) {
  const auto extend = [](const std::string& rule, const std::string& by, const std::string& more = "") {
    return one("unit = \"yuan_per_month\"\nextend = { rule = \"" + rule + "\", by = [" + by + "], first = \"2025-01\"" +
               more + " }")
        .faults;
  };
  EXPECT_EQ(extend("grow", "\"a.b\", \"c.d\""), Keys{"by"});
  EXPECT_EQ(extend("grow", ""), Keys{"by"});
  EXPECT_EQ(extend("add", "\"a.b\""), Keys{});
  EXPECT_EQ(extend("sum", "\"a.b\", \"c.d\""), Keys{});
  EXPECT_EQ(extend("sum", ""), Keys{"by"});
  EXPECT_EQ(extend("every_year", ""), Keys{});
  EXPECT_EQ(extend("every_year", "\"a.b\""), Keys{"by"});
  EXPECT_EQ(extend("grow", "\"a.b\"", ", step = \"5\""), Keys{});
  EXPECT_EQ(extend("grow", "\"a.b\"", ", step = \"0\""), Keys{"step"}) << "a step of nothing";
}

TEST(ParameterReader, finds_what_is_missing_twice_or_unquoted) {
  EXPECT_EQ(read("[parameter.amount]\nname = \"标准\"\nunit = \"count\"\n").faults, Keys{"values"});
  EXPECT_EQ(read("[parameter.amount]\nname = \"标准\"\nunit = \"count\"\nvalues = []\n").faults, Keys{"values"});
  EXPECT_EQ(read("[parameter.factor.resident]\nname = \"系数\"\n").faults, Keys{"factor"}) << "a dot without quotes";
  ParameterTree tree;
  const auto twice = toml_faults(
      "[parameter.amount]\nname = \"标准\"\nunit = \"count\"\nvalues = [ { from = \"2024-01\", known = \"2023-12-01\", "
      "value "
      "= \"1\", status = \"enacted\", reference = \"文件\" } ]\n",
      [&](TomlTable& root, InputErrors& errors) {
        for (int i = 0; i < 2; ++i) {
          TomlTable parameters = root.table("parameter");
          read_parameters(parameters, "own", "law", tree, errors);
        }
      });
  EXPECT_EQ(twice, Keys{"name"});
}

}  // namespace
}  // namespace disburse
