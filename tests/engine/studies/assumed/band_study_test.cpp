// The band of a year: all that is assumed moved alone, under each answer, and drawn together.
#include "engine/studies/assumed/band_study.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/evaluation/evaluator.hpp"
#include "engine/law/assumption_draw.hpp"
#include "support/base_data.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

const BandResult& base_bands() {
  static const BandResult result = bands(base_data(), base_scenario(), 2024, 2);
  return result;
}

std::size_t figure(BandFigure::Of of, const std::string& id) {
  const auto& all = base_bands().figures;
  return static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(), [&](const BandFigure& one) { return one.of == of && one.id == id; }) -
      all.begin());
}

const BandAssumption& assumption(const std::string& path) {
  const auto& all = base_bands().assumptions;
  return *std::find_if(all.begin(), all.end(), [&](const BandAssumption& one) { return one.path == path; });
}

TEST(BandStudy, estimates_are_those_of_the_run) {
  Evaluator evaluator(base_data(), base_scenario());
  const Evaluation base = evaluator.evaluate({});
  for (const BandFigure& one : base_bands().figures) {
    if (one.of == BandFigure::Of::programme) continue;
    EXPECT_EQ(one.estimate, base.line_total(one.id, 2024)) << one.id;
  }
}

TEST(BandStudy, answers_are_full_projections) {
  Evaluator evaluator(base_data(), base_scenario());
  const Evaluation opening = evaluator.evaluate({{"counts.reading", "opening", "test", "test", {}}});
  const BandAssumption& reading = assumption("headcount_reading");
  ASSERT_EQ(reading.answers.size(), 2U);
  const std::size_t line = figure(BandFigure::Of::line, "2080507");
  EXPECT_EQ(reading.answers.front().amounts[line], base_bands().figures[line].estimate);
  EXPECT_EQ(reading.answers.back().amounts[line], opening.line_total("2080507", 2024));
}

TEST(BandStudy, what_turns_a_sign_alone_is_told_before_what_only_moves_it_more) {
  for (const BandFigure& one : base_bands().figures) {
    if (!one.budget) continue;
    const auto index = static_cast<std::size_t>(&one - base_bands().figures.data());
    const auto turns = [&](const BandAssumption& each) {
      const BandEffect& effect = each.effects[index];
      return effect.least <= *one.budget && *one.budget < effect.most;
    };
    const auto& all = base_bands().assumptions;
    const auto able = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), turns));
    const std::size_t told = std::min<std::size_t>(able, 3);
    ASSERT_GE(one.deciding.size(), told) << one.id;
    for (std::size_t i = 0; i < one.deciding.size(); ++i)
      EXPECT_EQ(turns(all[one.deciding[i]]), i < told) << one.id << " " << all[one.deciding[i]].path;
  }
}

TEST(BandStudy, the_sign_of_the_pension_subsidy_turns_under_the_reading_of_the_headcounts) {
  const std::size_t line = figure(BandFigure::Of::line, "2080507");
  const BandFigure& subsidy = base_bands().figures[line];
  ASSERT_TRUE(subsidy.budget);
  EXPECT_LT(subsidy.estimate, *subsidy.budget);
  EXPECT_GT(assumption("headcount_reading").answers.back().amounts[line], *subsidy.budget);
  ASSERT_TRUE(subsidy.over);
  EXPECT_GT(*subsidy.over, 0.2);  // 8.6 % before the reading and the counts were drawn
}

TEST(BandStudy, numbers_solved_from_one_figure_leave_it_nearly_where_it_is) {
  // 5,500 yuan to 6,665 x 8,750, 6,000 to 7,517 x 9,250: the same budget. Apart each would move it by some thousands.
  const std::size_t line = figure(BandFigure::Of::line, "2080507");
  const BandEffect& together = assumption("civil_service_solution").effects[line];
  EXPECT_LT((together.most - together.least).fen(), Money::yuan(6'000'000).fen());
  Evaluator evaluator(base_data(), base_scenario());
  const auto alone = [&](const std::string& pension) {
    return evaluator.evaluate({{"roster.civil_service_pension_mean", pension, "test", "test", {}}})
        .line_total("2080507", 2024);
  };
  EXPECT_GT((alone("6000") - alone("5500")).fen(), Money::yuan(25'000'000).fen());
}

TEST(BandStudy, is_as_wide_as_full_projections_of_drawn_assumptions) {
  Evaluator evaluator(base_data(), base_scenario());
  const AssumptionDraw draw(evaluator.law(), Month(2024, 12), base_scenario().correlations);
  const Unknowns open = still_open(base_data()->unknowns, base_scenario().overrides);
  std::vector<double> totals;
  constexpr std::uint32_t sets = 120;
  for (std::uint32_t i = 0; i < sets; ++i) {
    std::vector<Override> changes = draw.set(base_scenario().seed, i);
    for (const Override& one : drawn_unknowns(open, evaluator.law(), Month(2024, 12), base_scenario().seed, i))
      changes.push_back(one);
    totals.push_back(static_cast<double>(evaluator.evaluate(changes).line_total("", 2024).fen()));
  }
  std::sort(totals.begin(), totals.end());
  const BandFigure& whole = base_bands().figures.back();
  const double slow = totals[sets * 9 / 10] - totals[sets / 10];
  const double quick = static_cast<double>((whole.p90 - whole.p10).fen());
  EXPECT_NEAR(quick / slow, 1.0, 0.35);  // 120 draws know their width to some 13 %
}

