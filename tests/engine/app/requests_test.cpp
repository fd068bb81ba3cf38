// What is said on the command line becomes what studies are asked: names become paths, spoken values the program's own.
#include "engine/app/requests.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

ChangeTerms terms() { return terms_of(*base_data()); }

SweepRequest swept(const std::string& text) {
  Options options;
  options.sweep.sweeps = {text};
  return sweep_request(options, base_scenario(), terms());
}

TEST(SweepRequest, takes_a_name_and_values_as_planners_write_them) {
  const SweepRequest request = swept("普通离退休人员每次标准＝600元,提高60元,x1.2");
  ASSERT_EQ(request.sweeps.size(), 1u);
  EXPECT_EQ(request.sweeps[0].path, "unity_award.ordinary_per_payment");
  EXPECT_EQ(request.sweeps[0].values, (std::vector<std::string>{"600元", "+=60元", "x1.2"}));
}

TEST(SweepRequest, refuses_what_names_nothing_or_several) {
  EXPECT_THROW(swept("没有这个参数=1,2"), InputRejected);
  EXPECT_THROW(swept("民族团结奖"), InputRejected);
}

TEST(SweepRequest, takes_a_cohort_by_its_name) {
  const SweepRequest request = swept("新退休人数=-10%,＋１０％");
  EXPECT_EQ(request.sweeps[0].path, "cohort.new_retirees");
  EXPECT_EQ(request.sweeps[0].values, (std::vector<std::string>{"-10%", "+10%"}));
  EXPECT_THROW(swept("cohort.new_retires=-10%,+10%"), InputRejected) << "a cohort that the recipe does not know";
}

TEST(GoalRequest, takes_a_cohort_by_its_name) {
  Options options;
  options.solve.vary = {"新退休人数"};
  EXPECT_EQ(goal_request(options, terms()).vary, (std::vector<std::string>{"cohort.new_retirees"}));
}

TEST(GoalRequest, takes_a_name) {
  Options options;
  options.solve.vary = {"普通离退休人员每次标准"};
  options.solve.between = {"300元..900元"};
  const GoalRequest request = goal_request(options, terms());
  EXPECT_EQ(request.vary, (std::vector<std::string>{"unity_award.ordinary_per_payment"}));
  options.solve.vary = {"没有这个参数"};
  EXPECT_THROW(goal_request(options, terms()), InputRejected);
}

}  // namespace
}  // namespace disburse
