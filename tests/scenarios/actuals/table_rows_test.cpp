// Rows of a plain table, from text.
#include "scenarios/actuals/table_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using Cells = std::vector<std::string>;

TableOfRows rows_of(const std::string& bytes) {
  const ScratchFolder folder;
  folder.write("table.csv", bytes);
  return table_of(folder.path() / "table.csv");
}

TEST(TableRows, keep_their_lines_and_separators_are_found) {
  const TableOfRows table = rows_of("项目,月份\n\"a,b\",2024-01\n\nc,\n");
  EXPECT_FALSE(table.workbook);
  ASSERT_GE(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[1].cells, (Cells{"a,b", "2024-01"}));
  EXPECT_EQ(table.rows[1].number, 2);
  EXPECT_EQ(table.rows.back().cells, (Cells{"c", ""}));
  EXPECT_EQ(table.rows.back().number, 4);
  EXPECT_EQ(rows_of("a\tb\nc\td\n").rows[1].cells, (Cells{"c", "d"}));
}

TEST(TableRows, of_a_page_are_those_of_its_table) {
  const TableOfRows table = rows_of("<html><table><tr><td>项目<td>月份</tr><tr><td>a<td>2024-01</tr></table></html>");
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[1].cells, (Cells{"a", "2024-01"}));
}

TEST(TableRows, name_the_place_of_what_is_no_text) {
  try {
    rows_of("a,b\nc,\xff\xfe\xfd\n");
    FAIL();
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::roster);
    EXPECT_THAT(to_string(*rejected.errors().begin()), HasSubstr("table.csv:2:"));
  }
  EXPECT_THROW(rows_of("a,\"b\nc,d\n"), InputRejected) << "a quote that never ends";
}

}  // namespace
}  // namespace disburse