TEST(BandStudy, does_not_depend_on_the_threads) {
  const BandResult one = bands(base_data(), base_scenario(), 2024, 1);
  for (std::size_t f = 0; f < one.figures.size(); ++f) {
    EXPECT_EQ(one.figures[f].p10, base_bands().figures[f].p10);
    EXPECT_EQ(one.figures[f].p90, base_bands().figures[f].p90);
  }
}

TEST(BandStudy, everything_that_is_assumed_has_a_range_or_answers) {
  for (const UnrangedAssumption& one : base_bands().unranged) ADD_FAILURE() << one.path << " = " << one.value;
}

TEST(BandStudy, what_is_assumed_of_later_years_has_a_range_or_answers_too) {
  InputOptions options;
  options.horizon = {"2024-01..2027-12", "--horizon"};
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  for (const UnrangedAssumption& one : bands(data, scenario, 2027, 2).unranged)
    ADD_FAILURE() << one.path << " = " << one.value;
}

/// The rounding of 20,000 to a thousand is 500 either way: 6,854 x 250 x 24 % x 12 = 493.5 (ten thousand yuan).
TEST(BandStudy, the_rounding_of_a_budget_that_was_solved_moves_its_line) {
  const std::size_t line = figure(BandFigure::Of::line, "2080507");
  const BandEffect& rounding = assumption("civil_service_rounding").effects[line];
  EXPECT_NEAR(static_cast<double>((rounding.most - rounding.least).fen()), 2.0 * 4.935e8, 0.02e8);
}

TEST(BandStudy, what_moves_a_line_stands_beside_the_readings_where_a_year_before_tests_it) {
  for (const BandAssumption& one : base_bands().assumptions)
    EXPECT_EQ(one.answers.empty(), one.kind != BandAssumption::Kind::question) << one.path;
  InputOptions options;
  options.horizon = {"2023-01..2024-12", "--horizon"};
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  const BandResult result = bands(data, scenario, 2024, 2);
  std::set<std::string> shown;
  for (const BandAssumption& one : result.assumptions) {
    if (one.answers.empty()) continue;
    shown.insert(one.path);
    for (const BandAnswer& answer : one.answers) EXPECT_EQ(answer.before.size(), result.figures.size()) << one.path;
  }
  for (const char* path : {"headcount_reading", "heating_cohorts", "unity_award.eligible_share",
                           "counts.state_school_teachers", "counts.lixiu"})
    EXPECT_TRUE(shown.contains(path)) << path;
  const auto share = std::find_if(result.assumptions.begin(), result.assumptions.end(),
                                  [](const BandAssumption& one) { return one.path == "unity_award.eligible_share"; });
  ASSERT_EQ(share->answers.size(), 3U);
  const auto award =
      static_cast<std::size_t>(std::find_if(result.figures.begin(), result.figures.end(),
                                            [](const BandFigure& one) { return one.id == "unity_award"; }) -
                               result.figures.begin());
  // The share scales the award of either year: 0.911 of the base's, to the fen of each month.
  const auto scaled = [&](Money low, Money base) {
    EXPECT_NEAR(static_cast<double>(low.fen()), 0.911 * static_cast<double>(base.fen()), 12.0);
  };
  scaled(share->answers[1].amounts[award], share->answers[0].amounts[award]);
  scaled(share->answers[1].before[award], share->answers[0].before[award]);
}

TEST(BandStudy, what_moves_a_line_and_is_assumed_has_a_range) {
  // Whatever still has none moves no line by ten thousand yuan when it is moved by a tenth.
  Evaluator evaluator(base_data(), base_scenario());
  const Evaluation base = evaluator.evaluate({});
  for (const UnrangedAssumption& one : base_bands().unranged) {
    const Parameter& parameter = *evaluator.law().find(one.path);
    const double now = number_of(evaluator.law().at(one.path, Month(2024, 1)).value);
    if (std::isnan(now) || now == 0.0) continue;
    for (const double factor : {0.9, 1.1}) {
      const std::string value = number_text(parameter.unit, now * factor, 9);
      try {
        const Evaluation moved = evaluator.evaluate({{one.path, value, "test", "test", {}}});
        EXPECT_LT(std::abs((moved.line_total("", 2024) - base.line_total("", 2024)).fen()), 1'000'000)
            << one.path << " = " << value;
      } catch (const InputRejected&) {  // beyond its bounds: no value that it can have
      }
    }
  }
}

}  // namespace
}  // namespace disburse
