// The year before the budget's: members rolled back, line by line against the published outturn.
#include "engine/studies/outturn_score.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/city.hpp"

namespace disburse {
namespace {

InputOptions two_years() {
  InputOptions options;
  options.horizon = {"2023-01..2024-12", "--horizon"};
  return options;
}

struct BothYears {
  Session session = open_session(two_years());
  RunResult result = run(session, 2);
};

const BothYears& both_years() {
  static const BothYears both;
  return both;
}

const OutturnFigure& line(const std::vector<OutturnFigure>& score, const std::string& code) {
  return *std::find_if(score.begin(), score.end(), [&](const OutturnFigure& one) { return one.code == code; });
}

TEST(OutturnScore, the_budget_year_keeps_its_cells_when_the_run_begins_a_year_earlier) {
  const RunResult alone = run(base_session(), 2);
  std::vector<LedgerCell> later;
  for (const LedgerCell& cell : both_years().result.ledger) {
    if (cell.key.paid.year() == 2024) later.push_back(cell);
  }
  ASSERT_EQ(later.size(), alone.ledger.size());
  for (std::size_t i = 0; i < later.size(); ++i) {
    ASSERT_TRUE(later[i].key == alone.ledger[i].key && later[i].amount == alone.ledger[i].amount &&
                later[i].persons == alone.ledger[i].persons)
        << "cell " << i;
  }
}

TEST(OutturnScore, names_what_is_published_and_what_is_not_projected) {
  const std::vector<OutturnFigure> score = outturn_score(both_years().result, both_years().session);
  EXPECT_EQ(line(score, "2089999").published, Money::fen(8'966'360'000));
  EXPECT_EQ(line(score, "2080109").published, Money::fen(306'660'000));
  for (const char* code : {"2080507", "2082602", "2080506"}) {
    EXPECT_FALSE(line(score, code).projected) << code;
    EXPECT_FALSE(line(score, code).why.empty()) << code;
  }
  // Projects 16 + 10 + 30 + 10 as the text says, and the basic expenditure of the budget that is known, 265.10.
  EXPECT_EQ(line(score, "2080109").projected, Money::fen(331'100'000));
}

TEST(OutturnScore, those_who_died_before_the_count_are_paid_until_then) {
  // Whoever draws in 2024 drew in 2023 or retired in it, and others have died: the award of October 2023 goes to more
  // persons than are left of them at the end of the year.
  double paid = 0.0;
  for (const LedgerCell& cell : both_years().result.ledger) {
    if (cell.key.paid == Month(2023, 10) && cell.key.line == "2089999" && cell.key.kind == Kind::regular)
      paid = std::max(paid, cell.persons);
  }
  std::size_t left = 0;
  const Roster& roster = both_years().session.roster;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    if (roster.scheme[i] == Scheme::enterprise && Month::from_index(roster.retired[i]) < Month(2023, 10)) ++left;
  }
  EXPECT_GT(paid, static_cast<double>(left));
  EXPECT_LT(paid, 1.02 * static_cast<double>(left));
}

TEST(OutturnScore, is_empty_where_the_run_lacks_the_year) {
  EXPECT_TRUE(outturn_score(run(base_session(), 2), base_session()).empty());
}

TEST(OutturnScore, no_member_is_followed_back_further_than_two_years) {
  InputOptions options;
  options.horizon = {"2021-01..2024-12", "--horizon"};
  EXPECT_THROW(open_session(options), InputRejected);
}

}  // namespace
}  // namespace disburse
