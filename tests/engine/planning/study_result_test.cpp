// What a factor of a study is called: a parameter alone by its name, a group by its own.
#include "engine/planning/study_result.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

StudyResult result() {
  StudyResult made;
  made.inputs.resize(2);
  made.inputs[0].path = "mortality.factor.resident";
  made.inputs[0].name = "居民死亡率系数";
  made.inputs[1].path = "outlook.wage_growth";
  made.inputs[1].name = "工资增长";
  return made;
}

TEST(FactorName, of_a_parameter_alone_is_its_name_and_of_a_group_the_groups) {
  StudyResult study = result();
  study.factors.resize(3);
  study.factors[0].name = "outlook.wage_growth";
  study.factors[0].inputs = {1};
  study.factors[1].name = "both";
  study.factors[1].inputs = {0, 1};
  study.factors[2].name = "one";
  study.factors[2].inputs = {0};
  EXPECT_EQ(factor_name(study, 0), "工资增长");
  EXPECT_EQ(factor_name(study, 1), "both");
  EXPECT_EQ(factor_name(study, 2), "one") << "a group of one keeps the name that it was given";
}

}  // namespace
}  // namespace disburse
