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
    {{"甲", "line", {{"编码", "code", false, {}, true}, {"名称", ""}, {"金额", "amount"}, {"件数", "count", true}}},
     {"乙",
      "version",
      {{"版本", "name"}, {"类别", "kind", false, {{"追加", "supplement"}}}},
      "changes",
      {{"科目", "line", false, {}, true}, {"额", "amount"}}},
     {"丙", "margin", {{"名", "name"}}, "cells", {{"范围", "range"}, {"人", "persons", true}}, true}}};

std::string toml(const std::vector<std::pair<std::string, Rows>>& sheets, InputErrors& errors) {
  const TestWorkbook book(plain_workbook(sheets));
  return toml_of_workbook(book.file(), form, errors).toml;
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

TEST(FormWorkbook, digits_of_any_width_are_read) {
  InputErrors errors;
  const std::string text =
      toml({{"甲", {{"编码", "金额", "件数"}, {"２０８", "－１，２３４．５０", "３，０００"}}}}, errors);
  EXPECT_NE(text.find("code = \"208\"\namount = \"-1234.50\"\ncount = 3000\n"), std::string::npos) << text;
  EXPECT_TRUE(errors.empty());
}

TEST(FormWorkbook, nothing_that_was_filled_in_is_left_out_in_silence) {
  InputErrors errors;
  const std::string text =
      toml({{"乙", {{"版本", "类别", "科目", "额"}, {"", "追加", "208", ""}, {"", "", "209", ""}}}}, errors);
  EXPECT_NE(text.find("kind = \"supplement\""), std::string::npos) << "its reader tells what the row lacks";
  EXPECT_EQ(text.find("209"), std::string::npos) << "the template wrote that alone";
}

/// What a reader finds wrong with the text is said of the cell and in the sheet's words.
TEST(FormDocument, faults_of_the_text_are_told_of_the_cells) {
  const TestWorkbook book(
      plain_workbook({{"乙", {{"版本", "类别", "科目", "额"}, {"一", "追", "208", "x"}, {"一", "追", "209", ""}}}}));
  InputErrors errors;
  FormDocument document(book.file(), form, errors);
  TomlTable root = document.root();
  for (TomlTable& version : root.tables("version")) {
    version.word("kind", {"supplement"});
    for (TomlTable& change : version.tables("changes")) change.wan("amount");
  }
  std::vector<std::string> told;
  for (const InputError& error : document.in_cells(errors)) told.push_back(to_string(error));
  ASSERT_EQ(told.size(), 3U);
  EXPECT_NE(told[0].find("[乙!B2]: 类别: "), std::string::npos) << told[0];
  EXPECT_NE(told[0].find("Write one of: 追加"), std::string::npos) << told[0];
  EXPECT_NE(told[1].find("[乙!D2]: 额: "), std::string::npos) << told[1];
  EXPECT_NE(told[2].find("[乙!C3]: 额: the cell is empty"), std::string::npos) << told[2];
}

}  // namespace
}  // namespace disburse
