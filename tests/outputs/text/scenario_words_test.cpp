// What people call the rows of a table of scenarios.
#include "outputs/text/scenario_words.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TabledRow row(TabledRow::Of of, const char* id, const char* name, const char* english) {
  return {of, id, name, english, 2024, std::nullopt, {}};
}

TEST(RowNames, programmes_by_name_in_the_language_asked_for) {
  const TabledRow award = row(TabledRow::Of::programme, "unity_award", "民族团结奖", "unity award");
  EXPECT_EQ(row_name(award, Language::zh), "民族团结奖");
  EXPECT_EQ(row_name(award, Language::en), "unity award");
}

TEST(RowNames, a_name_that_the_data_do_not_translate_stays) {
  EXPECT_EQ(row_name(row(TabledRow::Of::programme, "x", "某项补助", ""), Language::en), "某项补助");
}

TEST(RowNames, lines_with_their_code_and_the_total_by_its_word) {
  EXPECT_EQ(row_name(row(TabledRow::Of::line, "2089999", "其他", ""), Language::zh), "2089999 其他");
  EXPECT_EQ(row_name(row(TabledRow::Of::total, "", "", ""), Language::zh), "合计（全部科目）");
  EXPECT_EQ(row_name(row(TabledRow::Of::total, "", "", ""), Language::en), "total (all lines)");
}

TEST(RowNames, words_of_documents_are_told_apart) {
  EXPECT_EQ(to_string(TabledRow::Of::programme), "programme");
  EXPECT_EQ(to_string(TabledRow::Of::line), "line");
  EXPECT_EQ(to_string(TabledRow::Of::total), "total");
}

}  // namespace
}  // namespace disburse
