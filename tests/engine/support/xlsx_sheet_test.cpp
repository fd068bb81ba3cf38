// One sheet as its XML streams by: cells of each kind, merges, hidden rows, and what cannot be read by its address.
#include "engine/support/xlsx_sheet.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace disburse {
namespace {

struct Read {
  Sheet sheet;
  InputErrors errors;
};

/// `inside` of a worksheet, handed out a few bytes at a time.
Read read(const std::string& inside, std::size_t cells_left = 1000) {
  const std::string xml = "<worksheet>" + inside + "</worksheet>";
  std::size_t at = 0;
  WorkbookContext context{"made.xlsx", false, {"共享"}, {{false, -1}, {true, -1}, {false, 2}}, cells_left};
  Read made;
  read_xlsx_sheet(
      [&](char* to, std::size_t room) {
        const std::size_t count = std::min({room, std::size_t{7}, xml.size() - at});
        std::memcpy(to, xml.data() + at, count);
        at += count;
        return count;
      },
      context, made.sheet, made.errors);
  return made;
}

std::string row(const std::string& cells) { return "<sheetData><row r=\"1\">" + cells + "</row></sheetData>"; }

TEST(XlsxSheet, tells_the_kinds_of_cells_apart) {
  const Read made = read(
      row("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1.5</v></c><c r=\"C1\" s=\"1\"><v>18264</v></c>"
          "<c r=\"D1\" t=\"b\"><v>0</v></c><c r=\"E1\" t=\"e\"><v>#N/A</v></c><c r=\"G1\" s=\"2\"><v>600.1</v></c>"));
  EXPECT_TRUE(made.errors.empty());
  const Sheet& sheet = made.sheet;
  EXPECT_EQ(sheet.at(0, 0)->text, "共享");
  EXPECT_EQ(sheet.at(0, 1)->number, 1.5);
  EXPECT_EQ(sheet.at(0, 2)->kind, CellKind::date);
  EXPECT_EQ(sheet.at(0, 2)->text, "1950-01-01");
  EXPECT_EQ(sheet.at(0, 3)->text, "FALSE");
  EXPECT_EQ(sheet.at(0, 4)->kind, CellKind::error);
  EXPECT_EQ(sheet.at(0, 5), nullptr);
  EXPECT_EQ(sheet.at(0, 6)->shown(), "600.10") << "two decimals by its style";
}

TEST(XlsxSheet, names_cells_that_cannot_be_read_by_their_address) {
  const Read made =
      read(row("<c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"d\"><v>never</v></c><c r=\"C1\"><v>7</v></c>"));
  EXPECT_EQ(made.errors.size(), 2U) << "no such shared text, no such date";
  ASSERT_NE(made.sheet.at(0, 2), nullptr);
  EXPECT_EQ(made.sheet.at(0, 2)->number, 7.0);
  EXPECT_EQ(made.sheet.at(0, 0), nullptr);
}

TEST(XlsxSheet, keeps_merges_and_what_is_hidden) {
  const Read made = read(
      "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
      "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row></sheetData>"
      "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>");
  ASSERT_EQ(made.sheet.merged.size(), 1U);
  EXPECT_EQ(made.sheet.merged[0].bottom, 1U);
  EXPECT_EQ(made.sheet.merged[0].right, 2U);
  EXPECT_EQ(made.sheet.hidden_rows, std::vector<std::size_t>{1});
  EXPECT_EQ(made.sheet.hidden_columns, (std::vector<std::size_t>{1, 2}));
}

TEST(UnescapedText, gives_the_character_that_is_meant) {
  EXPECT_EQ(unescaped_text("a_x000A_b"), "a\nb");
  EXPECT_EQ(unescaped_text("_x4E2D_"), "中");
  EXPECT_EQ(unescaped_text("_x000G_ _x00"), "_x000G_ _x00") << "no such escape";
  EXPECT_EQ(unescaped_text("x_x_x0041_"), "x_xA");
  EXPECT_EQ(unescaped_text(""), "");
}

TEST(RichText, joins_runs_and_leaves_phonetic_ones_out) {
  RichText text;
  const auto run = [&](const char* words) {
    text.begin("t");
    text.add(words);
    text.end("t");
  };
  run("张");
  text.begin("rPh");
  run("zhang");
  text.end("rPh");
  text.add("between runs");
  run("三");
  EXPECT_EQ(text.take(), "张三");
  EXPECT_EQ(text.take(), "") << "taken";
}

}  // namespace
}  // namespace disburse
