// The base scenario's answer: what the issue of the day asks for, and what must never move in silence.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "outputs/run/run_table.hpp"
#include "support/city.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

const RunResult& base_result() {
  static const RunResult result = run(base_session(), 1);
  return result;
}

const ProgrammeResult& programme(const RunResult& result, const std::string& id) {
  for (const ProgrammeResult& candidate : result.programmes) {
    if (candidate.id == id) return candidate;
  }
  throw std::out_of_range(id);
}

/// The published amounts, typed from the document (万元).
TEST(MainJob, budgets_equal_the_document_to_the_fen) {
  const std::vector<std::pair<const char*, const char*>> published = {
      {"civil_service_pension", "20000.00"},  {"resident_pension", "2400.00"},   {"unity_award", "6078.00"},
      {"heating_allowance", "3525.00"},       {"annuity_funding", "4869.00"},    {"scheme_administration", "30.00"},
      {"work_injury_investigation", "10.00"}, {"social_security_card", "35.00"}, {"electronic_signature", "12.00"},
      {"basic_expenditure", "396.53"}};
  for (const auto& [id, wan] : published) EXPECT_EQ(programme(base_result(), id).amount.budget, parse_wan(wan)) << id;
  EXPECT_EQ(base_result().total.budget, parse_wan("37355.53"));
}

TEST(MainJob, lines_are_the_ten_codes_of_table_2) {
  const std::vector<std::pair<const char*, const char*>> published = {
      {"2080109", "352.10"}, {"2080502", "25.61"}, {"2080505", "30.01"},   {"2080506", "4884.01"},
      {"2080507", "20000"},  {"2082602", "2400"},  {"2089999", "9603.00"}, {"2101102", "18.19"},
      {"2210201", "29.21"},  {"2210203", "13.40"}};
  ASSERT_GE(base_result().lines.size(), published.size());
  for (std::size_t i = 0; i < published.size(); ++i) {
    EXPECT_EQ(base_result().lines[i].code, published[i].first);
    EXPECT_EQ(base_result().lines[i].amount.budget, parse_wan(published[i].second)) << published[i].first;
  }
}

TEST(MainJob, the_expected_closing_stock_rounds_to_the_published_counts) {
  const auto closing = [](Scheme scheme) {
    return std::floor(base_result().population[static_cast<std::size_t>(scheme)].year.closing + 0.5);
  };
  EXPECT_EQ(closing(Scheme::civil_service), 5429.0);
  EXPECT_EQ(closing(Scheme::enterprise), 55000.0);
  EXPECT_EQ(closing(Scheme::resident), 25000.0);
}

TEST(MainJob, shares_of_the_budget_by_basis_are_those_of_the_document) {
  // 6,078 / 37,355.53; 20,000 + 2,400 + 3,525 + 4,869 = 30,794; 87 + 396.53 = 483.53
  EXPECT_NEAR(base_result().basis_share.projected, 6078.0 / 37355.53, 1e-12);
  EXPECT_NEAR(base_result().basis_share.calibrated, 30794.0 / 37355.53, 1e-12);
  EXPECT_NEAR(base_result().basis_share.planned, 483.53 / 37355.53, 1e-12);
}

TEST(MainJob, basic_expenditure_stands_by_functional_and_by_economic_code) {
  const ProgrammeResult& basic = programme(base_result(), "basic_expenditure");
  const std::map<std::string, const char*> some = {
      {"30101", "82.83"}, {"30108", "30.01"}, {"30231", "0.35"}, {"30302", "25.61"}};
  Money sum;
  std::size_t seen = 0;
  for (const LineFigure& code : basic.by_economic) {
    sum += code.amount.projected;
    const auto found = some.find(code.code);
    if (found == some.end()) continue;
    ++seen;
    EXPECT_EQ(code.amount.budget, parse_wan(found->second)) << code.code;
  }
  EXPECT_EQ(seen, some.size());
  EXPECT_EQ(sum, parse_wan("396.53"));
  EXPECT_EQ(basic.by_line.size(), 7u);  // 2080109, 2080502, 2080505, 2080506, 2101102, 2210201, 2210203
}

TEST(MainJob, the_meaning_of_each_difference_sums_to_it) {
  for (const ProgrammeResult& result : base_result().programmes) {
    if (!result.meaning) continue;
    EXPECT_EQ(result.meaning->volume_effect + result.meaning->price_effect, *result.amount.difference()) << result.id;
  }
}

