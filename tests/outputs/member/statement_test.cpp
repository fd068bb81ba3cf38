#include "outputs/member/statement.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "outputs/member/statement_fold.hpp"
#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

TEST(Statement, folds_equal_consecutive_months) {
  const Statement statement = testing::sample_statement();
  const CitedParameters cited(statement);
  const auto programmes = folded(statement, cited);
  ASSERT_EQ(programmes.size(), 1U);
  const auto& spans = programmes[0].spans;
  ASSERT_EQ(spans.size(), 4U);  // 01..08 nothing, 09 paid, 10..11 nothing, 12 paid
  EXPECT_EQ(spans[0].last->due, Month(2024, 8));
  EXPECT_EQ(spans[1].first->due, Month(2024, 9));
  EXPECT_EQ(spans[3].first->due, Month(2024, 12));
}

TEST(Statement, other_terms_are_not_folded) {
  Statement statement = testing::sample_statement();
  statement.entries[3].reason = StatedReason(Reason::not_yet_retired);
  const CitedParameters cited(statement);
  EXPECT_EQ(folded(statement, cited)[0].spans.size(), 6U);
}

TEST(Statement, arrears_paid_together_are_one_span) {
  Statement statement;
  for (int m = 1; m <= 6; ++m) {
    StatementEntry e;
    e.programme = "p";
    e.component = "c";
    e.kind = Kind::arrears;
    e.due = Month(2024, m);
    e.paid = Month(2024, 7);
    e.amount = Money::yuan(50);
    statement.entries.push_back(e);
  }
  const CitedParameters cited(statement);
  EXPECT_EQ(folded(statement, cited)[0].spans.size(), 1U);
  EXPECT_NE(statement_table(statement, Language::zh).find("2024-01..2024-06"), std::string::npos);
}

TEST(Statement, prints_each_parameter_once_with_its_source) {
  const std::string text = statement_table(testing::sample_statement(), Language::zh);
  const auto first = text.find("unity_award.ordinary_per_payment");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(text.find("unity_award.ordinary_per_payment", first + 1), std::string::npos);
  EXPECT_NE(text.find("出处：预算说明"), std::string::npos);
  EXPECT_NE(text.find("1,200.00"), std::string::npos);
}

TEST(StatementJson, entries_cite_parameters_by_mark) {
  const auto document =
      nlohmann::json::parse(statement_json(testing::sample_statement(), testing::sample_result().manifest));
  EXPECT_EQ(document["schema"], "disburse/explain/1");
  EXPECT_EQ(document["entries"].size(), 12U);
  EXPECT_TRUE(document["entries"][0]["paid"].is_null());
  EXPECT_EQ(document["entries"][8]["amount_fen"], 60'000);
  EXPECT_EQ(document["entries"][8]["parameters"][0], document["parameters"][0]["mark"]);
  EXPECT_EQ(document["total_fen"], 120'000);
}

}  // namespace
}  // namespace disburse
