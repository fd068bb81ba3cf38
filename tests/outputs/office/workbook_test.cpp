// A workbook under construction: read back before it leaves, refused when it lost something, heights that hold the
// text.
#include "outputs/office/workbook.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

std::string one_cell(const std::filesystem::path& scratch, const std::string& text) {
  return workbook_bytes(scratch, "题", [&](lxw_workbook* book, const WorkbookFormats& formats) {
    lxw_worksheet* sheet = add_sheet(book, "表", Page::landscape, Fit::one_page);
    written(worksheet_write_string(sheet, 0, 0, text.c_str(), formats.text));
    written(worksheet_write_number(sheet, 1, 0, 0.1, formats.amount));
  });
}

TEST(Workbook, is_the_same_bytes_each_time_and_leaves_nothing_behind) {
  const ScratchFolder folder;
  const std::string first = one_cell(folder.path(), "甲"), second = one_cell(folder.path(), "甲");
  EXPECT_EQ(first, second);
  EXPECT_EQ(folder.listing(), "");
  EXPECT_NE(first, one_cell(folder.path(), "乙"));
}

TEST(Workbook, holds_what_was_written) {
  const Spreadsheet book = written_book([](const auto& scratch) { return one_cell(scratch, "甲"); });
  EXPECT_EQ(book.sheets.at(0).name, "表");
  EXPECT_EQ(text_at(book.sheets[0], 0, 0), "甲");
  EXPECT_EQ(book.sheets[0].at(1, 0)->number, 0.1);
}

TEST(Workbook, refuses_what_a_cell_cannot_hold) {
  const ScratchFolder folder;
  EXPECT_NO_THROW(one_cell(folder.path(), std::string(32'767, 'x')));
  EXPECT_THROW(one_cell(folder.path(), std::string(32'768, 'x')), Failure);
  EXPECT_EQ(folder.listing(), "") << "nothing is left of a book that failed";
}

TEST(Workbook, refuses_two_sheets_of_one_name) {
  const ScratchFolder folder;
  EXPECT_ANY_THROW(workbook_bytes(folder.path(), "题", [&](lxw_workbook* book, const WorkbookFormats&) {
    add_sheet(book, "表", Page::portrait, Fit::one_page);
    add_sheet(book, "表", Page::portrait, Fit::one_page);
  }));
}

TEST(Workbook, rows_are_as_high_as_their_wrapped_text) {
  const double one = height_for("甲", 20), two = height_for("甲\n乙", 20), three = height_for("甲\n\n乙", 20);
  EXPECT_GT(two, one);
  EXPECT_DOUBLE_EQ(three - two, two - one) << "a blank line is a line";
  // Ten characters of two columns each in a cell of eleven: two lines.
  EXPECT_DOUBLE_EQ(height_for("甲甲甲甲甲甲甲甲甲甲", 11), two);
  EXPECT_DOUBLE_EQ(height_for("甲甲甲甲甲", 11), one);
  EXPECT_GT(height_for("甲甲", 0.5), one) << "a cell of no width still has room for a character";
}

TEST(Workbook, is_wider_across_than_upright) { EXPECT_GT(page_width(Page::landscape), page_width(Page::portrait)); }

}  // namespace
}  // namespace disburse
