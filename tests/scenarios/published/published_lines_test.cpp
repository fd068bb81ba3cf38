// A document's lines, whatever file it came as.
#include "scenarios/published/published_lines.hpp"

#include <gtest/gtest.h>

#include "support/refusals.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using Words = std::vector<std::string>;

std::vector<PublishedLine> read(const std::string& name, const std::string& bytes) {
  const ScratchFolder folder;
  folder.write(name, bytes);
  return read_published_lines(folder.path() / name);
}

TEST(PublishedLines, of_text_are_words_with_the_number_of_their_line) {
  const auto lines = read("a.txt", "合计　12.5\t7\r\n\n  \n第二 行\n");
  ASSERT_EQ(lines.size(), 2U) << "blank lines are none";
  EXPECT_EQ(lines[0].words, (Words{"合计", "12.5", "7"}));
  EXPECT_FALSE(lines[0].of_table);
  EXPECT_EQ(lines[1].place.line, 4);
  EXPECT_EQ(lines[1].joined(), "第二行");
  EXPECT_EQ(lines[1].place.file, "a.txt");
}

TEST(PublishedLines, drop_ticks_of_a_fonts_own) {
  // U+F052, a box with a tick in a symbol font; U+E000 begins the private characters and U+F8FF ends them.
  EXPECT_EQ(read("a.txt", "通过\uF052 退回\uE000\uF8FF修改\n").at(0).words, (Words{"通过", "退回修改"}));
  EXPECT_EQ(read("a.txt", "\uF900甲\n").at(0).words, (Words{"\uF900甲"})) << "U+F900 is a character of the language";
}

TEST(PublishedLines, of_csv_keep_blank_cells_within_a_row_and_none_at_its_end) {
  const auto lines = read("a.csv", "科目,,金额,\n\"养 老\n补助\",1,2,3\n,,,\n");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].words, (Words{"科目", "", "金额"}));
  EXPECT_TRUE(lines[0].of_table);
  EXPECT_EQ(lines[1].words, (Words{"养老补助", "1", "2", "3"})) << "spaces and line ends within a cell are the page's";
}

TEST(PublishedLines, of_a_workbook_begin_each_sheet_with_its_name) {
  const TestWorkbook book(
      plain_workbook({{"表 2", {{"合计", "", "#=12.5"}, {}, {"208", "社会保障"}}}, {"表3", {{"30101"}}}}));
  const auto lines = read_published_lines(book.file());
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0].words, Words{"表2"});
  EXPECT_FALSE(lines[0].of_table);
  EXPECT_EQ(lines[1].words, (Words{"合计", "", "12.5"}));
  EXPECT_EQ(lines[2].words, (Words{"208", "社会保障"}));
  EXPECT_EQ(lines[2].place.line, 3);
  EXPECT_NE(lines[2].place.file.find("[表 2]"), std::string::npos);
  EXPECT_EQ(lines[3].words, Words{"表3"});
}

TEST(PublishedLines, of_a_page_are_its_tables_rows) {
  const auto lines =
      read("a.html", "<html><body><table><tr><td>208</td><td>社会 保障</td><td>1.5</td></tr></table></body></html>");
  bool found = false;
  for (const PublishedLine& line : lines) found = found || line.words == Words{"208", "社会保障", "1.5"};
  EXPECT_TRUE(found);
}

TEST(PublishedLines, are_read_by_what_a_file_holds_not_by_its_name) {
  EXPECT_EQ(read("a.docx", "一 二\n").at(0).words, (Words{"一", "二"})) << "a text that somebody renamed";
}

TEST(PublishedLines, of_nothing_are_refused) {
  const auto taken = [](const std::filesystem::path& file) { read_published_lines(file); };
  EXPECT_EQ(refusals("a.txt", " \n\n", taken).size(), 1U);
  EXPECT_EQ(refusals("a.docx", "PK\x03\x04 and no archive", taken).size(), 1U);
  EXPECT_EQ(refusals("a.pdf", "%PDF-1.4 and no document", taken).size(), 1U);
}

}  // namespace
}  // namespace disburse
