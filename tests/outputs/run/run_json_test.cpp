#include "outputs/run/run_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

using nlohmann::json;

json sample() { return json::parse(run_json(testing::sample_result())); }

TEST(RunJson, has_the_keys_that_others_rely_on) {
  const json document = sample();
  EXPECT_EQ(document.at("schema"), "disburse/run/1");
  for (const char* key :
       {"scenario", "basis_share", "manifest", "lines", "programmes", "total", "population", "findings"}) {
    EXPECT_TRUE(document.contains(key)) << key;
  }
  for (const char* key : {"version", "commit", "seed", "replicates", "mode", "first_month", "months", "digests"}) {
    EXPECT_TRUE(document["manifest"].contains(key)) << key;
  }
  for (const char* key : {"id", "name", "line", "budget_fen", "projected_fen", "difference_fen", "execution_rate",
                          "headcount", "basis", "monthly", "by_line", "by_payer", "meaning"}) {
    EXPECT_TRUE(document["programmes"][0].contains(key)) << key;
  }
}

TEST(RunJson, money_is_integer_fen_and_a_seed_keeps_its_64_bits) {
  const json document = sample();
  const json& award = document["programmes"][1];
  EXPECT_TRUE(award["budget_fen"].is_number_integer());
  EXPECT_EQ(award["budget_fen"], 6'078'000'000);
  EXPECT_EQ(award["difference_fen"], 522'000'000);
  EXPECT_DOUBLE_EQ(award["execution_rate"].get<double>(), 6600.0 / 6078.0);
  EXPECT_EQ(award["monthly"][8]["line_fen"], 3'300'000'000);
  EXPECT_EQ(award["meaning"]["volume_effect_fen"], 522'000'000);
  EXPECT_EQ(document["manifest"]["seed"], 18'446'744'073'709'551'615U);
}

TEST(RunJson, null_where_there_is_no_budget_no_line_and_no_person) {
  const json document = sample();
  const json& signature = document["programmes"][3];
  EXPECT_TRUE(signature["budget_fen"].is_null());
  EXPECT_TRUE(signature["difference_fen"].is_null());
  EXPECT_TRUE(signature["execution_rate"].is_null());
  EXPECT_TRUE(signature["headcount"].is_null());
  EXPECT_TRUE(signature["meaning"].is_null());
  const json& basic = document["programmes"][4];
  EXPECT_TRUE(basic["line"].is_null());
  EXPECT_EQ(basic["difference_fen"], 0);
  EXPECT_TRUE(basic["execution_rate"].is_null());  // a budget of 0 has no rate
}

TEST(RunJson, a_programme_has_its_risk_of_the_budgets_year_in_stochastic_mode) {
  RunResult result = testing::sample_result();
  EXPECT_FALSE(json::parse(run_json(result))["programmes"][1].contains("risk"));
  RiskFigure figure;
  figure.of = RiskFigure::Of::programme;
  figure.id = "unity_award";
  figure.year = result.fiscal_year;
  figure.chance.mean = Money::fen(1);
  figure.both.emplace();
  figure.both->mean = Money::fen(10);
  figure.both->deviation = Money::fen(2);
  figure.both->p05 = Money::fen(6);
  figure.both->p50 = Money::fen(9);
  figure.both->p95 = Money::fen(14);
  figure.over = 0.25;
  RiskFigure later = figure;
  later.year = result.fiscal_year + 1;
  later.both->mean = Money::fen(99);
  result.risk.emplace().figures = {later, figure};
  const json document = json::parse(run_json(result));
  const json wanted = {{"mean_fen", 10}, {"sd_fen", 2},   {"p05_fen", 6},
                       {"p50_fen", 9},   {"p95_fen", 14}, {"probability_over_budget", 0.25}};
  EXPECT_EQ(document["programmes"][1]["risk"], wanted) << "with the assumptions, which were drawn";
  EXPECT_FALSE(document["programmes"][0].contains("risk")) << "nothing was drawn of it";
}

TEST(RunJson, broken_text_does_not_end_the_program) {
  RunResult result = testing::sample_result();
  result.findings[0].message = Message::verbatim("\xFF");
  const json document = json::parse(run_json(result));
  EXPECT_EQ(document["findings"][0]["message"], "\uFFFD");
}

}  // namespace
}  // namespace disburse
