// Documents read back into the types that they were written from: written again they have the same bytes.
#include <gtest/gtest.h>

#include <limits>

#include "outputs/planning/budget_draft.hpp"
#include "outputs/planning/cash.hpp"
#include "outputs/planning/reforecast.hpp"
#include "outputs/planning/study.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/text/json_reading.hpp"
#include "outputs/what_if/comparison.hpp"
#include "support/city.hpp"
#include "support/program.hpp"
#include "support/small_roster.hpp"
#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

std::string document_of(const std::string& command) {
  const ScratchFolder folder;
  const Ran ran = folder.run(command + " --format json");
  EXPECT_EQ(ran.exit_code, 0) << command << "\n" << ran.err;
  return ran.out;
}

/// The document of `command`, read and written by `again`.
template <class Again>
void expect_round_trip(const std::string& command, const Again& again) {
  const std::string text = document_of(command);
  EXPECT_TRUE(again(Json::parse(text)) == text) << command;
}

TEST(RoundTrip, of_runs) {
  const auto again = [](const Json& document) {
    return run_json(run_from_json(document), Language::zh, beside_from_json(document));
  };
  for (const char* command : {"run award-660", "run --horizon 2024-01..2026-12", "run --publish",
                              "run --mode stochastic --replicates 64 --assumptions 4 --horizon 2024-01..2025-12"})
    expect_round_trip(command, again);
}

TEST(RoundTrip, of_a_run_with_hidden_counts_and_no_budget) {
  RunResult result = testing::sample_result();
  result.programmes.front().monthly.front().headcount = std::numeric_limits<double>::quiet_NaN();
  result.programmes.front().headcount = std::numeric_limits<double>::quiet_NaN();
  result.ages.push_back({Scheme::resident, 60, std::numeric_limits<double>::quiet_NaN(), 12.0});
  result.total.budget.reset();
  const std::string text = run_json(result);
  EXPECT_EQ(run_json(run_from_json(Json::parse(text))), text);
}

TEST(RoundTrip, of_studies_by_every_method) {
  const auto again = [](const Json& document) {
    const Manifested<StudyResult> read = study_from_json(document);
    return study_json(read.result, read.manifest, read.command);
  };
  const std::string of_few = "sensitivity --roster '" + small_roster() + "' ";
  for (const char* method : {"tornado", "gradient", "heatmap", "morris", "shapley", "full"})
    expect_round_trip(of_few + "--line 2089999 --samples 64 --method " + method, again);
  expect_round_trip(
      of_few +
          "--method sobol --samples 64 --second-order --group a=mortality.factor.resident,mortality.factor.enterprise",
      again);
  expect_round_trip(of_few + "--mode stochastic --replicates 64", again);
}

TEST(RoundTrip, of_comparisons) {
  const auto again = [](const Json& document) { return comparison_json(comparison_from_json(document)); };
  expect_round_trip("compare zhongwei-2024 award-660+adjustment-4 --attribute shapley --who 2", again);
  expect_round_trip("compare zhongwei-2024 award-660 --who 3 --publish --horizon 2024-01..2025-12", again);
  expect_round_trip("compare zhongwei-2024 award-660 --mode stochastic --replicates 64", again);
}

TEST(RoundTrip, of_plans_and_drafts) {
  expect_round_trip("cash --balance 5000万元", [](const Json& document) {
    const Manifested<CashPlan> read = cash_from_json(document);
    return cash_json(read.result, read.manifest, read.command);
  });
  const std::string actuals = (city_dir() / "actuals" / "2024-08-example.csv").string();
  for (const char* band : {"", " --no-band"}) {
    expect_round_trip("reforecast --actuals '" + actuals + "'" + band, [](const Json& document) {
      const Manifested<ReforecastResult> read = reforecast_from_json(document);
      return reforecast_json(read.result, read.manifest, read.command);
    });
  }
  expect_round_trip("budget --year 2025", [](const Json& document) {
    const WrittenDraft read = budget_draft_from_json(document);
    return budget_draft_json(read.budget, read.findings, read.command);
  });
}

TEST(ReadingDocuments, refuses_words_that_no_writer_writes) {
  Json run = Json::parse(run_json(testing::sample_result()));
  run["programmes"][0]["basis"] = "guessed";
  EXPECT_THROW(run_from_json(run), UnsoundDocument);
  run = Json::parse(run_json(testing::sample_result()));
  run["monthly"][0]["month"] = "2024-13";
  EXPECT_THROW(run_from_json(run), UnsoundDocument);
  run = Json::parse(run_json(testing::sample_result()));
  run.erase("years");
  EXPECT_THROW(run_from_json(run), Json::exception);
}

}  // namespace
}  // namespace disburse
