// A planner's "10 % more new retirees" moves entrants, inflow and stock together; the award rises by what was worked
// out by hand, and an inflow moved alone is told with both remedies.
#include "engine/session/cohort_change.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/app/loading/doubts_of.hpp"
#include "engine/evaluation/evaluator.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

Scenario with_sets(const std::vector<std::string>& sets, const std::string& horizon = "") {
  InputOptions options;
  options.sets = sets;
  if (!horizon.empty()) options.horizon = {horizon, "--horizon"};
  return scenario_of(options, find_data());
}

std::string texts_of(const std::vector<Override>& changes) {
  std::string text;
  for (const Override& one : changes) {
    text += one.path + (one.from ? "@" + to_string(*one.from) : "") + "=" + one.value + "\n";
  }
  return text;
}

Money award_of(const Scenario& scenario) {
  const RunResult result = run(make_session(*base_data(), scenario), 1);
  for (const ProgrammeResult& programme : result.programmes) {
    if (programme.id == "unity_award") return programme.amount.projected;
  }
  return {};
}

TEST(CohortChange, moves_inflow_by_the_factor_and_the_stock_by_as_many) {
  // 267 x 1.1 = 293.7, so 294 and 27 more of 5,429; 2,400 and 800 become 2,640 and 880, 320 more of 55,000;
  // 1,550 becomes 1,705, 155 more of 25,000.
  EXPECT_EQ(texts_of(with_sets({"cohort.new_retirees=+10%"}).overrides),
            "counts.civil_service_entrants=x1.1\n"
            "counts.civil_service_retirees=5456\n"
            "counts.enterprise_retired_2024_to_september=x1.1\n"
            "counts.enterprise_retired_2024_from_october=x1.1\n"
            "counts.enterprise_retirees=55320\n"
            "outlook.enterprise_reaching_old_age=x1.1\n"
            "counts.resident_entrants=x1.1\n"
            "counts.resident_pensioners=25155\n");
}

TEST(CohortChange, is_said_by_its_name_too) {
  EXPECT_EQ(with_sets({"新退休人数=＋１０％"}).overrides.size(), 8U);
  EXPECT_EQ(with_sets({"新退休=上调10%"}).overrides.size(), 8U) << "the beginning of one name";
}

