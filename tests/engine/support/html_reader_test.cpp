// Tables of web pages, as systems export them under the name .xls.
#include "engine/support/html_reader.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

Spreadsheet read(std::string_view html) { return read_html(html, "page.xls", Door::roster); }

TEST(HtmlReader, reads_cells_and_resolves_entities) {
  const Spreadsheet book = read(
      "<HTML><style>td{x}</style><body>before<table><TR><TD "
      "class=\"<\">a&amp;b</td><td>&#x59D3;&#21517;&nbsp;</td></tr>"
      "<!-- <tr><td>no</td></tr> --><tr><th>1<br>2</th><td></td><td>3\n  4</td></tr></table></body></html>");
  ASSERT_EQ(book.sheets.size(), 1u);
  const Sheet& sheet = book.sheets.front();
  EXPECT_EQ(sheet.at(0, 1)->text, "姓名");
  EXPECT_EQ(sheet.at(1, 0)->text, "1 2");
  EXPECT_EQ(sheet.at(1, 1), nullptr);
  EXPECT_EQ(sheet.at(1, 2)->text, "3 4");
  EXPECT_EQ(sheet.rows(), 2u) << "a comment is no row";
}

TEST(HtmlReader, cells_that_span_push_others_aside) {
  const Spreadsheet book = read(
      "<table><tr><td rowspan=2>a</td><td "
      "colspan=\"2\">b</td></tr><tr><td>c</td><td>d</td></tr></table><table></table>");
  const Sheet& sheet = book.sheets.front();
  EXPECT_EQ(sheet.at(1, 1)->text, "c");
  EXPECT_EQ(sheet.at(1, 2)->text, "d");
  ASSERT_EQ(sheet.merged.size(), 2u);
  EXPECT_EQ(sheet.merged[0].bottom, 1u);
  EXPECT_EQ(sheet.merged[1].right, 2u);
}

TEST(HtmlReader, refuses_pages_that_are_no_table) {
  EXPECT_THROW(read("<html>none</html>"), InputRejected);
  EXPECT_THROW(read("<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>"), InputRejected);
  EXPECT_NO_THROW(read("<table><tr><td rowspan=99999999 colspan=99999>x")) << "spans are bounded";
}

}  // namespace
}  // namespace disburse
