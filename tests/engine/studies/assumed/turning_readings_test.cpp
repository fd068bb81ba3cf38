// Findings that hold under one reading of the source alone.
#include "engine/studies/assumed/turning_readings.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/evaluation/evaluator.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/studies/assumed/band_study.hpp"
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

TEST(TurningReadings, are_those_of_a_drafts_ranges) {
  InputOptions options;
  options.horizon = {"2024-01..2025-12", "--horizon"};
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  const std::vector<Finding> notes = turning_readings(data, scenario, 2025);
  EXPECT_GT(notes.size(), 1U);
  EXPECT_EQ(ranges_of_draft(data, scenario, 2025, 2).turning, notes);
}

/// A what-if that is changes of the base shares its pieces; one that leaves something of the base out has its own.
TEST(TurningReadings, of_a_base_and_its_what_ifs_are_those_of_each_alone) {
  const auto& data = base_data();
  const Scenario& base = base_scenario();
  std::vector<Scenario> variants(3, base);
  variants[0].overrides.push_back({"unity_award.ordinary_per_payment", "660", "test", "test", {}});
  variants[1].overrides.push_back({"counts.civil_service_entrants", "x1.1", "test", "test", {}});
  variants[2].seed += 1;
  const auto notes = turning_readings(data, base, variants, 2024);
  ASSERT_EQ(notes.size(), 4U);
  EXPECT_EQ(notes[0], turning_readings(data, base, 2024));
  for (std::size_t v = 0; v < variants.size(); ++v)
    EXPECT_EQ(notes[v + 1], turning_readings(data, variants[v], 2024)) << v;
  EXPECT_NE(notes[1], notes[0]) << "the award moves its line";
}

Question question_of(std::initializer_list<const char*> names) {
  Question question;
  question.name_en = "headcounts";
  for (const char* name : names) question.answers.emplace_back().name_en = name;
  return question;
}

/// A hundredth of the base and more is told, less is not.
TEST(TurningReadings, leave_out_answers_that_make_no_other_draft) {
  const Question question = question_of({"a", "b", "c", "d"});
  const auto wan = [](int amount) { return Money::yuan(amount * 10'000); };
  const auto note = turning_of_draft(question, {wan(200), wan(201), wan(202), wan(198)}, 2025);
  ASSERT_TRUE(note);
  const std::string told = sentence(*note);
  for (const char* amount : {"200.00", "202.00", "198.00"}) EXPECT_NE(told.find(amount), std::string::npos) << told;
  EXPECT_EQ(told.find("201.00"), std::string::npos) << told;
  EXPECT_FALSE(turning_of_draft(question, {wan(200), wan(201), wan(199), wan(200)}, 2025));
}

}  // namespace
}  // namespace disburse