TEST(CohortChange, raises_the_award_by_the_new_retirees_payments) {
  // 600 yuan twice a year. Of 240 more who retire evenly from January to September, those of January to March (80) are
  // paid in April and all 240 in October: 320 payments, 192,000 yuan. The opening stock moves by the expected deaths of
  // the new alone, of whom a few in a thousand die within the year: less than one in a hundred of the sum.
  const Money more = award_of(with_sets({"cohort.new_retirees=+10%"})) - award_of(base_scenario());
  EXPECT_GT(more, Money::yuan(189'000));
  EXPECT_LT(more, Money::yuan(195'000));
}

TEST(CohortChange, keeps_a_stock_that_is_the_opening_one) {
  const std::string text =
      texts_of(with_sets({"counts.reading=opening", "cohort.new_enterprise_retirees=+10%"}).overrides);
  EXPECT_EQ(text.find("counts.enterprise_retirees"), std::string::npos) << text;
}

TEST(CohortChange, goes_on_from_what_was_said_before_it) {
  const std::string text =
      texts_of(with_sets({"counts.civil_service_entrants=300", "cohort.new_civil_service_retirees=x1.1"}).overrides);
  EXPECT_THAT(text, HasSubstr("counts.civil_service_retirees=5459\n"));  // 330 - 300 = 30 more
}

TEST(CohortChange, of_later_years_moves_later_years_alone) {
  EXPECT_EQ(texts_of(with_sets({"cohort.new_retirees=+10% 从2025年起"}, "2024-01..2026-12").overrides),
            "outlook.enterprise_reaching_old_age@2025-01=x1.1\n");
  EXPECT_THROW(with_sets({"cohort.new_civil_service_retirees=+10% 从2025年起"}), InputRejected);
}

/// Retirees of the roster's year are counted for the twelve months together.
TEST(CohortChange, of_a_part_of_the_rosters_year_is_refused) {
  for (const char* months : {"2024-07..2024-12", "2024-01..2024-06", "2024-03", "2024-07..2026-12"}) {
    try {
      with_sets({std::string("cohort.new_retirees@") + months + "=+10%"}, "2024-01..2026-12");
      ADD_FAILURE() << months;
    } catch (const InputRejected& rejected) {
      const InputError& error = rejected.errors().all().front();
      EXPECT_EQ(error.key, "cohort.new_retirees");
      EXPECT_THAT(english(error.remedy), HasSubstr("@2024-01..2024-12=+10%"));
    }
  }
  EXPECT_FALSE(with_sets({"cohort.new_retirees@2024-01..2024-12=+10%"}, "2024-01..2026-12").overrides.empty());
}

TEST(CohortChange, moves_its_counts_wherever_a_change_is_tried) {
  // What an evaluator tries is what the scenario says: counts of 5,456 and 294 as above.
  const Override said{"cohort.new_civil_service_retirees", "+10%", "", "--sweep", {"--sweep", 0, 0}};
  EXPECT_EQ(texts_of(with_counts(*base_data(), base_scenario(), {said})),
            "counts.civil_service_entrants=x1.1\ncounts.civil_service_retirees=5456\n");
  Evaluator evaluator(base_data(), base_scenario());
  const Money tried = evaluator.evaluate({said}).line_total("", 2024);
  const Scenario scenario = with_sets({"cohort.new_civil_service_retirees=+10%"});
  EXPECT_EQ(tried, Evaluator(base_data(), scenario).evaluate({}).line_total("", 2024));
  EXPECT_NE(tried, evaluator.evaluate({}).line_total("", 2024));
}

TEST(CohortChange, wants_a_relative_change) { EXPECT_THROW(with_sets({"cohort.new_retirees=300"}), InputRejected); }

TEST(Partners, an_inflow_moved_alone_is_told_with_both_remedies) {
  const std::vector<Finding> doubts = doubts_of(*base_data(), with_sets({"counts.civil_service_entrants=+10%"}));
  ASSERT_EQ(doubts.size(), 1U);
  EXPECT_EQ(doubts[0].code, "implausible_partner");
  const std::string text = english(doubts[0].message);
  EXPECT_THAT(text, HasSubstr("294 new retirees instead of 267"));
  EXPECT_THAT(text, HasSubstr("set this stock to 5456 as well"));
  EXPECT_THAT(text, HasSubstr("change \"new civil-service retirees\" by a percentage"));
  EXPECT_THAT(text, testing::Not(HasSubstr("counts."))) << "no code name stands in what a planner reads";
}

TEST(Partners, moved_together_leave_no_doubt) {
  for (const char* set : {"cohort.new_retirees=+10%", "cohort.new_retirees=-10%", "counts.enterprise_retirees=56000"})
    EXPECT_TRUE(doubts_of(*base_data(), with_sets({set})).empty()) << set;
}

/// Beside a roster no count makes members: what follows from the law's years alone moves, and the rest is told.
TEST(CohortChange, of_a_roster_moves_the_later_years_and_tells_what_stays) {
  Scenario scenario = base_scenario();
  scenario.overrides.push_back({"cohort.new_retirees", "+10%", "", "--set", {"--set", 0, 0}});
  const Recipe& recipe = base_data()->recipe;
  InputErrors errors;
  expand_cohorts(scenario, base_data()->law.parameters, recipe.cohorts, recipe.as_of, false, errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(texts_of(scenario.overrides), "outlook.enterprise_reaching_old_age=x1.1\n");
  RosterHead carried;
  carried.as_of = Month(2023, 12);
  carried.evolves_from = Month(2024, 1);
  const auto doubts = doubts_about_cohorts(base_data()->law.parameters, scenario, recipe.cohorts, carried, false);
  ASSERT_EQ(doubts.size(), 1U);
  EXPECT_TRUE(is_doubt(doubts.front()));
  const std::string told = english(doubts.front().message);
  EXPECT_THAT(told, HasSubstr("stay as they are"));
  EXPECT_THAT(told, HasSubstr("civil-service retirements of the year"));
  RosterHead counted_yearly;
  counted_yearly.as_of = Month(2023, 12);
  const auto nothing =
      doubts_about_cohorts(base_data()->law.parameters, scenario, recipe.cohorts, counted_yearly, false);
  ASSERT_EQ(nothing.size(), 1U);
  EXPECT_THAT(english(nothing.front().message), HasSubstr("moves nothing"));
}

TEST(CohortChange, of_a_roster_that_moves_nothing_is_refused) {
  Scenario scenario = base_scenario();
  scenario.overrides.push_back({"cohort.new_civil_service_retirees", "+10%", "", "--set", {"--set", 0, 0}});
  InputErrors errors;
  expand_cohorts(scenario, base_data()->law.parameters, base_data()->recipe.cohorts, base_data()->recipe.as_of, false,
                 errors);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_THAT(english(errors.begin()->why), HasSubstr("roster"));
}

/// Over two years the first moves in all schemes, the second where a number of the law says who joins.
TEST(CohortChange, over_two_years_tells_what_moves_in_the_first_alone) {
  const Scenario scenario = with_sets({"cohort.new_retirees=+10%"}, "2024-01..2025-12");
  RosterHead head;
  head.as_of = Month(2023, 12);
  const auto doubts =
      doubts_about_cohorts(base_data()->law.parameters, scenario, base_data()->recipe.cohorts, head, true);
  ASSERT_EQ(doubts.size(), 1U);
  EXPECT_THAT(english(doubts.front().message), HasSubstr("until 2024-12 alone"));
  const Scenario one_year = with_sets({"cohort.new_retirees=+10%"});
  EXPECT_TRUE(
      doubts_about_cohorts(base_data()->law.parameters, one_year, base_data()->recipe.cohorts, head, true).empty());
}

}  // namespace
}  // namespace disburse
