// Which tables a layout prints, and where their columns stand.
#include "outputs/office/printed_tables.hpp"

#include <gtest/gtest.h>

#include "engine/budget/layout.hpp"

namespace disburse {
namespace {

BudgetTable table(const char* id, std::size_t names) {
  BudgetTable made;
  made.id = id;
  made.title = std::string("title of ") + id;
  made.headings.assign(names, "name");
  for (const std::string& column : find_layout(id)->columns) made.headings.push_back("heading/" + column);
  return made;
}

BudgetDocument document() {
  BudgetDocument made;
  made.tables = {table("表1收入", 1), table("表1支出", 1), table("表2", 2), table("表4", 0)};
  return made;
}

TEST(PrintedTables, without_sheets_stand_as_in_the_document_under_their_own_numbers) {
  const BudgetDocument made = document();
  const PrintedTables tables(made, {});
  ASSERT_EQ(tables.sheets().size(), 3u);
  EXPECT_EQ(tables.sheets()[0].name, "表一");
  EXPECT_EQ(tables.sheets()[2].name, "表四");
  EXPECT_EQ(tables.sheets()[1].title, "title of 表2");
  EXPECT_EQ(tables.sheet_of(1), &tables.sheets()[0]) << "expense stands beside income";
  EXPECT_EQ(tables.headings(2), made.tables[2].headings);
  EXPECT_EQ(tables.headings(tables.sheets()[0]).size(), 2u + 4u);
  EXPECT_EQ(tables.column(2, 5), 5u);
}

TEST(PrintedTables, a_layout_chooses_orders_names_and_adds) {
  const BudgetDocument made = document();
  FormLayout layout;
  layout.sheets = {{"", "国有资本", {}, {}, "没有。"},
                   {"表2", "支出表", {"合计", "项目支出"}, {"备注"}, {}},
                   {"表1", "", {}, {}, {}}};
  const PrintedTables tables(made, layout);
  ASSERT_EQ(tables.sheets().size(), 3u);
  EXPECT_FALSE(tables.sheets()[0].table);
  EXPECT_EQ(tables.sheets()[1].name, "表二") << "the second sheet";
  EXPECT_EQ(tables.headings(tables.sheets()[1]),
            (std::vector<std::string>{"name", "name", "heading/合计", "heading/项目支出", "备注"}));
  EXPECT_EQ(tables.column(2, 1), 0u) << "合计 comes first now";
  EXPECT_EQ(tables.column(2, 3), 1u);
  EXPECT_FALSE(tables.column(2, 0)) << "last year is not printed";
  EXPECT_EQ(tables.sheet_of(3), nullptr) << "table 4 is on no sheet";
  EXPECT_EQ(tables.names(2), 2u);
}

TEST(PrintedTables, sheets_beyond_nine_have_their_numbers) {
  FormLayout layout;
  for (int i = 0; i < 11; ++i) layout.sheets.push_back({"", "空", {}, {}, "没有。"});
  const BudgetDocument made = document();
  const PrintedTables tables(made, layout);
  EXPECT_EQ(tables.sheets()[9].name, "表十");
  EXPECT_EQ(tables.sheets()[10].name, "表十一");
}

}  // namespace
}  // namespace disburse
