// The law in dual numbers: what is extended follows what it rests on, what is an assumption itself follows nothing.
#include "engine/derivatives/smooth_law.hpp"

#include <gtest/gtest.h>

#include "engine/law/parameter_extension.hpp"

namespace disburse {
namespace {

constexpr double fen = 100.0;

Parameter parameter(const char* path, Unit unit, const char* from, Value value) {
  Parameter result;
  result.path = path;
  result.unit = unit;
  result.values = {
      {*Month::parse(from), std::nullopt, {2020, 1, 1}, std::move(value), Status::enacted, "test", {}, false}};
  return result;
}

Parameter extended(Parameter one, ExtensionRule rule, std::vector<std::string> by) {
  one.extension = Extension{rule, std::move(by), Month(2026, 1), Money::yuan(1), {}};
  return one;
}

ParameterTree tree() {
  ParameterTree law;
  law.add(parameter("o.growth", Unit::rate, "2000-01", Rate(3, 100)));
  law.add(parameter("o.more", Unit::yuan, "2000-01", Money::yuan(20)));
  law.add(parameter("o.months", Unit::months, "2000-01", std::int64_t{7}));
  law.add(extended(parameter("a.base", Unit::yuan, "2025-01", Money::yuan(8366)), ExtensionRule::grow, {"o.growth"}));
  law.add(extended(parameter("a.central", Unit::yuan, "2025-01", Money::yuan(143)), ExtensionRule::add, {"o.more"}));
  law.add(
      extended(parameter("a.sum", Unit::yuan, "2025-01", Money::yuan(1)), ExtensionRule::sum, {"a.central", "o.more"}));
  extend_parameters(law, Month(2027, 12));
  return law;
}

TEST(SmoothLaw, what_is_extended_follows_what_it_rests_on_unrounded) {
  const ParameterTree law = tree();
  const SmoothLaw smooth(law, {"o.growth", "o.more"});
  const Dual base = smooth.money("a.base", Month(2027, 6));
  EXPECT_DOUBLE_EQ(base.value(), 8366 * fen * 1.03 * 1.03);  // the books have 8617 x 1.03 to a yuan
  EXPECT_DOUBLE_EQ(base.slope(0), 8366 * fen * 2 * 1.03);
  EXPECT_EQ(base.slope(1), 0.0);
  const Dual central = smooth.money("a.central", Month(2027, 6));
  EXPECT_DOUBLE_EQ(central.value(), 183 * fen);
  EXPECT_DOUBLE_EQ(central.slope(1), 2 * fen);
  const Dual sum = smooth.money("a.sum", Month(2027, 6));
  EXPECT_DOUBLE_EQ(sum.value(), 203 * fen);
  EXPECT_DOUBLE_EQ(sum.slope(1), 3 * fen);
}

TEST(SmoothLaw, an_assumption_moves_in_all_its_values_alike_and_follows_nothing) {
  const ParameterTree law = tree();
  const SmoothLaw smooth(law, {"a.base", "o.growth"});
  for (const Month month : {Month(2025, 3), Month(2027, 3)}) {
    EXPECT_DOUBLE_EQ(smooth.money("a.base", month).slope(0), fen);
    EXPECT_EQ(smooth.money("a.base", month).slope(1), 0.0);
  }
}

TEST(SmoothLaw, tells_which_directions_were_looked_up) {
  const ParameterTree law = tree();
  const SmoothLaw smooth(law, {"o.growth", "o.more"});
  EXPECT_EQ(smooth.integer("o.months", Month(2025, 1)), 7);
  smooth.money("a.base", Month(2025, 3));  // not extended yet
  EXPECT_FALSE(smooth.reached(0));
  smooth.money("a.base", Month(2026, 3));
  EXPECT_TRUE(smooth.reached(0));
  EXPECT_FALSE(smooth.reached(1));
}

}  // namespace
}  // namespace disburse
