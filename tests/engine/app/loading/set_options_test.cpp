// What is typed becomes the changes that the command line makes of the same words.
#include "engine/app/loading/set_options.hpp"

#include <gtest/gtest.h>

#include <set>

#include "support/base_data.hpp"

namespace disburse {
namespace {

ChangeTerms terms() {
  const LoadedData& data = *base_data();
  return {&data.law.parameters, data.recipe.cohorts,
          data.recipe.as_of};
}

Scenario by_command_line(const std::vector<std::string>& sets) {
  InputOptions options;
  options.sets = sets;
  return scenario_of(options, find_data());
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
