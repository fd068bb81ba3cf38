// The groups of the law of retirement ages by the words that persons' files and the law's tables use.
#include "engine/projection/award.hpp"

#include <gtest/gtest.h>

#include "support/shipped_law.hpp"

namespace disburse {
namespace {

TEST(RetirementGroup, is_named_as_the_law_names_its_ages) {
  // Before the gradual delay: men 60, women 55 or 50. The law has each age under the name of its group.
  const std::vector<std::pair<RetirementGroup, int>> ages{
      {RetirementGroup::male, 60}, {RetirementGroup::female_55, 55}, {RetirementGroup::female_50, 50}};
  for (const auto& [group, age] : ages) {
    const std::string path = std::string("retirement.old_age_") + to_string(group);
    ASSERT_NE(shipped_law().find(path), nullptr) << path;
    EXPECT_EQ(shipped_law().integer(path, Month(2024, 12)), age) << path;
  }
}

TEST(Person, of_whom_nothing_is_said_has_the_average_index_and_no_death) {
  const Person person;
  EXPECT_EQ(person.index, Rate(1, 1));
  EXPECT_FALSE(person.deemed_index);
  EXPECT_TRUE(person.death.month.is_none());
}

}  // namespace
}  // namespace disburse
