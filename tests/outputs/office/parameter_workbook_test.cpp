// The table of parameters that a planner changes: every value in its unit, what was there kept beside it, hidden.
#include "outputs/office/parameter_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/workbook.hpp"
#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

Parameter parameter(const std::string& path, const std::string& name, Unit unit, const std::string& value) {
  Parameter one;
  one.path = path;
  one.name = name;
  one.unit = unit;
  DatedValue dated;
  dated.from = Month(2020, 1);
  dated.value = parse_value(unit, value).value();
  dated.reference = "办法";
  one.values.push_back(dated);
  return one;
}

/// award.months, award.rate (uncertain), award.standard (600, and 660 from July 2025), resident.count.
ParameterTree law() {
  ParameterTree tree;
  tree.add(parameter("award.months", "发放月份", Unit::months_of_year, "4,10"));
  Parameter rate = parameter("award.rate", "比例", Unit::rate, "0.5");
  rate.uncertainty = Uncertainty{Value(Rate(2, 5)), Value(Rate(3, 5)), "uniform", "统计"};
  tree.add(rate);
  Parameter standard = parameter("award.standard", "每次标准", Unit::yuan_per_payment, "600");
  DatedValue later = standard.values.front();
  later.from = Month(2025, 7);
  later.value = Money::yuan(660);
  standard.values.push_back(later);
  tree.add(standard);
  tree.add(parameter("resident.count", "人数", Unit::persons, "25000"));
  return tree;
}

Scenario scenario(int months = 12) {
  Scenario one;
  one.name = "base";
  one.title = "基准";
  one.horizon = {Month(2024, 1), months};
  return one;
}

Spreadsheet book(const Scenario& of = scenario(), const std::string& prefix = "") {
  return written_book(
      [&](const auto& scratch) { return parameter_workbook(scratch, law(), of, prefix, {"disburse run 参数.xlsx"}); });
}

TEST(ParameterWorkbook, has_a_row_for_each_parameter_by_path) {
  const Sheet sheet = book().sheets.at(0);
  EXPECT_EQ(sheet.name, "参数");
  EXPECT_EQ(text_at(sheet, 0, 0), "参数");
  EXPECT_EQ(text_at(sheet, 0, 7), "依据");
  EXPECT_EQ(text_at(sheet, 1, 0), "award.months");
  EXPECT_EQ(text_at(sheet, 2, 0), "award.rate");
  EXPECT_EQ(text_at(sheet, 3, 0), "award.standard");
  EXPECT_EQ(text_at(sheet, 3, 1), "每次标准");
  EXPECT_EQ(text_at(sheet, 3, 2), "元/次");
  EXPECT_EQ(text_at(sheet, 4, 0), "resident.count");
  EXPECT_EQ(sheet.rows(), 5U);
}

TEST(ParameterWorkbook, leaves_out_what_does_not_begin_so) {
  const Sheet sheet = book(scenario(), "award").sheets.at(0);
  EXPECT_EQ(sheet.rows(), 4U);
  EXPECT_EQ(text_at(sheet, 1, 0), "award.months");
}

TEST(ParameterWorkbook, writes_numbers_as_numbers_and_lists_as_text) {
  const Sheet sheet = book().sheets.at(0);
  ASSERT_NE(sheet.at(3, 3), nullptr);
  EXPECT_EQ(sheet.at(3, 3)->kind, CellKind::number);
  EXPECT_EQ(sheet.at(3, 3)->number, 600.0);
  EXPECT_EQ(sheet.at(4, 3)->number, 25'000.0);
  EXPECT_EQ(sheet.at(1, 3)->kind, CellKind::text) << "4,10 is no number";
  EXPECT_EQ(text_at(sheet, 1, 3), "4,10");
}

/// Who types 3 in a rate's cell gets 3 %.
TEST(ParameterWorkbook, shows_rates_in_per_cent) {
  const ScratchFolder folder;
  folder.write("made.xlsx", parameter_workbook(folder.path(), law(), scenario(), "", {}));
  EXPECT_THAT(archive_part(folder.path() / "made.xlsx", "xl/styles.xml"), HasSubstr("0.0###%"));
  EXPECT_EQ(book().sheets.at(0).at(2, 3)->number, 0.5);
}

TEST(ParameterWorkbook, says_how_uncertain_a_value_is) {
  const Sheet sheet = book().sheets.at(0);
  EXPECT_EQ(sheet.at(2, 4)->number, 0.4);
  EXPECT_EQ(sheet.at(2, 5)->number, 0.6);
  EXPECT_EQ(text_at(sheet, 2, 6), "均匀");
  EXPECT_EQ(text_at(sheet, 2, 7), "统计") << "the range's own source";
  EXPECT_EQ(text_at(sheet, 3, 7), "办法") << "else the value's";
}

TEST(ParameterWorkbook, takes_the_value_of_the_scenarios_last_month) {
  // December 2024 is before July 2025, June 2025 too; July is not.
  EXPECT_EQ(book(scenario(12)).sheets.at(0).at(3, 3)->number, 600.0);
  EXPECT_EQ(book(scenario(18)).sheets.at(0).at(3, 3)->number, 600.0);
  EXPECT_EQ(book(scenario(19)).sheets.at(0).at(3, 3)->number, 660.0);
}

TEST(ParameterWorkbook, leaves_out_what_has_no_value_then) {
  ParameterTree early = law();
  Parameter ended = parameter("zz.ended", "已停", Unit::yuan, "1");
  ended.values.front().until = Month(2021, 12);
  early.add(ended);
  const Spreadsheet made =
      written_book([&](const auto& scratch) { return parameter_workbook(scratch, early, scenario(), "", {}); });
  EXPECT_EQ(made.sheets.at(0).rows(), 5U);
}

/// What was handed out, to tell what was changed.
TEST(ParameterWorkbook, keeps_the_five_as_they_were_in_hidden_columns) {
  const Sheet sheet = book().sheets.at(0);
  EXPECT_EQ(text_at(sheet, 0, 10), "原基准");
  EXPECT_EQ(sheet.at(2, 10)->number, 0.5);
  EXPECT_EQ(sheet.at(2, 11)->number, 0.4);
  EXPECT_EQ(sheet.at(2, 12)->number, 0.6);
  EXPECT_EQ(text_at(sheet, 2, 13), "均匀");
  EXPECT_EQ(text_at(sheet, 2, 14), "统计");
  EXPECT_EQ(sheet.hidden_columns, (std::vector<std::size_t>{10, 11, 12, 13, 14}));
}

TEST(ParameterWorkbook, tells_what_it_is_of_and_how_it_is_used) {
  const Sheet about = book().sheets.at(1);
  EXPECT_EQ(about.name, "说明");
  EXPECT_EQ(text_at(about, 0, 0), "基准情景");
  EXPECT_EQ(text_at(about, 0, 1), "base");
  EXPECT_EQ(text_at(about, 1, 1), "基准（调整后）");
  EXPECT_THAT(text_at(about, 5, 1), HasSubstr("disburse run 参数.xlsx"));
  EXPECT_EQ(text_at(about, 6, 1), "基准为 2024-12 的取值。");
}

TEST(ParameterWorkbook, offers_the_shapes_to_choose_from) {
  const ScratchFolder folder;
  folder.write("made.xlsx", parameter_workbook(folder.path(), law(), scenario(), "", {}));
  const std::string xml = archive_part(folder.path() / "made.xlsx", "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("三角,均匀,正态"));
  EXPECT_THAT(xml, HasSubstr("sqref=\"G2:G5\""));
}

}  // namespace
}  // namespace disburse
