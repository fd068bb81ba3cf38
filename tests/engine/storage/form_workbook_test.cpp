// A filled workbook becomes the text that its reader takes: what is left empty is not there, what is wrong is told with
// sheet and cell.
#include "engine/storage/form_workbook.hpp"

#include <gtest/gtest.h>

#include "support/refusals.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using Rows = std::vector<std::vector<std::string>>;

const Form form{
    "disburse/test/1",
    {{"甲", "line", {{"编码", "code"}, {"名称", ""}, {"金额", "amount"}, {"件数", "count", true}}, {"金额"}},
     {"乙",
      "version",
      {{"版本", "name"}, {"类别", "kind", false, {{"追加", "supplement"}}}},
      {"额"},
      "changes",
      {{"科目", "line"}, {"额", "amount"}}},
     {"丙", "margin", {{"名", "name"}}, {"人"}, "cells", {{"范围", "range"}, {"人", "persons", true}}, true}}};

std::string toml(const std::vector<std::pair<std::string, Rows>>& sheets, InputErrors& errors) {
  const TestWorkbook book(plain_workbook(sheets));
  return toml_of_workbook(book.file(), form, errors);
}

TEST(FormWorkbook, filled_rows_become_entries) {
  InputErrors errors;
  EXPECT_EQ(toml({{"甲",
                   {{"标题"},
                    {"编码", "名称", "金额", "件数"},
                    {"示例：1", "x", "9", "9"},
                    {"208", "某", "#=25.61", "#=3"},
                    {"209", "某", "", ""}}}},
                 errors),
            "schema = \"disburse/test/1\"\n[[line]]\ncode = \"208\"\namount = \"25.61\"\ncount = 3\n");
  EXPECT_TRUE(errors.empty());
}

TEST(FormWorkbook, rows_of_one_entry_stand_together) {
  InputErrors errors;
  EXPECT_EQ(
      toml({{"乙",
             {{"版本", "类别", "科目", "额"},
              {"一", "追加", "208", "5"},
              {"一", "追加", "209", "6"},
              {"二", "追加", "208", "7"}}}},
           errors),
      "schema = \"disburse/test/1\"\n"
      "[[version]]\nname = \"一\"\nkind = \"supplement\"\nchanges = [\n  { line = \"208\", amount = \"5\" },\n"
      "  { line = \"209\", amount = \"6\" },\n]\n"
      "[[version]]\nname = \"二\"\nkind = \"supplement\"\nchanges = [\n  { line = \"208\", amount = \"7\" },\n]\n");
  EXPECT_TRUE(errors.empty());
}

TEST(FormWorkbook, inner_texts_are_lists) {
  InputErrors errors;
  EXPECT_EQ(toml({{"丙", {{"名", "范围", "人"}, {"一", "男", "#=26000"}}}}, errors),
            "schema = \"disburse/test/1\"\n[[margin]]\nname = \"一\"\ncells = [\n  [\"男\", \"26000\"],\n]\n");
}

TEST(FormWorkbook, marks_of_text_are_kept_from_ending_it) {
  InputErrors errors;
  const std::string text = toml({{"甲", {{"编码", "金额", "件数"}, {"a\"b\\c", "1", ""}}}}, errors);
  EXPECT_NE(text.find("code = \"a\\\"b\\\\c\""), std::string::npos) << text;
}

TEST(FormWorkbook, faults_name_sheet_and_cell) {
  InputErrors errors;
  toml({{"甲", {{"编码", "金额", "件数"}, {"208", "1", "三"}}}}, errors);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_NE(errors.begin()->place.file.find("[甲!C2]"), std::string::npos) << errors.begin()->place.file;
  InputErrors no_headings;
  toml({{"甲", {{"编码"}, {"208"}}}}, no_headings);
  EXPECT_EQ(no_headings.size(), 1U);
  InputErrors no_sheet;
  toml({{"丁", {{"编码"}}}}, no_sheet);
  EXPECT_EQ(no_sheet.size(), 1U);
}

}  // namespace
}  // namespace disburse
