// The order in which a walk over the months reads a block's columns for the yearly measures.
#include "engine/replicates/yearly_sums.hpp"

#include <gtest/gtest.h>

#include "engine/replicates/made_city.hpp"

namespace disburse {
namespace {

Budget one_line() {
  Budget budget;
  budget.lines.resize(1);
  budget.lines[0].code = "line of pension";
  return budget;
}

YearlySums sums_of(const MadeCity& city) {
  const Measures measures(city.programmes, one_line(), city.horizon);
  const MeasureMap map(city.programmes, measures);
  return yearly_sums_of(map, MadeCity::residents, city.paths[MadeCity::residents].blocks.front(), measures);
}

TEST(YearlySums, of_equal_months_are_one_run) {
  const YearlySums sums = sums_of(MadeCity(many_residents(20), 3, Rate(1, 10), Rate(1, 2)));
  ASSERT_EQ(sums.all.size(), 1U) << "programme, line and total count the same columns";
  EXPECT_EQ(sums.all[0].measures.size(), 3U);
  EXPECT_TRUE(sums.all[0].total);
  EXPECT_EQ(sums.all[0].year, 0U);
  ASSERT_EQ(sums.runs.size(), 1U);
  EXPECT_EQ(sums.runs[0].months, 3U);
  EXPECT_EQ(sums.runs[0].alive, 1U);
  EXPECT_EQ(sums.runs[0].lump, 1U);
  EXPECT_EQ(sums.due, (std::vector<std::uint32_t>{0, 1, 2}));
  ASSERT_EQ(sums.terms.size(), 2U) << "those of the first month stand for all";
  EXPECT_EQ(sums.terms[0].share, 0.5);
}

TEST(YearlySums, need_the_chances_of_the_months_due_and_where_a_lump_sum_is_of_the_next) {
  const YearlySums sums = sums_of(MadeCity(many_residents(20), 3, Rate(1, 10)));
  EXPECT_EQ(sums.months(), (std::vector<std::uint32_t>{0, 1, 2, 3}));
  YearlySums bare;
  bare.runs = {{2, 1, 0}, {1, 1, 1}};
  bare.due = {0, 1, 5};
  EXPECT_EQ(bare.months(), (std::vector<std::uint32_t>{0, 1, 5, 6}));
}

TEST(YearlySums, of_two_years_stand_apart) {
  const YearlySums sums = sums_of(MadeCity(many_residents(20), 14, Rate(1, 10)));
  ASSERT_EQ(sums.all.size(), 2U);
  EXPECT_EQ(sums.all[0].year, 0U);
  EXPECT_EQ(sums.all[1].year, 1U);
  EXPECT_EQ(sums.runs[0].months, 12U) << "January to December 2024";
  EXPECT_EQ(sums.runs[1].months, 2U) << "January and February 2025";
}

TEST(YearlySums, a_changed_amount_begins_a_new_run) {
  const Horizon horizon{Month(2024, 1), 4};
  ProgrammeSet set;  // 1, 1, 2, 2 pensions
  set.push_back(std::make_unique<MadeProgramme>(
      "pension", Scheme::resident, horizon, std::vector<MadePart>{made_part("benefit", payer("city"), {1, 1, 2, 2})}));
  const Population population(made_roster(many_residents(5)), horizon);
  const Measures measures(set, one_line(), horizon);
  const MeasureMap map(set, measures);
  const MemberPaths paths =
      member_paths(population, set, map.columns(), survival_paths(population, flat_mortality(Rate(1, 10))), 1);
  const YearlySums sums = yearly_sums_of(map, MadeCity::residents, paths[MadeCity::residents].blocks.front(), measures);
  ASSERT_EQ(sums.all.size(), 1U);
  EXPECT_EQ(sums.all[0].runs, 2U);
  EXPECT_EQ(sums.runs[0].months, 2U);
  EXPECT_EQ(sums.runs[1].months, 2U);
  EXPECT_FALSE(sums.terms[0] == sums.terms[1]);
}

}  // namespace
}  // namespace disburse
