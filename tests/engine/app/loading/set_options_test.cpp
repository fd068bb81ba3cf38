// What is typed becomes the changes that the command line makes of the same words.
#include "engine/app/loading/set_options.hpp"

#include <gtest/gtest.h>

#include <set>

#include "support/base_data.hpp"

namespace disburse {
namespace {

ChangeTerms terms() { return terms_of(*base_data()); }

Scenario by_command_line(const std::vector<std::string>& sets) {
  InputOptions options;
  options.sets = sets;
  return scenario_of(options, find_data());
}

std::string refused(const std::string& text, bool single) {
  InputErrors errors;
  single ? single_path_in(terms(), text, "a range"_m, {"--set", 0, 0}, errors)
         : path_in(terms(), text, {"--set", 0, 0}, errors);
  return errors.empty() ? "" : to_string(*errors.begin());
}

TEST(PathIn, refuses_a_cohort_where_one_parameter_is_needed_and_names_its_counts) {
  EXPECT_EQ(refused("新退休人数", false), "");
  EXPECT_NE(refused("新退休人数", true).find("counts.civil_service_entrants"), std::string::npos);
  EXPECT_NE(refused("cohort.new_retires", false).find("Did you mean cohort.new_retirees"), std::string::npos);
}

TEST(PathIn, a_programmes_name_means_each_of_its_parameters) {
  // One name alone has 民族团结奖 in it, the share of those who are eligible; 60 yuan more is hardly meant of it.
  const std::string text = refused("民族团结奖", false);
  EXPECT_NE(text.find("unity_award.ordinary_per_payment"), std::string::npos) << text;
  EXPECT_NE(text.find("unity_award.eligible_share"), std::string::npos) << text;
}

TEST(SetOptions, make_the_changes_of_the_command_line) {
  const std::vector<std::string> sets{"普通离退休人员每次标准=+10%", "cohort.new_civil_service_retirees=+10%",
                                      "heating_allowance.standard@2024-10=5000"};
  const std::vector<Override> made = changes_of(sets, base_scenario(), terms());
  const Scenario expected = by_command_line(sets);
  ASSERT_EQ(base_scenario().overrides.size() + made.size(), expected.overrides.size());
  for (std::size_t i = 0; i < made.size(); ++i) {
    EXPECT_EQ(made[i].path, expected.overrides[i].path);
    EXPECT_EQ(made[i].value, expected.overrides[i].value);
    EXPECT_EQ(made[i].from, expected.overrides[i].from);
  }
  EXPECT_GT(made.size(), sets.size());  // a cohort moves several counts
}

TEST(SetOptions, refuse_all_that_is_wrong_at_once) {
  InputErrors errors;
  EXPECT_EQ(read_sets({"a", "a.b=1", "a.b=2", "a.b@x=3"}, errors).size(), 4u);
  std::set<std::string> keys;
  for (const InputError& error : errors) keys.insert(error.key);
  EXPECT_EQ(keys, (std::set<std::string>{"a", "a.b", "a.b@x=3"}));
  EXPECT_THROW(changes_of({"没有这样的参数=1"}, base_scenario(), terms()), InputRejected);
}

}  // namespace
}  // namespace disburse
