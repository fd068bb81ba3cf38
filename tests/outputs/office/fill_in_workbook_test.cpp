// Workbooks to fill in: notes, headings, the example, rows that are there, and checks of the cells that are typed.
#include "outputs/office/fill_in_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/workbook.hpp"
#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

FillInSheet sheet() {
  FillInSheet made;
  made.name = "科目";
  made.title = "预算调整";
  made.notes = {"金额以万元填写", "不知道写“未知”"};
  made.columns = {{"科目编码"},
                  {"金额（万元）", 16.0, CellCheck::amount},
                  {"人数", 10.0, CellCheck::whole},
                  {"类别", 10.0, CellCheck::choice, {"追加", "调整"}}};
  made.example = {"例：2080507", "100.00"};
  made.rows = {{"2080109", "", "3"}, {"2082602"}};
  made.blank_rows = 5;
  return made;
}

Spreadsheet book_of(const FillInSheet& form) {
  return written_book([&](const auto& scratch) { return fill_in_workbook(scratch, "表", {form}); });
}

TEST(FillInWorkbook, holds_title_notes_headings_example_and_rows) {
  const Sheet page = book_of(sheet()).sheets.at(0);
  EXPECT_EQ(page.name, "科目");
  EXPECT_EQ(text_at(page, 0, 0), "预算调整");
  EXPECT_EQ(text_at(page, 1, 0), "金额以万元填写");
  EXPECT_EQ(text_at(page, 2, 0), "不知道写“未知”");
  EXPECT_EQ(text_at(page, 3, 1), "金额（万元）");
  EXPECT_EQ(text_at(page, 4, 0), "例：2080507");
  EXPECT_EQ(text_at(page, 5, 0), "2080109");
  EXPECT_EQ(text_at(page, 5, 2), "3");
  EXPECT_EQ(text_at(page, 6, 0), "2082602");
}

TEST(FillInWorkbook, of_one_column_keeps_its_notes) {
  FillInSheet narrow = sheet();
  narrow.columns.resize(1);
  narrow.example = {"例"};
  narrow.rows = {{"甲"}};
  const Sheet page = book_of(narrow).sheets.at(0);
  EXPECT_EQ(text_at(page, 1, 0), "金额以万元填写");
  EXPECT_EQ(text_at(page, 2, 0), "不知道写“未知”");
  EXPECT_EQ(text_at(page, 5, 0), "甲");
}

/// The checks of the only sheet, as the file says them.
std::string validations(const FillInSheet& form) {
  const ScratchFolder folder;
  folder.write("made.xlsx", fill_in_workbook(folder.path(), "表", {form}));
  return archive_part(folder.path() / "made.xlsx", "xl/worksheets/sheet1.xml");
}

TEST(FillInWorkbook, checks_rows_and_blanks_below_the_example) {
  const std::string xml = validations(sheet());
  // Rows 6 and 7 are there, 8 to 12 are blank; row 5 is the example and is not checked.
  EXPECT_THAT(
      xml, testing::AllOf(HasSubstr("sqref=\"B6:B12\""), HasSubstr("sqref=\"C6:C12\""), HasSubstr("sqref=\"D6:D12\"")));
  EXPECT_THAT(xml, Not(HasSubstr("sqref=\"A6:A12\""))) << "a text is anything";
  EXPECT_THAT(xml, testing::AllOf(HasSubstr("type=\"decimal\""), HasSubstr("type=\"whole\""),
                                  HasSubstr("type=\"list\""), HasSubstr("追加,调整")));
}

TEST(FillInWorkbook, without_rows_checks_nothing) {
  FillInSheet empty = sheet();
  empty.rows.clear();
  empty.blank_rows = 0;
  EXPECT_THAT(validations(empty), Not(HasSubstr("dataValidation")));
}

}  // namespace
}  // namespace disburse
