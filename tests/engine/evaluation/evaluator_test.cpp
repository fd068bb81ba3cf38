// The quick what-if equals the full run, cell by cell, whatever is changed and in whatever order.
#include "engine/evaluation/evaluator.hpp"

#include <gtest/gtest.h>

#include "support/city.hpp"

namespace disburse {
namespace {

Evaluator evaluator_of(const std::string& horizon) {
  InputOptions options;
  options.horizon = {horizon, "--horizon"};
  const Scenario scenario = scenario_of(options, find_data());
  return {std::make_shared<const LoadedData>(load_data(options, scenario)), scenario};
}

std::vector<Override> changes_of(const std::vector<std::string>& sets) {
  std::vector<Override> changes;
  for (const std::string& set : sets) {
    const auto equals = set.find('=');
    changes.push_back({set.substr(0, equals), set.substr(equals + 1), "test", "--set", {"--set", 0, 0}});
  }
  return changes;
}

std::vector<LedgerCell> full(const std::vector<std::string>& sets, const std::string& horizon) {
  InputOptions options;
  options.sets = sets;
  options.horizon = {horizon, "--horizon"};
  return run(open_session(options), 1).ledger;
}

void expect_equal(Evaluator& evaluator, const std::vector<std::string>& sets, const std::string& horizon) {
  std::vector<LedgerCell> quick;
  for (const auto& ledger : evaluator.evaluate(changes_of(sets)).ledgers) {
    quick.insert(quick.end(), ledger->begin(), ledger->end());
  }
  const std::vector<LedgerCell> slow = full(sets, horizon);
  ASSERT_EQ(quick.size(), slow.size());
  for (std::size_t i = 0; i < quick.size(); ++i) {
    ASSERT_TRUE(quick[i].key == slow[i].key && quick[i].amount == slow[i].amount && quick[i].persons == slow[i].persons)
        << (sets.empty() ? "base" : sets.front()) << " cell " << i;
  }
}

TEST(Evaluator, equals_the_full_run_in_one_year) {
  const std::string year = "2024-01..2024-12";
  Evaluator evaluator = evaluator_of(year);
  expect_equal(evaluator, {}, year);
  expect_equal(evaluator, {"unity_award.ordinary_per_payment=660"}, year);
  expect_equal(evaluator, {"mortality.factor.resident=0.9"}, year);
  expect_equal(evaluator, {"counts.enterprise_retirees=56000", "unity_award.ordinary_per_payment=660"}, year);
  expect_equal(evaluator, {"adjustment.method=scaled", "adjustment.national_rate=0.04"}, year);
  expect_equal(evaluator, {"irregular.suspended_share=0.01"}, year);
  expect_equal(evaluator, {"counts.reading=opening"}, year);
  expect_equal(evaluator, {"unity_award.ordinary_per_payment=660"}, year);  // from memory
  expect_equal(evaluator, {}, year);
}

TEST(Evaluator, equals_the_full_run_over_years_where_assumptions_carry_the_law_on) {
  const std::string years = "2024-01..2027-12";
  Evaluator evaluator = evaluator_of(years);
  expect_equal(evaluator, {}, years);
  expect_equal(evaluator, {"outlook.wage_growth=0.05"}, years);
  expect_equal(evaluator, {"outlook.adjustment_rate=0.03"}, years);
  expect_equal(evaluator, {"outlook.civil_service_new_members=100", "outlook.wage_growth=0.05"}, years);
  expect_equal(evaluator, {"mortality.improvement_pace=0.5"}, years);
}

TEST(Evaluator, knows_who_reads_a_parameter) {
  Evaluator evaluator = evaluator_of("2024-01..2024-12");
  evaluator.evaluate({});
  EXPECT_EQ(evaluator.readers_of("unity_award.ordinary_per_payment"), std::set<std::string>{"unity_award"});
  EXPECT_EQ(evaluator.readers_of("adjustment.fixed_amount"), std::set<std::string>{"civil_service_pension"});
  EXPECT_EQ(evaluator.readers_of("mortality.factor.resident").size(), 10U);
  EXPECT_TRUE(evaluator.readers_of("award.transition").empty());
}

}  // namespace
}  // namespace disburse
