// Native charts and the numbers that they draw: one below the other, by category, as points, and none of a heat map.
#include "outputs/office/chart_sheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/workbook.hpp"
#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A book with the sheet 图 for charts and 数 for what they draw.
std::string book_of(const std::filesystem::path& scratch, const std::vector<Exhibit>& exhibits) {
  return workbook_bytes(scratch, "图", [&](lxw_workbook* book, const WorkbookFormats& formats) {
    lxw_worksheet* sheet = add_sheet(book, "图", Page::landscape, Fit::one_page);
    ChartSheet charts(book, "数", formats);
    for (const Exhibit& exhibit : exhibits) charts.add(sheet, 0, exhibit);
  });
}

Sheet numbers_of(const std::vector<Exhibit>& exhibits) {
  return written_book([&](const auto& scratch) { return book_of(scratch, exhibits); }).sheets.at(1);
}

std::string part_of(const std::vector<Exhibit>& exhibits, const std::string& part) {
  const ScratchFolder folder;
  folder.write("made.xlsx", book_of(folder.path(), exhibits));
  return archive_part(folder.path() / "made.xlsx", part);
}

Exhibit drawn(ChartKind kind) {
  Exhibit exhibit;
  exhibit.title = "各科目";
  exhibit.chart = chart_of(kind);
  exhibit.chart->categories = {"甲", "乙"};
  exhibit.chart->series = {{"预算", {60.0, 70.0}, {}, false}, {"预计", {66.0, std::nullopt}, {}, false}};
  return exhibit;
}

double number_at(const Sheet& sheet, std::size_t row, std::size_t column) {
  const SheetCell* cell = sheet.at(row, column);
  return cell == nullptr ? -1.0 : cell->number;
}

TEST(ChartSheet, writes_a_row_for_each_category_and_a_column_for_each_series) {
  const Sheet sheet = numbers_of({drawn(ChartKind::grouped)});
  EXPECT_EQ(sheet.name, "数");
  EXPECT_EQ(text_at(sheet, 0, 1), "预算");
  EXPECT_EQ(text_at(sheet, 0, 2), "预计");
  EXPECT_EQ(text_at(sheet, 1, 0), "甲");
  EXPECT_EQ(text_at(sheet, 2, 0), "乙");
  EXPECT_EQ(number_at(sheet, 1, 1), 60.0);
  EXPECT_EQ(number_at(sheet, 1, 2), 66.0);
  EXPECT_EQ(number_at(sheet, 2, 1), 70.0);
  EXPECT_EQ(sheet.at(2, 2), nullptr) << "nothing is drawn where nothing is";
}

TEST(ChartSheet, draws_what_it_wrote) {
  const std::string chart = part_of({drawn(ChartKind::grouped)}, "xl/charts/chart1.xml");
  EXPECT_THAT(chart, HasSubstr("'数'!$A$2:$A$3"));
  EXPECT_THAT(chart, HasSubstr("'数'!$B$2:$B$3"));
  EXPECT_THAT(chart, HasSubstr("'数'!$C$2:$C$3"));
  EXPECT_THAT(chart, HasSubstr("预计"));
}

TEST(ChartSheet, puts_the_next_numbers_below) {
  const Sheet sheet = numbers_of({drawn(ChartKind::grouped), drawn(ChartKind::lines)});
  // Head and two categories, and a row between.
  EXPECT_EQ(text_at(sheet, 4, 1), "预算");
  EXPECT_EQ(number_at(sheet, 5, 2), 66.0);
  EXPECT_THAT(part_of({drawn(ChartKind::grouped), drawn(ChartKind::lines)}, "xl/charts/chart2.xml"),
              HasSubstr("'数'!$B$6:$B$7"));
}

TEST(ChartSheet, lays_the_mark_across_as_one_more_series) {
  Exhibit exhibit = drawn(ChartKind::lines);
  exhibit.chart->mark = ChartMark{"上限", 80.0};
  const Sheet sheet = numbers_of({exhibit});
  EXPECT_EQ(text_at(sheet, 0, 3), "上限");
  EXPECT_EQ(number_at(sheet, 1, 3), 80.0);
  EXPECT_EQ(number_at(sheet, 2, 3), 80.0);
  exhibit.chart->mark->value.reset();
  EXPECT_EQ(text_at(numbers_of({exhibit}), 0, 3), "") << "a mark without a value is none";
}

