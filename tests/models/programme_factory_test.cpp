// Programmes from their definitions: a formula by its name, a shape by its word, and the nearest name for a slip.
#include "models/programme_factory.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "outputs/text/messages.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

/// The law under the base scenario, as a run sees it.
const Law& law() { return base_session().law; }

TEST(ProgrammeFactory, makes_one_of_each_definition_in_their_order) {
  Budget budget;
  budget.lines = {{"2080109", "经办", 1200_yuan, {}, 1200_yuan, {}}};
  const ProgrammeSet made = make_programmes(law().programmes, law().parameters, budget, {Month(2024, 1), 12});
  ASSERT_EQ(made.size(), law().programmes.size());
  for (std::size_t p = 0; p < made.size(); ++p) {
    const ProgrammeDefinition& definition = law().programmes[p];
    EXPECT_EQ(made[p]->definition().id, definition.id);
    bool concerns = false;
    for (const Scheme scheme : enumerators<Scheme>) {
      for (const Role role : enumerators<Role>) concerns = concerns || made[p]->concerns(scheme, role);
    }
    EXPECT_EQ(concerns, pays_members(definition.shape)) << definition.id;
  }
}

TEST(ProgrammeFactory, names_every_definition_without_a_formula_and_the_nearest_there_is) {
  ProgrammeDefinition slip, other;
  slip.id = "civil_service_pensoin";
  other.id = "nothing_like_it_anywhere";
  slip.shape = other.shape = Shape::formula;
  try {
    make_programmes({slip, other}, law().parameters, Budget{}, {Month(2024, 1), 12});
    FAIL() << "there is no such formula";
  } catch (const InputRejected& rejected) {
    ASSERT_EQ(rejected.errors().size(), 2U);
    EXPECT_NE(say(Language::en, rejected.errors().begin()->remedy).find("civil_service_pension"), std::string::npos);
  }
}

}  // namespace
}  // namespace disburse
