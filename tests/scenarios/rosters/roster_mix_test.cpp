// Cells of sex and age: shares are met, ages lie evenly, places do not move when one more is added.
#include "scenarios/rosters/roster_mix.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

TEST(Weight, is_the_share_in_two_to_the_32) {
  EXPECT_EQ(weight_of(Rate(1, 1)), std::int64_t{1} << 32);
  EXPECT_EQ(weight_of(Rate(1, 4)), std::int64_t{1} << 30);
  EXPECT_EQ(weight_of(Rate()), 0);
}

/// A quarter men of 60 to 64 years, three quarters women of 65 to 74.
Mix mix() {
  return Mix({{Sex::male, 720, 60, weight_of(Rate(1, 4))},
              {Sex::male, 0, 0, 0},
              {Sex::female, 780, 120, weight_of(Rate(3, 4))}});
}

TEST(Mix, gives_each_cell_its_share_and_its_ages_evenly) {
  constexpr std::uint64_t count = 480;
  std::size_t men = 0;
  std::vector<int> of_age(900);
  for (std::uint64_t i = 0; i < count; ++i) {
    const SexAndAge person = mix().at(equal_place(i, count));
    men += person.sex == Sex::male ? 1 : 0;
    ++of_age[static_cast<std::size_t>(person.age_months)];
    EXPECT_EQ(person.sex == Sex::male, person.age_months < 780);
  }
  EXPECT_EQ(men, count / 4);
  // 120 men over 60 months and 360 women over 120: two and three of each month of age.
  for (std::size_t age = 720; age < 780; ++age) EXPECT_EQ(of_age[age], 2) << age;
  for (std::size_t age = 780; age < 900; ++age) EXPECT_EQ(of_age[age], 3) << age;
}

TEST(Mix, begins_and_ends_within_its_cells) {
  EXPECT_EQ(mix().at(0).age_months, 720);
  EXPECT_EQ(mix().at(~std::uint64_t{0}).age_months, 899);
}

TEST(Mix, needs_somebody_and_months_for_who_is_there) {
  EXPECT_THROW(Mix({}), ProgramFault);
  EXPECT_THROW(Mix({{Sex::male, 720, 60, 0}}), ProgramFault);
  EXPECT_THROW(Mix({{Sex::male, 720, 0, 1}}), ProgramFault);
}

/// 60 to 69: three quarters, 40 % women; 70 to 79: one quarter, 80 % women.
const std::vector<AgeGroup> groups{{60, 69, Rate(3, 4), Rate(2, 5)}, {70, 79, Rate(1, 4), Rate(4, 5)}};

TEST(CellsFrom60, follow_the_groups_own_shares) {
  const auto cells = cells_from_60(groups, 1000);
  ASSERT_EQ(cells.size(), 4U);
  EXPECT_EQ(cells[0].weight, 450) << "men of 60 to 69: 750 less 300";
  EXPECT_EQ(cells[1].weight, 300);
  EXPECT_EQ(cells[2].weight, 50);
  EXPECT_EQ(cells[3].weight, 200);
  EXPECT_EQ(cells[2].from, 840);
  EXPECT_EQ(cells[2].months, 120);
}

TEST(CellsFrom60, share_a_stated_number_of_women_in_the_groups_proportions) {
  // 300 : 200 of 250 women are 150 and 100.
  const auto cells = cells_from_60(groups, 1000, 250);
  ASSERT_EQ(cells.size(), 4U);
  EXPECT_EQ(cells[1].weight, 150);
  EXPECT_EQ(cells[3].weight, 100);
  EXPECT_EQ(cells[0].weight, 600);
  EXPECT_EQ(cells[2].weight, 150);
}

TEST(CellsFrom60, are_none_where_a_group_would_have_more_women_than_persons) {
  EXPECT_TRUE(cells_from_60(groups, 1000, 700).empty()) << "280 of 250 persons of 70 and above";
  EXPECT_FALSE(cells_from_60(groups, 1000, 625).empty()) << "250 of 250";
  EXPECT_TRUE(cells_from_60({{60, 69, Rate(1, 1), Rate()}}, 1000, 1).empty()) << "a group without women";
}

TEST(Places, at_equal_distances_lie_in_the_middle_of_their_parts) {
  EXPECT_EQ(equal_place(0, 1), std::uint64_t{1} << 63);
  EXPECT_EQ(equal_place(0, 2), std::uint64_t{1} << 62);
  EXPECT_EQ(equal_place(1, 2), std::uint64_t{3} << 62);
  EXPECT_THROW(equal_place(2, 2), ProgramFault);
}

}  // namespace
}  // namespace disburse
