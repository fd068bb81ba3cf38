// Parts that several documents share: what is not known is null, what is known is exact.
#include "outputs/text/json_parts.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "support/payers.hpp"

namespace disburse {
namespace {

TEST(JsonParts, a_document_ends_in_a_line_feed_and_keeps_chinese_and_the_order_of_keys) {
  Json document;
  document["z"] = "合计";
  document["a"] = 1;
  const std::string text = json_text(document);
  EXPECT_TRUE(text.ends_with("}\n"));
  EXPECT_NE(text.find("合计"), std::string::npos);
  EXPECT_LT(text.find("\"z\""), text.find("\"a\""));
}

TEST(JsonParts, an_average_is_rounded_and_none_where_nobody_or_nobody_knows) {
  EXPECT_EQ(average_of({Month(2024, 1), 3.0, Money::fen(1000), {}}), Money::fen(333));
  EXPECT_EQ(average_of({Month(2024, 1), 8.0, Money::fen(1004), {}}), Money::fen(126)) << "125.5 is rounded up";
  EXPECT_FALSE(average_of({Month(2024, 1), 0.0, Money::fen(1000), {}}));
  EXPECT_FALSE(average_of({Month(2024, 1), std::numeric_limits<double>::quiet_NaN(), Money::fen(1000), {}}));
}

TEST(JsonParts, a_comparison_without_a_budget_has_nulls) {
  Json with, without;
  add_comparison(with, {Money::fen(400), Money::fen(100)});
  EXPECT_EQ(with.at("budget_fen"), 400);
  EXPECT_EQ(with.at("projected_fen"), 100);
  EXPECT_EQ(with.at("difference_fen"), -300);
  EXPECT_EQ(with.at("execution_rate"), 0.25);
  add_comparison(without, {std::nullopt, Money::fen(100)});
  EXPECT_TRUE(without.at("budget_fen").is_null() && without.at("difference_fen").is_null() &&
              without.at("execution_rate").is_null());
  EXPECT_TRUE(fen_or_null(std::nullopt).is_null());
  EXPECT_EQ(fen_or_null(Money::fen(7)), 7);
}

TEST(JsonParts, payers_are_read_back_as_they_were_told) {
  Json document;
  document["payers"] = payer_list_part({payer("city"), payer("fund")});
  const PayerList read = payers_in(document);
  EXPECT_EQ(read.ids(), (std::vector<std::string>{"city", "fund"}));
  EXPECT_EQ(read.own().id(), "city");
  EXPECT_TRUE(read.find("fund")->is_fund());
}

TEST(JsonParts, findings_carry_code_severity_and_words_of_the_language) {
  const std::vector<Finding> findings{
      {"odd", Severity::warning, Message::named("此处", "here"), Message::named("奇怪", "odd")}};
  const Json zh = findings_part(findings), en = findings_part(findings, Language::en);
  EXPECT_EQ(zh.at(0).at("code"), "odd");
  EXPECT_EQ(zh.at(0).at("severity"), "warning");
  EXPECT_NE(zh.dump().find("奇怪"), std::string::npos);
  EXPECT_NE(en.dump().find("here"), std::string::npos);
  EXPECT_EQ(en.dump().find("奇怪"), std::string::npos);
}

}  // namespace
}  // namespace disburse
