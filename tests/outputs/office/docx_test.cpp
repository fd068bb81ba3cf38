// A docx is a whole package with numbered pages, and shows what it was given, whatever characters that has.
#include "outputs/office/docx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/workbook.hpp"

namespace disburse {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string part(const Docx& docx, const char* name) {
  const TestWorkbook file(docx.bytes());
  return archive_part(file.file(), name);
}

TEST(Docx, reserved_characters_are_escaped_and_forbidden_ones_dropped) {
  EXPECT_EQ(xml_escaped("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&apos;");
  EXPECT_EQ(xml_escaped(std::string("x\x01y\x0Bz")), "xyz");
}

TEST(Docx, has_its_paragraphs_headings_and_tables) {
  Docx docx;
  docx.title("测算说明");
  docx.heading("一、依据");
  docx.paragraph("支出 < 预算");
  docx.table({{"项目", "金额"}, {"民族团结奖", "6,540.67"}}, {60, 40});
  const std::string body = part(docx, "word/document.xml");
  for (const char* text : {"测算说明", "一、依据", "支出 &lt; 预算", "民族团结奖", "6,540.67"})
    EXPECT_THAT(body, HasSubstr(text));
  EXPECT_THAT(body, HasSubstr("w:tblHeader"));  // the head is repeated on each page
}

TEST(Docx, numbers_its_pages) {
  Docx docx;
  docx.paragraph("1");
  EXPECT_THAT(part(docx, "word/footer1.xml"), HasSubstr("w:instr=\" PAGE \""));
  EXPECT_THAT(part(docx, "[Content_Types].xml"), HasSubstr("/word/footer1.xml"));
  EXPECT_THAT(part(docx, "word/_rels/document.xml.rels"), HasSubstr("footer1.xml"));
}

TEST(Docx, the_same_text_has_the_same_bytes) {
  const auto made = [] {
    Docx docx;
    docx.paragraph("37,323.12");
    return docx.bytes();
  };
  EXPECT_EQ(made(), made());
}

}  // namespace
}  // namespace disburse
