// A workbook that comes out of another process.
#include "engine/confined/spreadsheet_packing.hpp"

#include <gtest/gtest.h>

#include <random>

#include "engine/confined/packing.hpp"

namespace disburse {
namespace {

Spreadsheet book() {
  Spreadsheet book;
  book.file = "a.xlsx";
  Sheet sheet;
  sheet.name = "名册";
  sheet.hidden = true;
  sheet.cells = {{0, 1, CellKind::text, "姓名", 0.0, false, -1}, {2, 0, CellKind::number, "1980.1", 1980.1, true, 2}};
  sheet.merged = {{0, 1, 0, 3}};
  sheet.hidden_rows = {2};
  sheet.hidden_columns = {5, 6};
  book.sheets = {sheet, {}};
  return book;
}

TEST(SpreadsheetPacking, loses_nothing) {
  const Spreadsheet back = unpacked_spreadsheet(packed(book()));
  ASSERT_EQ(back.sheets.size(), 2u);
  EXPECT_EQ(back.file, "a.xlsx");
  const Sheet& sheet = back.sheets[0];
  EXPECT_EQ(sheet.name, "名册");
  EXPECT_TRUE(sheet.hidden);
  ASSERT_EQ(sheet.cells.size(), 2u);
  EXPECT_EQ(sheet.cells[1].shown(), "1980.10");
  EXPECT_TRUE(sheet.cells[1].from_formula);
  EXPECT_EQ(sheet.cells[0].column, 1u);
  EXPECT_EQ(sheet.merged[0].right, 3u);
  EXPECT_EQ(sheet.hidden_rows, std::vector<std::size_t>{2});
  EXPECT_EQ(sheet.hidden_columns, (std::vector<std::size_t>{5, 6}));
  EXPECT_EQ(packed(back), packed(book()));
}

TEST(SpreadsheetPacking, refuses_cells_beyond_a_sheet_or_out_of_order) {
  Spreadsheet wrong = book();
  std::swap(wrong.sheets[0].cells[0], wrong.sheets[0].cells[1]);
  EXPECT_THROW(unpacked_spreadsheet(packed(wrong)), Unpackable);
  wrong = book();
  wrong.sheets[0].cells[1].row = 2'000'000;
  EXPECT_THROW(unpacked_spreadsheet(packed(wrong)), Unpackable);
  EXPECT_THROW(unpacked_spreadsheet(packed(book()) + "x"), Unpackable);
}

TEST(SpreadsheetPacking, damaged_bytes_do_no_harm) {
  const std::string sound = packed(book());
  std::mt19937 random(1);
  std::size_t refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes = sound;
    for (int n = 0; n < 3; ++n) bytes[random() % bytes.size()] = static_cast<char>(random());
    try {
      unpacked_spreadsheet(bytes);
    } catch (const Unpackable&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 5000u);
}

}  // namespace
}  // namespace disburse