TEST(MainJob, the_award_pays_every_retiree_of_april_and_october_600) {
  // Ordinary retirees x 600 in the two months; the special and 离休 members come on top, so at least this much.
  const ProgrammeResult& award = programme(base_result(), "unity_award");
  const double april = award.monthly[3].headcount;
  const double october = award.monthly[9].headcount;
  EXPECT_GT(april, 52'000.0);
  EXPECT_GT(october, april);
  EXPECT_GT(static_cast<double>(award.amount.projected.fen()), 60'000.0 * (april + october) - 100.0);
}

TEST(MainJob, annuity_funding_is_heads_times_the_amount_of_the_mean_base) {
  // 3,149 x 15,463.20 = 48,693,616.80; each head is rounded to a fen, so within 0.005 yuan a head
  const ProgrammeResult& annuity = programme(base_result(), "annuity_funding");
  EXPECT_NEAR(static_cast<double>(annuity.amount.projected.fen()), 4'869'361'680.0, 3149.0);
  EXPECT_EQ(annuity.headcount, 3149.0);
}

TEST(MainJob, contributions_are_24_percent_of_the_mean_base) {
  // 6,854 x 9,000 x 24 % x 12 = 177,655,680.00; half a fen a head and month at most
  for (const auto& [payer, amount] : programme(base_result(), "civil_service_pension").by_payer) {
    if (!payer.is_fund()) continue;
    EXPECT_NEAR(static_cast<double>(amount.fen()), 17'765'568'000.0, 6854.0 * 12 / 2);
  }
}

TEST(MainJob, award_660_raises_the_ordinary_award_by_a_tenth_and_nothing_else) {
  const RunResult variant = run(session_with({}, "award-660"), 1);
  const RunResult& base = base_result();
  ASSERT_EQ(variant.ledger.size(), base.ledger.size());
  for (std::size_t p = 0; p < base.programmes.size(); ++p) {
    if (base.programmes[p].id == "unity_award") continue;
    EXPECT_EQ(variant.programmes[p].amount.projected, base.programmes[p].amount.projected);
    EXPECT_EQ(variant.programmes[p].outlay, base.programmes[p].outlay);
  }
  const double rise = static_cast<double>(
      (programme(variant, "unity_award").amount.projected - programme(base, "unity_award").amount.projected).fen());
  const ProgrammeResult& award = programme(base, "unity_award");
  // 106 members get another rate; the others 60 more in each of two payments.
  EXPECT_NEAR(rise, 6000.0 * (award.monthly[3].headcount + award.monthly[9].headcount), 6000.0 * 2 * 106);
}

TEST(MainJob, an_eligible_share_scales_the_award) {
  const RunResult variant = run(session_with({}, "award-eligible-0911"), 1);
  const double base = static_cast<double>(programme(base_result(), "unity_award").amount.projected.fen());
  EXPECT_NEAR(static_cast<double>(programme(variant, "unity_award").amount.projected.fen()), base * 0.911, 14.0);
}

TEST(MainJob, what_was_known_by_the_end_of_2023_has_no_adjustment_of_2024) {
  InputOptions options;
  options.as_known_on = "2023-12-31";
  const Session session = open_session(options);
  const RunResult early = run(session, 1);
  for (const LedgerCell& cell : early.ledger) EXPECT_NE(cell.key.kind, Kind::arrears);
  EXPECT_LT(programme(early, "civil_service_pension").outlay, programme(base_result(), "civil_service_pension").outlay);
  // 103 instead of 123 from the central government
  EXPECT_EQ(session.law.parameters.money("resident_pension.base_central", Month(2024, 6)), Money::yuan(103));
}

/// The paper on 2025 is of 24 July: before it the year is projected by the rule that goes on, not left without a rise.
TEST(MainJob, a_year_whose_paper_is_not_out_is_adjusted_as_assumed) {
  for (const char* day : {"2024-12-31", "2025-06-30", "2025-07-23"}) {
    InputOptions options;
    options.as_known_on = day;
    options.horizon = {"2024-01..2025-12", "--horizon"};
    const Session session = open_session(options);
    EXPECT_EQ(std::get<Month>(session.law.parameters.at("adjustment.announced", Month(2025, 1)).value), Month(2025, 7))
        << day;
    const RunResult result = run(session, 1);
    Money arrears;
    for (const LedgerCell& cell : result.ledger) {
      if (cell.key.kind == Kind::arrears && cell.key.paid == Month(2025, 7)) arrears += cell.amount;
    }
    EXPECT_GT(arrears, Money::yuan(1'000'000)) << day;
  }
}

/// The terminal's table. A change here is a change of what planners see: renew it with DISBURSE_UPDATE_GOLDEN=1 and
/// say in the commit which totals moved and why.
TEST(MainJob, the_table_is_the_golden_one) {
  const std::filesystem::path golden = source_dir() / "tests" / "golden" / "run-zhongwei-2024.txt";
  const std::string table = run_table(base_result(), Language::zh, false);
  if (std::getenv("DISBURSE_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << table;
  std::ifstream file(golden);
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(table, text.str());
}

/// The first retiree of 2025 who is at work: statement, award sheet, and the pension of the sheet is the one paid.
TEST(MainJob, explains_the_award_of_a_member_who_is_still_at_work) {
  const ScratchFolder folder;
  InputOptions options;
  options.horizon = {"2024-01..2026-12", "--horizon"};
  const Session session = open_session(options);
  std::size_t row = 0;
  while (session.roster.role[row] != Role::active || session.roster.retired[row] > Month(2025, 10).index()) ++row;
  const std::string key(session.roster.key[row].view());
  const Ran ran = folder.run("explain --member " + key + " --horizon 2024-01..2026-12 --format json");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const auto document = nlohmann::json::parse(ran.out);
  EXPECT_EQ(document["award"]["pension_fen"], session.roster.pension[row]);
  const std::string sheet = folder.run("explain --member " + key + " --horizon 2024-01..2026-12").out;
  EXPECT_NE(sheet.find("过渡性养老金"), std::string::npos);
}

}  // namespace
}  // namespace disburse
