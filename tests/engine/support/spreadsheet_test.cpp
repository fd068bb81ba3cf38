// Names of cells, days of serials, cells of a sheet.
#include "engine/support/spreadsheet.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Spreadsheet, names_cells_as_spreadsheets_do) {
  EXPECT_EQ(cell_name(0, 0), "A1");
  EXPECT_EQ(cell_name(2, 1), "B3");
  EXPECT_EQ(cell_name(0, 25), "Z1");
  EXPECT_EQ(cell_name(0, 26), "AA1");
  EXPECT_EQ(cell_name(9, 701), "ZZ10");
  EXPECT_EQ(cell_name(0, 702), "AAA1");
  for (std::size_t column = 0; column < 2000; ++column) {
    const auto address = parse_cell_name(cell_name(41, column));
    ASSERT_TRUE(address) << column;
    EXPECT_EQ(address->row, 41u);
    EXPECT_EQ(address->column, column);
  }
}

TEST(Spreadsheet, other_names_are_none) {
  for (const char* name : {"", "A", "1", "1A", "A0", "a 1", "A-1"}) EXPECT_FALSE(parse_cell_name(name)) << name;
}

/// In the 1900 system 1 is 1 January 1900; 60 is the 29 February that never was; 61 is 1 March 1900; 45292 is
/// 1 January 2024. The 1904 system counts from 1 January 1904, 1,462 days later.
TEST(Spreadsheet, reads_days_of_both_systems) {
  EXPECT_EQ(to_string(*date_of_serial(1, false)), "1900-01-01");
  EXPECT_EQ(to_string(*date_of_serial(59, false)), "1900-02-28");
  EXPECT_FALSE(date_of_serial(60, false));
  EXPECT_EQ(to_string(*date_of_serial(61, false)), "1900-03-01");
  EXPECT_EQ(to_string(*date_of_serial(45292, false)), "2024-01-01");
  EXPECT_EQ(to_string(*date_of_serial(45292.75, false)), "2024-01-01") << "a part of a day is the time";
  EXPECT_EQ(to_string(*date_of_serial(45292 - 1462, true)), "2024-01-01");
  EXPECT_FALSE(date_of_serial(-1, false));
  EXPECT_FALSE(date_of_serial(1e9, false));
}

TEST(Spreadsheet, finds_a_cell_by_row_and_column) {
  Sheet sheet;
  EXPECT_EQ(sheet.rows(), 0u);
  sheet.cells = {{0, 1, CellKind::text, "a"}, {2, 0, CellKind::number, "5", 5.0}};
  ASSERT_NE(sheet.at(2, 0), nullptr);
  EXPECT_EQ(sheet.at(2, 0)->text, "5");
  EXPECT_EQ(sheet.at(0, 0), nullptr);
  EXPECT_EQ(sheet.at(1, 1), nullptr);
  EXPECT_EQ(sheet.rows(), 3u);
}

}  // namespace
}  // namespace disburse
