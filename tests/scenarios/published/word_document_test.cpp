// The text of a Word document: paragraphs as words, tables as cells.
#include "scenarios/published/word_document.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using Words = std::vector<std::string>;

/// Lines of a document whose body is `body`.
std::vector<PublishedLine> lines_of(const std::string& body, const std::string& part = "word/document.xml") {
  const std::map<std::string, std::string> parts{
      {part, "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}};
  const TestWorkbook archive(parts);
  std::ifstream in(archive.file(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return read_word_lines(bytes, "budget.docx");
}

std::string paragraph(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }
std::string cell(const std::string& text, int span = 1) {
  return "<w:tc><w:tcPr><w:gridSpan w:val=\"" + std::to_string(span) + "\"/></w:tcPr>" + paragraph(text) + "</w:tc>";
}

TEST(WordDocument, paragraphs_are_lines_of_words) {
  const auto lines = lines_of(paragraph("一、收支　总表") + paragraph(" ") +
                              "<w:p><w:r><w:t>合计</w:t><w:tab/><w:t>12</w:t></w:r><w:r><w:t>.5</w:t></w:r></w:p>");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].words, (Words{"一、收支", "总表"}));
  EXPECT_EQ(lines[1].words, (Words{"合计", "12.5"})) << "a run ends anywhere, a tab parts words";
  EXPECT_EQ(lines[1].place.line, 3) << "blank paragraphs are counted";
  EXPECT_FALSE(lines[1].of_table);
}

TEST(WordDocument, rows_of_a_table_are_cells) {
  const auto lines =
      lines_of("<w:tbl><w:tr>" + cell("社会 保障") + cell("", 1) + cell("12") + cell("") + "</w:tr><w:tr>" +
               cell("合计", 3) + cell("7") + "</w:tr><w:tr>" + cell("") + "</w:tr></w:tbl>");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].words, (Words{"社会保障", "", "12"}));
  EXPECT_TRUE(lines[0].of_table);
  EXPECT_EQ(lines[1].words, (Words{"合计", "", "", "7"})) << "a cell over three columns leaves two blank ones";
}

TEST(WordDocument, what_is_none_is_refused) {
  EXPECT_THROW(read_word_lines("no archive", "budget.docx"), InputRejected);
  EXPECT_THROW(lines_of(paragraph("甲"), "word/other.xml"), InputRejected);
  EXPECT_THROW(lines_of("<w:p>"), InputRejected) << "broken XML";
}

}  // namespace
}  // namespace disburse
