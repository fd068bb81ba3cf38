// A programme without some of its components, as every reader sees it.
#include "engine/law/withholding.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

constexpr const char* id = "unity_award";

ProgrammeDefinition definition_without(const std::string& component) {
  for (ProgrammeDefinition definition : base_data()->law.programmes) {
    if (definition.id != id) continue;
    for (Component& one : definition.components) one.withheld = one.id == component;
    return definition;
  }
  throw ProgramFault("no such programme");
}

std::unique_ptr<Programme> programme_without(const std::string& component) {
  const Session& session = base_session();
  return programme_of(definition_without(component), session.law.parameters, session.budget, session.scenario,
                      session.roster.as_of);
}

/// Members of each category, so that every component pays somebody.
Roster some_of_each() {
  Roster members = base_session().roster.head();
  std::map<Category, int> taken;
  const Roster& all = base_session().roster;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Member member = all.member(i);
    if (member.scheme == Scheme::enterprise && member.role == Role::pensioner && taken[member.category]++ < 3)
      members.add(all.key[i], member);
  }
  return members;
}

struct Heard : PaymentListener {
  std::vector<std::size_t> components;
  void pay(std::size_t component, std::size_t, Money) override { components.push_back(component); }
  void nothing(std::size_t, Reason) override {}
  void step(Step) override {}
};

TEST(Withholding, marks_are_what_makes_it) {
  EXPECT_FALSE(withholds(definition_without("")));
  EXPECT_TRUE(withholds(definition_without("lixiu")));
}

TEST(Withholding, sums_rows_and_explanations_lack_the_component_and_nothing_else) {
  const Roster members = some_of_each();
  const auto whole = programme_without("");
  const auto less = programme_without("special");
  const std::size_t components = whole->definition().components.size();
  const int months = whole->horizon().count;
  StreamSums all(components, months);
  StreamSums kept(components, months);
  whole->accumulate(members, 0, members.size(), all);
  less->accumulate(members, 0, members.size(), kept);
  const std::size_t width = components * static_cast<std::size_t>(months);
  std::vector<std::int32_t> places(width);
  for (std::size_t i = 0; i < width; ++i) places[i] = static_cast<std::int32_t>(i);
  std::vector<std::int32_t> row(width);
  std::int64_t left_out = 0;
  for (std::size_t m = 0; m < members.size(); ++m) {
    std::vector<std::int32_t> own(width);
    less->spread(members, m, m + 1, {own.data(), width, places});
    for (std::size_t i = 0; i < width; ++i) row[i] += own[i];
  }
  for (std::size_t c = 0; c < components; ++c) {
    const bool special = whole->definition().components[c].id == "special";
    for (int t = 0; t < months; ++t) {
      const auto offset = static_cast<std::size_t>(t);
      if (special) left_out += all.amount(c, offset);
      EXPECT_EQ(kept.amount(c, offset), special ? 0 : all.amount(c, offset));
      EXPECT_EQ(kept.persons(c, offset), special ? 0 : all.persons(c, offset));
      EXPECT_EQ(row[c * static_cast<std::size_t>(months) + offset], kept.amount(c, offset));
    }
  }
  EXPECT_GT(left_out, 0);
  for (std::size_t m = 0; m < members.size(); ++m) {
    Heard heard;
    less->explain(members.member(m), heard);
    for (std::size_t component : heard.components) EXPECT_NE(less->definition().components[component].id, "special");
  }
}

}  // namespace
}  // namespace disburse
