// Titles of official tables: what numbers them, what is a sentence, and the one that is meant.
#include "scenarios/published/published_layout.hpp"

#include <gtest/gtest.h>

#include "support/places.hpp"
#include "support/refusals.hpp"

namespace disburse {
namespace {

const OfficialTables& official() {
  static const OfficialTables read = read_official_tables(source_dir() / "scenarios/published/official.toml");
  return read;
}

TEST(OfficialTables, are_found_by_their_title_and_whatever_numbers_it) {
  for (const char* line :
       {"一般公共预算支出表", "二、一般公共预算支出表", "（二）一般公共预算支出表", "表2：一般公共预算支出表",
        "附表二：一般公共预算支出表", "2025年一般公共预算支出表", "表2一般公共预算支出表"})
    EXPECT_EQ(table_titled(official(), line), 2) << line;
  EXPECT_EQ(table_titled(official(), "财政拨款收支总表"), 1);
  EXPECT_EQ(table_titled(official(), "三、收入总表"), 7);
  EXPECT_EQ(table_titled(official(), "2025年项目支出绩效目标表"), 9);
}

TEST(OfficialTables, are_not_found_in_sentences_and_longer_words) {
  for (const char* line : {"", "一、一般公共预算支出表。", "本部门编制了一般公共预算支出表", "一般公共预算支出表说明",
                           "表2", "各项支出如上表", "支出情况见下列明细表"})
    EXPECT_EQ(table_titled(official(), line), 0) << line;
  std::string sentence;
  for (int i = 0; i < 50; ++i) sentence += "本年";
  EXPECT_EQ(table_titled(official(), sentence + "年一般公共预算支出表"), 0) << "too long for a title";
}

TEST(OfficialTables, take_the_longest_title_that_fits) {
  // 部门收支总表 ends like no other, 部门收入总表 as 收入总表 does: the same table either way.
  EXPECT_EQ(table_titled(official(), "部门收支总表"), 6);
  EXPECT_EQ(table_titled(official(), "一般公共预算基本支出表"), 3);
  for (std::size_t i = 1; i < official().titles.size(); ++i)
    EXPECT_GE(official().titles[i - 1].text.size(), official().titles[i].text.size());
}

TEST(OfficialTables, have_a_title_for_each_of_the_eight_and_for_what_has_no_counterpart) {
  std::set<int> numbers;
  for (const OfficialTables::Title& title : official().titles) numbers.insert(title.number);
  EXPECT_EQ(numbers, (std::set<int>{1, 2, 3, 4, 5, 6, 7, 8, foreign_table, project_list}));
}

TEST(OfficialTables, of_another_schema_are_refused) {
  const auto read = [](const std::filesystem::path& file) { read_official_tables(file); };
  EXPECT_FALSE(refusals("official.toml", "schema = \"disburse/budget/1\"\n", read).empty());
}

}  // namespace
}  // namespace disburse
