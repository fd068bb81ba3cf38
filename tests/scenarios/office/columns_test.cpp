// Which column is which field: by its heading, the office's own file before the project's list.
#include "scenarios/office/columns.hpp"

#include <gtest/gtest.h>

#include "support/office_tables.hpp"
#include "support/refusals.hpp"

namespace disburse {
namespace {

TEST(Columns, headings_are_known_without_blanks_brackets_and_units) {
  EXPECT_EQ(bare_heading("月养老金（元）"), "月养老金");
  EXPECT_EQ(bare_heading("月 养老金(元)*"), "月养老金");
  EXPECT_EQ(bare_heading("月养老金/万元"), "月养老金");
  EXPECT_EQ(bare_heading("缴费年限/年"), "缴费年限");
  EXPECT_EQ(bare_heading("甲（乙（丙）丁）戊"), "甲戊") << "brackets within brackets";
  EXPECT_EQ(bare_heading("甲）乙"), "甲乙") << "a bracket that was never opened";
  EXPECT_EQ(bare_heading("万元"), "万元") << "a heading is not nothing";
}

TEST(Columns, are_lettered_as_a_spreadsheet_does) {
  EXPECT_EQ(column_letter(0), "A");
  EXPECT_EQ(column_letter(25), "Z");
  EXPECT_EQ(column_letter(26), "AA");
}

TEST(Columns, every_field_but_the_parts_of_a_person_is_amount_date_or_code) {
  for (const Field field : {Field::name, Field::bank, Field::phone, Field::address}) EXPECT_TRUE(is_personal(field));
  EXPECT_FALSE(is_personal(Field::identity)) << "it is needed for the pseudonym";
  for (const Field field : enumerators<Field>) {
    EXPECT_FALSE(is_amount(field) && is_date(field)) << to_string(field);
    EXPECT_FALSE(is_personal(field) && (is_amount(field) || is_date(field))) << to_string(field);
  }
  EXPECT_TRUE(is_amount(Field::pension) && is_amount(Field::grade));
  EXPECT_FALSE(is_amount(Field::service));
  EXPECT_TRUE(is_date(Field::died) && is_date(Field::first_paid));
}

TEST(Columns, of_one_field_twice_are_a_fault_but_for_personal_ones) {
  InputErrors errors;
  const Mapping mapping =
      map_columns({"公民身份号码", "身份证号码", "姓名", "姓名"}, project_columns(), "t.csv", errors);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors.begin()->place.file, "t.csv");
  EXPECT_EQ(mapping.at[static_cast<std::size_t>(Field::identity)], 0U) << "the first one";
  EXPECT_FALSE(mapping.has(Field::name)) << "names are dropped at the door";
  ASSERT_EQ(mapping.columns.size(), 4U);
  EXPECT_EQ(mapping.columns[2].field, Field::name);
}

TEST(Columns, tell_age_and_sex_by_the_number_or_by_both_columns) {
  const auto mapping = [](const std::vector<std::string>& headings) {
    InputErrors errors;
    return map_columns(headings, project_columns(), "t.csv", errors);
  };
  EXPECT_TRUE(names_persons(mapping({"公民身份号码"})));
  EXPECT_TRUE(names_persons(mapping({"出生日期", "性别"})));
  EXPECT_FALSE(names_persons(mapping({"出生日期"})));
  EXPECT_FALSE(names_persons(mapping({"性别", "姓名"})));
}

TEST(Columns, unknown_ones_are_told_the_heading_that_may_be_meant) {
  EXPECT_EQ(project_columns().field_of("出生日期（公历）"), Field::birth);
  EXPECT_FALSE(project_columns().field_of("本人出生日期"));
  EXPECT_EQ(project_columns().nearest("本人出生日期"), "出生日期");
  EXPECT_EQ(project_columns().nearest("备注"), "") << "two characters are near to everything";
}

TEST(Columns, of_the_offices_own_file_go_before_the_list_and_may_name_a_unit) {
  const ScratchFolder folder;
  folder.write("own.toml", R"(schema = "disburse/office-columns/1"
[[column]]
field = "pension"
unit = "wan_yuan"
headings = ["应发金额（万元）"]
[[column]]
field = "retired"
headings = ["出生日期"]
)");
  const ColumnNames names(source_dir() / "scenarios/office/columns.toml", folder.path() / "own.toml");
  EXPECT_EQ(names.field_of("应发金额"), Field::pension);
  EXPECT_EQ(names.unit_of("应发金额"), ColumnUnit::wan_yuan);
  EXPECT_EQ(names.field_of("出生日期"), Field::retired) << "what the office says holds";
  EXPECT_EQ(names.field_of("性别"), Field::sex) << "the rest of the list stays";
  EXPECT_FALSE(names.unit_of("性别"));
}

TEST(Columns, of_a_wrong_file_are_refused_all_at_once) {
  const auto read = [](const std::filesystem::path& file) { ColumnNames(file, std::nullopt); };
  EXPECT_EQ(refusals("own.toml", R"(schema = "disburse/office-columns/1"
[[column]]
field = "pensoin"
headings = ["应发金额"]
[[column]]
field = "birth"
unit = "yuan"
headings = ["生日", "应发金额（元）"]
)",
                     read),
            (std::vector<std::string>{"field", "headings", "unit"}));
}

}  // namespace
}  // namespace disburse
