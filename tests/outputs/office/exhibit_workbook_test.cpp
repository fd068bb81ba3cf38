// A report as a workbook: its contents, a sheet an exhibit with numbers as numbers, and what the charts draw.
#include "outputs/office/exhibit_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/workbook.hpp"
#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

Exhibit lines() {
  Exhibit exhibit;
  exhibit.id = "lines";
  exhibit.title = "科目[预算:执行]";
  exhibit.unit = "万元";
  exhibit.note = "差异为预计减预算。";
  exhibit.columns = {name_column("科目"), money_column("预计"), rate_column("执行率"), count_column("人数", 1)};
  exhibit.add({"奖励", Money::yuan(66'000'000), 1.086, 55'000.25});
  exhibit.add({"=1+1", {}, {}, {}});
  exhibit.rows[0][1].differs = true;
  return exhibit;
}

Exhibit bars() {
  Exhibit exhibit;
  exhibit.id = "months";
  exhibit.title = "分月";
  exhibit.columns = {text_column("月份"), money_column("支出")};
  exhibit.add({"2024-01", Money::yuan(10'000)});
  exhibit.chart = chart_of(ChartKind::grouped);
  exhibit.chart->categories = {"2024-01"};
  exhibit.chart->series = {{"支出", {1.0}, {}, false}};
  return exhibit;
}

ReportContent content() {
  ReportContent made;
  made.title = "报告";
  made.subtitle = "sample  2024 年度";
  made.verdict = "将超支。";
  made.points = {"合计 66 万元", "可以少发"};
  made.headlines = {{money_column("预算"), Money::yuan(60'780'000), "年初预算"}};
  made.exhibits = {lines(), bars()};
  return made;
}

Spreadsheet book(Language language = Language::zh) {
  return written_book([&](const auto& scratch) { return exhibit_workbook(scratch, content(), language); });
}

std::string part(const std::string& name) {
  const ScratchFolder folder;
  folder.write("made.xlsx", exhibit_workbook(folder.path(), content(), Language::zh));
  return archive_part(folder.path() / "made.xlsx", name);
}

TEST(ExhibitWorkbook, has_contents_first_and_the_charts_numbers_last) {
  const Spreadsheet chinese = book();
  ASSERT_EQ(chinese.sheets.size(), 4U);
  EXPECT_EQ(chinese.sheets[0].name, "目录");
  EXPECT_EQ(chinese.sheets[1].name, "1 科目预算执行") << "without what no sheet's name may hold";
  EXPECT_EQ(chinese.sheets[2].name, "2 分月");
  EXPECT_EQ(chinese.sheets[3].name, "图表数据");
  EXPECT_EQ(book(Language::en).sheets[0].name, "contents");
  EXPECT_EQ(book(Language::en).sheets[3].name, "chart data");
}

TEST(ExhibitWorkbook, says_the_verdict_before_the_headlines) {
  const Sheet front = book().sheets[0];
  EXPECT_EQ(text_at(front, 0, 0), "报告");
  EXPECT_EQ(text_at(front, 1, 0), "sample  2024 年度");
  EXPECT_EQ(text_at(front, 2, 0), "将超支。");
  EXPECT_EQ(text_at(front, 3, 0), "合计 66 万元");
  EXPECT_EQ(text_at(front, 4, 0), "可以少发");
  EXPECT_EQ(text_at(front, 6, 0), "预算");
  ASSERT_NE(front.at(6, 1), nullptr);
  EXPECT_EQ(front.at(6, 1)->number, 6078.0);
  EXPECT_EQ(text_at(front, 6, 2), "年初预算");
}

TEST(ExhibitWorkbook, links_to_every_exhibit) {
  const Sheet front = book().sheets[0];
  EXPECT_EQ(text_at(front, 8, 0), "科目[预算:执行]");
  EXPECT_EQ(text_at(front, 9, 0), "分月");
  EXPECT_THAT(part("xl/worksheets/sheet1.xml"), HasSubstr("1 科目预算执行'!A1"));
}

TEST(ExhibitWorkbook, writes_numbers_as_numbers_and_text_as_text) {
  const Sheet sheet = book().sheets[1];
  EXPECT_EQ(text_at(sheet, 0, 0), "科目[预算:执行]（单位：万元）");
  EXPECT_EQ(text_at(sheet, 1, 0), "差异为预计减预算。");
  EXPECT_EQ(text_at(sheet, 2, 1), "预计");
  ASSERT_NE(sheet.at(3, 1), nullptr);
  EXPECT_EQ(sheet.at(3, 1)->kind, CellKind::number);
  EXPECT_EQ(sheet.at(3, 1)->number, 6600.0);
  EXPECT_EQ(sheet.at(3, 2)->number, 1.086) << "a rate is a fraction, shown in per cent";
  EXPECT_EQ(sheet.at(4, 0)->kind, CellKind::text) << "no text becomes a formula";
  EXPECT_EQ(text_at(sheet, 4, 0), "=1+1");
  EXPECT_FALSE(sheet.at(4, 0)->from_formula);
  EXPECT_EQ(text_at(sheet, 4, 1), "-") << "where nothing is";
}

TEST(ExhibitWorkbook, shows_the_columns_own_decimals_and_marks_what_differs) {
  const std::string styles = part("xl/styles.xml");
  EXPECT_THAT(styles, HasSubstr("#,##0.0%"));
  EXPECT_THAT(styles, HasSubstr("\"#,##0.0\""));
  EXPECT_THAT(styles, HasSubstr("FFFFF2CC"));
}

TEST(ExhibitWorkbook, draws_where_an_exhibit_has_a_chart) {
  EXPECT_THAT(part("xl/charts/chart1.xml"), HasSubstr("图表数据"));
  EXPECT_EQ(part("xl/charts/chart2.xml"), "");
  EXPECT_EQ(text_at(book().sheets[3], 0, 1), "支出");
}

TEST(ExhibitWorkbook, of_titles_that_are_alike_and_long_has_names_of_their_own) {
  ReportContent long_titles;
  long_titles.title = "报告";
  Exhibit one = bars();
  one.chart.reset();
  one.title = "一个很长很长很长很长很长很长很长很长很长很长很长很长的标题";
  long_titles.exhibits = {one, one};
  const Spreadsheet made =
      written_book([&](const auto& scratch) { return exhibit_workbook(scratch, long_titles, Language::zh); });
  EXPECT_NE(made.sheets[1].name, made.sheets[2].name);
  EXPECT_EQ(made.sheets[1].name.substr(0, 2), "1 ");
  EXPECT_EQ(text_at(made.sheets[1], 0, 0), one.title) << "the sheet itself bears it whole";
}

}  // namespace
}  // namespace disburse
