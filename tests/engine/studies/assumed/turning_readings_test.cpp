// Findings that hold under one reading of the source alone.
#include "engine/studies/assumed/turning_readings.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/evaluation/evaluator.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

std::string sentence(const Finding& note) { return english(note.where) + ": " + english(note.message); }

const Finding* note_of(const std::vector<Finding>& notes, const std::string& words) {
  const auto at = std::find_if(notes.begin(), notes.end(),
                               [&](const Finding& one) { return sentence(one).find(words) != std::string::npos; });
  return at == notes.end() ? nullptr : &*at;
}

TEST(TurningReadings, name_the_line_that_another_reading_takes_over_its_budget) {
  const std::vector<Finding> notes = turning_readings(base_data(), base_scenario(), 2024);
  Evaluator evaluator(base_data(), base_scenario());
  const Money base = evaluator.evaluate({}).line_total("2080507", 2024);
  const Money opening =
      evaluator.evaluate({{"counts.reading", "opening", "test", "test", {}}}).line_total("2080507", 2024);
  const Money budget = base_data()->budget.find_line("2080507")->total;
  ASSERT_LT(base, budget);
  ASSERT_GT(opening, budget);
  const Finding* note = note_of(notes, "2080507");
  ASSERT_NE(note, nullptr);
  EXPECT_TRUE(is_doubt(*note));
  EXPECT_NE(sentence(*note).find("leaves " + wan_text(budget - base)), std::string::npos) << sentence(*note);
  EXPECT_NE(sentence(*note).find("overspends by " + wan_text(opening - budget)), std::string::npos) << sentence(*note);
}

TEST(TurningReadings, say_nothing_of_a_reading_that_the_scenario_settles) {
  Scenario settled = base_scenario();
  settled.overrides.push_back({"counts.reading", "year_end", "test", "test", {}});
  for (const Finding& one : turning_readings(base_data(), settled, 2024))
    EXPECT_EQ(sentence(one).find("stock of 1 January"), std::string::npos) << sentence(one);
}

TEST(TurningReadings, tell_the_whole_of_a_year_without_a_budget_under_each_reading) {
  const InputOptions options = small_city("2024-01..2025-12");
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  const std::vector<Finding> notes = turning_readings(data, scenario, 2025);
  const Finding* heads = note_of(notes, "reading of the headcounts");
  ASSERT_NE(heads, nullptr);
  Evaluator evaluator(data, scenario);
  EXPECT_NE(sentence(*heads).find(wan_text(evaluator.evaluate({}).line_total("", 2025))), std::string::npos);
  for (const Finding& one : notes) EXPECT_EQ(sentence(one).find("overspends"), std::string::npos) << sentence(one);
}

}  // namespace
}  // namespace disburse
