// Programmes as planners call them.
#include "engine/law/programme_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

std::vector<ProgrammeDefinition> programmes() {
  std::vector<ProgrammeDefinition> list(3);
  list[0].id = "annuity", list[0].name = "职业年金补助", list[0].name_en = "annuity top-up";
  list[1].id = "award", list[1].name = "退休职工奖", list[1].name_en = "retirees' award";
  list[2].id = "heating", list[2].name = "退休人员取暖费";
  return list;
}

TEST(MeantProgramme, by_identifier_name_beginning_or_part) {
  for (const char* text : {"annuity", "职业年金补助", "职业年金", "年金", "annuity top-up"})
    EXPECT_EQ(meant_programme(text, programmes()).id, "annuity") << text;
  EXPECT_EQ(meant_programme("取暖费", programmes()).id, "heating");
}

TEST(MeantProgramme, several_are_told_with_their_names) {
  const MeantProgramme meant = meant_programme("退休", programmes());
  EXPECT_EQ(meant.id, "");
  EXPECT_THAT(english(meant.remedy), testing::AllOf(testing::HasSubstr("award"), testing::HasSubstr("heating")));
}

TEST(MeantProgramme, none_has_its_nearest) {
  EXPECT_EQ(meant_programme("anuity", programmes()).id, "");
  EXPECT_THAT(english(meant_programme("anuity", programmes()).remedy), testing::HasSubstr("annuity"));
  EXPECT_EQ(meant_programme("", programmes()).id, "");
}

}  // namespace
}  // namespace disburse
