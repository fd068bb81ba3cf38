// The run from kept pieces says what the main job says, figure by figure, whatever is changed.
#include "engine/evaluation/quick_run.hpp"

#include <gtest/gtest.h>

#include "engine/studies/main_job.hpp"
#include "outputs/run/run_json.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

Scenario two_years() {
  InputOptions options;
  options.horizon = {"2024-01..2025-12", "--horizon"};
  return scenario_of(options, find_data());
}

Json part(const std::string& document, const std::string& key) { return Json::parse(document).at(key); }

void expect_the_same(Evaluator& evaluator, const std::vector<Override>& changes) {
  Scenario changed = evaluator.scenario();
  changed.overrides.insert(changed.overrides.end(), changes.begin(), changes.end());
  const std::string full = run_json(run(make_session(evaluator.data(), changed), 1));
  const std::string quick = run_json(quick_run(evaluator, changes));
  for (const char* key : {"fiscal_year", "budget_version", "basis_share", "lines", "programmes", "total", "monthly",
                          "years", "population"})
    EXPECT_EQ(part(quick, key), part(full, key)) << key << " " << (changes.empty() ? "base" : changes.front().path);
}

Override set(const std::string& path, const std::string& value) { return {path, value, "test", "--set", {}}; }

TEST(QuickRun, says_what_the_main_job_says) {
  Evaluator evaluator(base_data(), base_scenario());
  expect_the_same(evaluator, {});
  expect_the_same(evaluator, {set("unity_award.ordinary_per_payment", "660")});
  expect_the_same(evaluator, {set("mortality.factor.resident", "0.9"), set("counts.enterprise_retirees", "56000")});
  expect_the_same(evaluator, {set("heating_allowance.standard", "5000")});
}

TEST(QuickRun, tells_each_year_of_a_longer_horizon) {
  Evaluator evaluator(base_data(), two_years());
  expect_the_same(evaluator, {set("unity_award.ordinary_per_payment", "660")});
  EXPECT_EQ(quick_run(evaluator, {}).years.size(), 2u);
}

TEST(QuickRun, keeps_a_bounded_number_of_pieces_and_stays_right) {
  Evaluator evaluator(base_data(), base_scenario());
  const Money base = quick_run(evaluator, {}).total.projected;
  for (int yuan = 600; yuan < 700; ++yuan)
    quick_run(evaluator, {set("unity_award.ordinary_per_payment", std::to_string(yuan))});
  expect_the_same(evaluator, {set("unity_award.ordinary_per_payment", "601")});  // made room for, and made again
  EXPECT_EQ(quick_run(evaluator, {}).total.projected, base);
}

}  // namespace
}  // namespace disburse
