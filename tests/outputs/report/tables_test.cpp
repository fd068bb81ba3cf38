// Exhibits as CSV and Markdown, and what counts as a number.
#include "outputs/report/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;

TEST(NumberCell, tells_figures_from_codes_and_words) {
  const auto value = [](const std::string& text) {
    return number_cell(text).value_or(NumberCell{-1.0, 0, false}).value;
  };
  EXPECT_EQ(value("1,234.56"), 1234.56);
  EXPECT_EQ(value("-203.64"), -203.64);
  EXPECT_EQ(value("+3"), 3.0);
  EXPECT_EQ(value("≠ 5.00"), 5.0);
  EXPECT_EQ(value("99.5%"), 0.995);
  EXPECT_EQ(value("96.9%"), 0.969);
  EXPECT_EQ(value("107.6%"), 1.076);
  EXPECT_EQ(number_cell("1,234.50")->decimals, 2);
  for (const char* text :
       {"", "-", "*", "2080507", "20240101", "2024-01", "0.9 [0.8, 1.0]", "不超", "1e5", "0x1f", "nan"})
    EXPECT_FALSE(number_cell(text)) << text;
}

TEST(ExhibitCsv, guards_formulas_and_quotes_commas) {
  const Exhibit exhibit{
      "x", "t", "", "", nullptr, {"项目", "金额"}, {{"=HYPERLINK(1)", "1,234.50"}, {"a\"b", "-3.00"}}};
  EXPECT_EQ(exhibit_csv(exhibit), "\xEF\xBB\xBF项目,金额\r\n'=HYPERLINK(1),1234.5\r\n\"a\"\"b\",-3\r\n");
}

TEST(ReportMarkdown, escapes_what_would_be_markup_and_aligns_figures) {
  ReportContent content;
  content.title = "报告";
  content.headlines = {{"预算", "1.00", ""}};
  content.exhibits = {{"x", "表", "", "万元", nullptr, {"项目", "金额"}, {{"a|b<script>", "1,234.50"}, {"c", "-"}}}};
  const std::string text = report_markdown(content);
  EXPECT_THAT(text, HasSubstr("| a\\|b&lt;script> | 1,234.50 |"));
  EXPECT_THAT(text, HasSubstr("| --- | ---: |"));
  EXPECT_THAT(text, HasSubstr("- 预算: **1.00**\n"));
}

}  // namespace
}  // namespace disburse
