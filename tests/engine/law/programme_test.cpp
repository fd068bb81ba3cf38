// Sums of a group's payments by component and month, and components by their names.
#include "engine/law/programme.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "engine/law/rule.hpp"

namespace disburse {
namespace {

TEST(StreamSums, add_up_in_the_months_from_begin_to_before_end) {
  StreamSums sums(2, 4);
  sums.add(0, 1, 3, Money::fen(100));
  sums.add(0, 2, 4, Money::fen(-30));
  sums.add(1, 0, 1, Money::fen(7));
  const std::vector<std::int64_t> expected{0, 100, 70, -30};
  const std::vector<std::int64_t> persons{0, 1, 2, 1};
  for (std::size_t t = 0; t < 4; ++t) {
    EXPECT_EQ(sums.amount(0, t), expected[t]) << t;
    EXPECT_EQ(sums.persons(0, t), persons[t]) << t;
  }
  EXPECT_EQ(sums.amount(1, 0), 7);
  EXPECT_EQ(sums.amount(1, 1), 0) << "the next component begins where the months end";
}

TEST(StreamSums, forget_one_component_or_all) {
  StreamSums sums(3, 2);
  for (std::size_t c = 0; c < 3; ++c) sums.add(c, 0, 2, Money::fen(5));
  sums.drop(1);
  EXPECT_EQ(sums.amount(0, 1), 5);
  EXPECT_EQ(sums.amount(1, 0), 0);
  EXPECT_EQ(sums.amount(1, 1), 0);
  EXPECT_EQ(sums.persons(1, 1), 0);
  EXPECT_EQ(sums.amount(2, 0), 5);
  sums.clear();
  EXPECT_EQ(sums.amount(2, 0), 0);
  EXPECT_EQ(sums.persons(2, 1), 0);
}

class Parts : public RuleParts {
 public:
  using RuleParts::component;
  explicit Parts(const ProgrammeContext& context) : RuleParts(context) {}
};

TEST(RuleParts, find_components_by_name_and_stop_at_one_that_is_none) {
  ProgrammeDefinition definition;
  definition.components.resize(2);
  definition.components[0].id = "basic";
  definition.components[1].id = "age";
  const ParameterTree law;
  const Budget budget;
  const Parts parts(ProgrammeContext{definition, law, budget, {Month(2024, 1), 2}});
  EXPECT_EQ(parts.component("basic"), 0U);
  EXPECT_EQ(parts.component("age"), 1U);
  EXPECT_THROW(parts.component("funeral"), ProgramFault);
}

}  // namespace
}  // namespace disburse
