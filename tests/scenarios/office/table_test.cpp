// Tables out of files of all kinds.
#include "scenarios/office/table.hpp"

#include <gtest/gtest.h>

#include "engine/support/zip_archive.hpp"
#include "support/office_tables.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

TEST(OfficeTable, spreads_merged_cells_over_the_rows_below) {
  auto parts = plain_workbook(
      {{"a", {{"公民身份号码", "险种", "人员类别"}, {"1", "机关事业", "离休"}, {"2", "机关事业"}, {"3", "机关事业"}}}});
  std::string& sheet = parts["xl/worksheets/sheet1.xml"];
  sheet.insert(sheet.find("</worksheet>"), "<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>");
  const auto table = table_of(zip_archive({parts.begin(), parts.end()}), "a.xlsx");
  OfficeRow row;
  ASSERT_TRUE(table->next(row));
  EXPECT_FALSE(row.cells[2].spread);
  ASSERT_TRUE(table->next(row));
  EXPECT_TRUE(row.cells.at(2).spread);
  EXPECT_EQ(row.cells[2].text, "离休");
  ASSERT_TRUE(table->next(row));
  EXPECT_EQ(row.cells.size(), 2u) << "below the merged cells";
  table->rewind();
  ASSERT_TRUE(table->next(row));
  EXPECT_EQ(row.number, 2u);
}

TEST(OfficeTable, lists_what_is_no_table_of_persons) {
  const ScratchFolder folder;
  const auto parts = plain_workbook({{"名册", {{"公民身份号码", "险种"}, {"1", "机关事业"}}},
                                     {"汇总", {{"险种", "月养老金"}, {"机关事业", "1"}, {"企业", "2"}}},
                                     {"续", {{"99999919491231048X"}}}});
  folder.write("a.xlsx", zip_archive({parts.begin(), parts.end()}));
  const OpenedFile opened = open_tables(folder.path() / "a.xlsx", project_columns());
  EXPECT_EQ(opened.tables.size(), 1u);
  ASSERT_EQ(opened.left_out.size(), 2u);
  EXPECT_EQ(opened.left_out[0].count, 3u);
  EXPECT_FALSE(opened.left_out[0].holds_identities);
  EXPECT_TRUE(opened.left_out[1].holds_identities);
  EXPECT_TRUE(opened.other_kind.empty());
}

}  // namespace
}  // namespace disburse
