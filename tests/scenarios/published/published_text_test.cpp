// The figures of the explanatory text, each held against the cell that it repeats.
#include "scenarios/published/published_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "outputs/text/messages.hpp"
#include "scenarios/published/lines.hpp"

namespace disburse {
namespace {

std::vector<PublishedLine> lines(const std::string& text) {
  std::vector<std::string> texts;
  std::istringstream all(text);
  for (std::string one; std::getline(all, one);) texts.push_back(one);
  return text_lines(texts);
}

BudgetDocument document() {
  BudgetDocument made;
  BudgetTable table;
  table.id = "表2";
  BudgetRow whole;
  whole.key = whole.name = "合计";
  whole.cells = {"", "130.50", "30.50", "100.00", "", ""};
  BudgetRow line;
  line.key = line.code = "2082602";
  line.name = "财政对城乡居民基本养老保险基金的补助";
  line.cells = {"", "100.00", "0", "100.00", "", ""};
  table.rows = {whole, line};
  made.tables = {table};
  return made;
}

PublishedText text(const std::string& words) { return read_published_text(lines(words), document()); }

TEST(PublishedText, an_amount_beside_a_rows_name_is_that_rows) {
  const PublishedText read = text(
      "单位预算情况说明\n二、支出情况说明\n财政对城乡居民基本养老保险基金的补助（项）2025年预算100."
      "00万元，比上年增加12.00万元。");
  ASSERT_EQ(read.figures.size(), 2U);
  EXPECT_EQ(read.figures[0].amount, "100.00");
  EXPECT_EQ(read.figures[0].equals, std::vector<std::string>{"表2/2082602/合计"});
  EXPECT_EQ(read.figures[1].amount, "12.00");
  EXPECT_TRUE(read.figures[1].equals.empty());
  EXPECT_TRUE(read.notes.empty()) << "a change stands in no table";
  EXPECT_EQ(read.places.size(), 2U);
  EXPECT_EQ(read.places[0].place.line, 2) << "where the sentence begins, with what heads it";
}

TEST(PublishedText, an_amount_that_no_table_has_is_told_with_its_place) {
  const PublishedText read = text("单位预算情况说明\n本年支出总预算131.50万元。");
  ASSERT_EQ(read.notes.size(), 1U);
  EXPECT_THAT(say(Language::en, read.notes[0].what), testing::HasSubstr("131.50"));
  EXPECT_EQ(read.notes[0].place.line, 1) << "where the sentence begins, with what heads it";
  EXPECT_EQ(read.notes[0].kind, Reading::usual);
  EXPECT_TRUE(text("单位预算情况说明\n本年支出总预算130.50万元。").notes.empty());
}

TEST(PublishedText, what_stands_before_the_explanation_is_none) {
  EXPECT_TRUE(text("本单位管理资金77.00万元。").figures.empty());
}

}  // namespace
}  // namespace disburse