TEST(ChartSheet, of_a_heat_map_is_empty) {
  const std::vector<Exhibit> map{drawn(ChartKind::heatmap)};
  EXPECT_TRUE(numbers_of(map).cells.empty());
  EXPECT_EQ(part_of(map, "xl/charts/chart1.xml"), "");
}

TEST(ChartSheet, writes_points_with_their_names) {
  Exhibit exhibit;
  exhibit.title = "超支概率";
  exhibit.chart = chart_of(ChartKind::scatter);
  exhibit.chart->axes = {"人数", "人均"};
  Series series;
  series.name = "项目";
  series.points = {{55'000.0, 600.0, "奖励"}, {5'429.0, 5'650.0, ""}};
  exhibit.chart->series = {series};
  const Sheet sheet = numbers_of({exhibit});
  EXPECT_EQ(text_at(sheet, 1, 0), "奖励");
  EXPECT_EQ(number_at(sheet, 1, 1), 55'000.0);
  EXPECT_EQ(number_at(sheet, 1, 2), 600.0);
  EXPECT_EQ(sheet.at(2, 0), nullptr);
  const std::string chart = part_of({exhibit}, "xl/charts/chart1.xml");
  EXPECT_THAT(chart, HasSubstr("<c:scatterChart>"));
  EXPECT_THAT(chart, HasSubstr("人均"));
}

TEST(ChartSheet, has_the_kind_of_chart_that_the_exhibit_asks_for) {
  const auto chart = [&](ChartKind kind) { return part_of({drawn(kind)}, "xl/charts/chart1.xml"); };
  EXPECT_THAT(chart(ChartKind::stacked), testing::AllOf(HasSubstr("val=\"col\""), HasSubstr("val=\"stacked\"")));
  EXPECT_THAT(chart(ChartKind::grouped), testing::AllOf(HasSubstr("val=\"col\""), Not(HasSubstr("val=\"stacked\""))));
  EXPECT_THAT(chart(ChartKind::lines), HasSubstr("<c:lineChart>"));
  EXPECT_THAT(chart(ChartKind::fan), HasSubstr("<c:lineChart>"));
  EXPECT_THAT(chart(ChartKind::bars_across), testing::AllOf(HasSubstr("val=\"bar\""), Not(HasSubstr("\"stacked\""))));
  for (const ChartKind kind : {ChartKind::tornado, ChartKind::waterfall, ChartKind::pyramid})
    EXPECT_THAT(chart(kind), testing::AllOf(HasSubstr("val=\"bar\""), HasSubstr("val=\"stacked\"")));
}

/// Bars that lie across begin with the first name on top, but for the youngest of a pyramid.
TEST(ChartSheet, reads_from_the_top) {
  EXPECT_THAT(part_of({drawn(ChartKind::tornado)}, "xl/charts/chart1.xml"), HasSubstr("\"maxMin\""));
  EXPECT_THAT(part_of({drawn(ChartKind::pyramid)}, "xl/charts/chart1.xml"), Not(HasSubstr("\"maxMin\"")));
}

TEST(ChartSheet, does_not_show_the_floor_of_a_waterfall) {
  Exhibit exhibit = drawn(ChartKind::waterfall);
  exhibit.chart->series[0].hidden = true;
  const std::string chart = part_of({exhibit}, "xl/charts/chart1.xml");
  EXPECT_THAT(chart, HasSubstr("<a:noFill/>"));
  EXPECT_THAT(chart, Not(HasSubstr("<c:legend>")));
  EXPECT_THAT(part_of({drawn(ChartKind::grouped)}, "xl/charts/chart1.xml"), HasSubstr("<c:legend>"));
}

TEST(ChartSheet, begins_an_axis_where_the_exhibit_does) {
  Exhibit exhibit = drawn(ChartKind::bars_across);
  exhibit.chart->minimum = 50.0;
  EXPECT_THAT(part_of({exhibit}, "xl/charts/chart1.xml"), HasSubstr("<c:min val=\"50\"/>"));
}

}  // namespace
}  // namespace disburse
