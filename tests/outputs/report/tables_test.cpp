// Exhibits as CSV and Markdown, and what counts as a number.
#include "outputs/report/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;

Exhibit table(std::vector<std::vector<ExhibitCell>> rows) {
  Exhibit exhibit;
  exhibit.id = "x";
  exhibit.title = "表";
  exhibit.unit = "万元";
  exhibit.columns = {name_column("项目"), money_column("金额")};
  for (auto& row : rows) exhibit.add(std::move(row));
  return exhibit;
}

TEST(ExhibitCsv, guards_formulas_and_quotes_commas) {
  const Exhibit exhibit =
      table({{"=HYPERLINK(1)", Money::fen(1'234'500'000)}, {"a\"b", Money::fen(-3'000'000)}, {"c", {}}});
  EXPECT_EQ(exhibit_csv(exhibit), "\xEF\xBB\xBF项目,金额\r\n'=HYPERLINK(1),1234.5\r\n\"a\"\"b\",-3\r\nc,\r\n");
}

TEST(ReportMarkdown, begins_with_the_verdict) {
  ReportContent content;
  content.title = "报告";
  content.verdict = "1 将超支。";
  content.points = {"甲", "乙"};
  content.headlines = {{money_column("预算"), Money::fen(1'000'000), ""}};
  const std::string text = report_markdown(content);
  EXPECT_THAT(text, HasSubstr("**1 将超支。**\n\n- 甲\n- 乙\n\n- 预算"));
}

TEST(ReportMarkdown, escapes_what_would_be_markup_and_aligns_figures) {
  ReportContent content;
  content.title = "报告";
  content.headlines = {{money_column("预算"), Money::fen(1'000'000), ""}};
  content.exhibits = {table({{"a|b<script>", Money::fen(1'234'500'000)}, {"c", {}}})};
  const std::string text = report_markdown(content);
  EXPECT_THAT(text, HasSubstr("| a\\|b&lt;script> | 1,234.50 |"));
  EXPECT_THAT(text, HasSubstr("| --- | ---: |"));
  EXPECT_THAT(text, HasSubstr("- 预算: **1.00**\n"));
}

}  // namespace
}  // namespace disburse
