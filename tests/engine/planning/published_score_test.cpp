// Errors against published outturns, worked out by hand.
#include "engine/planning/published_score.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

PublishedAccount account(int year, std::int64_t wan, std::optional<std::int64_t> budget,
                         std::optional<std::int64_t> heads) {
  constexpr std::int64_t fen = 1'000'000;
  PublishedAccount one;
  one.agency = "甲县";
  one.what = "养老金";
  one.year = year;
  one.outturn = Money::fen(wan * fen);
  if (budget) one.budget = Money::fen(*budget * fen);
  one.heads = heads;
  return one;
}

TEST(PublishedScore, holds_budget_program_and_last_outturn_against_what_was_spent) {
  std::vector<PublishedAccount> accounts{account(2022, 100, 110, 50), account(2024, 120, 150, 55)};
  accounts[1].estimate = Money::fen(117'000'000);
  const PublishedScores scores = score_published(accounts);
  EXPECT_DOUBLE_EQ(scores.scores[0].budget.value(), 0.10);
  EXPECT_FALSE(scores.scores[0].last_year);  // nothing earlier is published
  EXPECT_FALSE(scores.scores[0].program);
  EXPECT_DOUBLE_EQ(scores.scores[1].budget.value(), 0.25);
  EXPECT_DOUBLE_EQ(scores.scores[1].program.value(), -0.025);
  // 100 x 55 / 50 = 110 for 120.
  EXPECT_NEAR(scores.scores[1].last_year.value(), -10.0 / 120.0, 1e-12);
  EXPECT_EQ(scores.scores[1].last_known, 2022);
  EXPECT_NEAR(scores.budget.value(), 0.175, 1e-12);
  EXPECT_EQ(scores.of_program, 1U);
}

TEST(PublishedScore, another_agency_or_line_says_nothing_of_this_one) {
  std::vector<PublishedAccount> accounts{account(2022, 100, {}, {}), account(2023, 120, {}, {})};
  accounts[0].agency = "乙县";
  EXPECT_FALSE(score_published(accounts).scores[1].last_year);
}

TEST(PublishedScore, nothing_spent_has_no_error) {
  std::vector<PublishedAccount> accounts{account(2023, 0, 10, {})};
  const PublishedScores scores = score_published(accounts);
  EXPECT_FALSE(scores.scores[0].budget);
  EXPECT_FALSE(scores.budget);
}

}  // namespace
}  // namespace disburse
