// CSV byte by byte: marks, quotation, guards against formulas, empty cells.
#include "outputs/text/csv_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

const std::string mark = "\xEF\xBB\xBF";
const std::vector<CsvColumn> one_column{{"a", "a"}};

TEST(CsvTable, begins_with_a_mark_and_headings_with_keys) {
  const CsvTable table({{"预算（元）", "budget"}, {"名称", "name"}});
  EXPECT_EQ(table.bytes(), mark + "预算（元）[budget],名称[name]\r\n");
}

TEST(CsvTable, writes_cells_as_they_are_read) {
  CsvTable table({{"甲", "a"}, {"乙", "b"}, {"丙", "c"}, {"丁", "d"}});
  table.text("普通").money(-600000.00_yuan).number(0.1).integer(-7).end_row();
  table.text("").money(std::nullopt).number(std::nullopt).integer(0).end_row();
  table.text("x").money(Money{}).number(std::nan("")).integer(1).end_row();
  EXPECT_EQ(table.bytes(), mark + "甲[a],乙[b],丙[c],丁[d]\r\n普通,-600000.00,0.1,-7\r\n,,,0\r\nx,0.00,,1\r\n");
}

TEST(CsvTable, quotes_what_would_break_a_row) {
  CsvTable table(one_column);
  table.text("a,b").end_row();
  table.text("say \"x\"").end_row();
  table.text("two\nlines").end_row();
  EXPECT_EQ(table.bytes(), mark + "a[a]\r\n\"a,b\"\r\n\"say \"\"x\"\"\"\r\n\"two\nlines\"\r\n");
}

TEST(CsvTable, guards_text_that_a_spreadsheet_would_run) {
  for (const char* text : {"=1+1", "+1", "-1", "@x", "\tx"}) {
    CsvTable table(one_column);
    table.text(text).end_row();
    EXPECT_EQ(table.bytes(), mark + "a[a]\r\n'" + text + "\r\n") << text;
  }
  CsvTable table(one_column);
  table.text("a=1").end_row();
  EXPECT_EQ(table.bytes(), mark + "a[a]\r\na=1\r\n");
}

TEST(CsvTable, has_rows_of_one_length) {
  CsvTable table({{"a", "a"}, {"b", "b"}});
  table.text("x");
  EXPECT_THROW(table.end_row(), ProgramFault);
  EXPECT_THROW(table.bytes(), ProgramFault) << "a row is open";
  table.text("y");
  EXPECT_THROW(table.text("z"), ProgramFault);
}

TEST(CsvTable, may_have_headings_without_keys) {
  EXPECT_EQ(CsvTable::of_headings({"甲", "乙"}).bytes(), mark + "甲,乙\r\n");
}

}  // namespace
}  // namespace disburse
