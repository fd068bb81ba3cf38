// Dated changes of what a run looks up once, or in few months.
#include "engine/session/reading_months.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/law/parameter_extension.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

const RunMonths four_years{Month(2023, 12), Month(2025, 1), {Month(2024, 1), 48}};

const ParameterTree& extended_law() {
  static const ParameterTree law = [] {
    ParameterTree tree = base_data()->law.parameters;
    extend_parameters(tree, Month(2027, 12));
    return tree;
  }();
  return law;
}

/// What is said of a change "path@FROM..UNTIL"; empty where it is taken.
std::string said(const std::string& path, std::optional<Month> from, std::optional<Month> until,
                 const RunMonths& run = four_years) {
  Override change{path, "1", "test", "--set", {"--set", 0, 0}};
  change.from = from;
  change.until = until;
  InputErrors errors;
  check_reading_months(extended_law(), {change}, run, errors);
  std::string text;
  for (const InputError& error : errors) {
    EXPECT_EQ(error.key, path);
    text += english(error.problem) + "; " + english(error.why) + "; " + english(error.remedy);
  }
  return text;
}

const std::optional<Month> open;

TEST(ReadingMonths, what_is_looked_up_every_month_takes_any_months) {
  for (const char* path : {"unity_award.ordinary_per_payment", "irregular.suspended_share", "mortality.factor.resident",
                           "mortality.table", "retirement.resident_age", "annuity_funding.interest", "award.base"}) {
    EXPECT_EQ(said(path, Month(2026, 3), Month(2026, 3)), "") << path;
    EXPECT_EQ(said(path, open, Month(2024, 2)), "") << path;
  }
}

TEST(ReadingMonths, counts_hold_for_the_whole_run_or_are_refused_with_their_month) {
  for (const char* path : {"counts.resident_payers", "roster.civil_service_pension_mean"}) {
    EXPECT_THAT(said(path, Month(2025, 1), open), HasSubstr("once, in 2024-01")) << path;
    EXPECT_THAT(said(path, Month(2024, 1), Month(2024, 12)), HasSubstr("Leave the months out, as")) << path;
    EXPECT_THAT(said(path, Month(2031, 1), Month(2031, 12)), HasSubstr("live on")) << path;
    EXPECT_EQ(said(path, Month(2024, 1), open), "");
    EXPECT_EQ(said(path, Month(2024, 1), Month(2027, 12)), "") << "all of the run";
    EXPECT_EQ(said(path, open, open), "");
  }
}

TEST(ReadingMonths, what_was_before_the_run_holds_for_all_of_it) {
  EXPECT_THAT(said("award.reform_first", Month(2025, 1), Month(2025, 12)), HasSubstr("before the run"));
  EXPECT_THAT(said("contribution.bases_first", Month(2024, 2), open), HasSubstr("once, in 2024-01"));
  EXPECT_EQ(said("annuity_funding.real_until_before", Month(2024, 1), open), "");
}

TEST(ReadingMonths, a_yearly_value_wants_a_january) {
  const std::string text = said("adjustment.fixed_amount", Month(2025, 2), Month(2025, 12));
  EXPECT_THAT(text, HasSubstr("2024-01, 2025-01, 2026-01, 2027-01 alone"));
  EXPECT_THAT(text, HasSubstr("adjustment.fixed_amount@2024-01..2024-12=1"));
  EXPECT_EQ(said("adjustment.fixed_amount", Month(2025, 2), Month(2026, 1)), "");
  EXPECT_EQ(said("adjustment.fixed_amount", Month(2029, 2), Month(2029, 3)), "") << "not of this run";
  EXPECT_NE(said("civil_service_pension.area_class", Month(2025, 2), Month(2025, 12)), "");
  EXPECT_NE(said("mortality.improvement_pace", Month(2025, 2), Month(2025, 12)), "");
}

/// Of the growth of wages, awards of July rest on the June before it, contributions on January.
TEST(ReadingMonths, what_others_are_carried_on_by_counts_as_read) {
  EXPECT_EQ(said("outlook.wage_growth", Month(2026, 6), Month(2026, 6)), "");
  EXPECT_NE(said("outlook.wage_growth", Month(2026, 7), Month(2026, 11)), "");
  EXPECT_EQ(said("outlook.resident_base_increase", Month(2027, 1), Month(2027, 1)), "");
  EXPECT_NE(said("outlook.resident_base_increase", Month(2025, 1), Month(2025, 12)), "")
      << "the bases of 2025 and 2026 are published";
  const RunMonths one_year{Month(2023, 12), Month(2025, 1), {Month(2024, 1), 12}};
  EXPECT_THAT(said("outlook.resident_base_increase", Month(2024, 1), Month(2024, 12), one_year),
              HasSubstr("not looked up in any month of the run"));
}

TEST(ReadingMonths, who_joins_later_is_assumed_from_the_second_year_on) {
  EXPECT_THAT(said("outlook.enterprise_pension", Month(2024, 1), Month(2024, 12)), HasSubstr("from 2025-01 on"));
  EXPECT_THAT(said("retirement.old_age_male", Month(2024, 3), Month(2024, 12)), HasSubstr("(counts.*)"));
  EXPECT_EQ(said("retirement.old_age_male", Month(2024, 3), Month(2025, 1)), "");
}

TEST(ReadingMonths, are_told_by_the_door_at_which_the_change_came_in) {
  Scenario scenario = base_scenario();
  Override change{"counts.lixiu", "1", "test", "--set", {"--set", 0, 0}};
  change.from = Month(2024, 6);
  scenario.overrides.push_back(change);
  try {
    make_session(*base_data(), scenario);
    FAIL();
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::command_line);
    EXPECT_EQ(rejected.errors().all().front().key, "counts.lixiu");
  }
}

}  // namespace
}  // namespace disburse
