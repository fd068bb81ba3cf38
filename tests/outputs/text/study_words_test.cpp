// Sentences about a study.
#include "outputs/text/study_words.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(StudyWords, name_what_has_no_share_of_the_variance) {
  StudyResult study;
  study.inputs.resize(3);
  study.inputs[0].name = "甲";
  study.inputs[2].name = "丙";
  EXPECT_EQ(held_text(study, Language::zh), "");
  study.shapley.emplace();
  EXPECT_EQ(held_text(study, Language::zh), "");
  study.shapley->held = {0, 2};
  EXPECT_EQ(held_text(study, Language::zh), "只分摊影响最大的十项；其余取中位数，不占份额：甲、丙。");
  EXPECT_EQ(held_text(study, Language::en), " Only the ten that move it most share; held at their middle: 甲; 丙.");
}

}  // namespace
}  // namespace disburse
