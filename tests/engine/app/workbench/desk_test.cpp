// A desk answers as the command line does, and keeps few.
#include "engine/app/workbench/desk.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "support/city.hpp"

namespace disburse {
namespace {

Money by_command_line(const std::vector<std::string>& sets) {
  InputOptions options;
  options.sets = sets;
  return run(open_session(options), 1).total.projected;
}

TEST(Desk, answers_as_the_command_line_does) {
  Desk desk{InputOptions{}};
  for (const std::vector<std::string>& sets :
       {std::vector<std::string>{},
        {"unity_award.ordinary_per_payment=660"},
        {"普通离退休人员每次标准=+10% 从 2024-07 起"},
        {"cohort.new_civil_service_retirees=+10%", "mortality.factor.resident=0.9"}}) {
    const WhatIf answer = desk.what_if(sets);
    EXPECT_EQ(answer.variant.total.projected, by_command_line(sets)) << (sets.empty() ? "base" : sets.front());
    EXPECT_EQ(answer.base.total.projected, by_command_line({}));
  }
}

TEST(Desk, says_what_was_changed_and_what_is_hardly_meant) {
  Desk desk{InputOptions{}};
  const WhatIf answer = desk.what_if({"unity_award.ordinary_per_payment@2024-07=66000"});
  ASSERT_EQ(answer.changes.size(), 1u);
  EXPECT_EQ(answer.changes[0].since, Month(2024, 7));
  EXPECT_EQ(answer.changes[0].base_value, "600.00");
  EXPECT_EQ(answer.changes[0].value, "66000.00");
  ASSERT_EQ(answer.doubts.size(), 1u);
  EXPECT_EQ(answer.doubts[0].code, "implausible_value");
  EXPECT_EQ(answer.command, "disburse run zhongwei-2024 --set unity_award.ordinary_per_payment@2024-07=66000");
  EXPECT_THROW(desk.what_if({"unity_award.ordinary_per_paymen=1"}), InputRejected);
  EXPECT_TRUE(desk.what_if({}).changes.empty());  // a refused change leaves nothing behind
}

TEST(Desk, puts_several_sets_of_changes_beside_the_scenario) {
  Desk desk{InputOptions{}};
  const ScenarioTable table =
      desk.table({{"甲", {"unity_award.ordinary_per_payment=660"}}, {"乙", {"heating_allowance.standard=5000"}}});
  ASSERT_EQ(table.scenarios.size(), 3u);
  EXPECT_EQ(table.scenarios[1].name, "甲");
  for (const TabledRow& row : table.rows) {
    if (row.of != TabledRow::Of::total) continue;
    EXPECT_EQ(row.amounts[1].amount, by_command_line({"unity_award.ordinary_per_payment=660"}));
    EXPECT_EQ(row.amounts[2].amount, by_command_line({"heating_allowance.standard=5000"}));
  }
}

TEST(Desk, serves_many_at_once) {
  Desk desk{InputOptions{}};
  std::vector<std::thread> users;
  for (int user = 0; user < 8; ++user) {
    users.emplace_back([&, user] {
      const std::string value = std::to_string(600 + user);
      const Money first = desk.what_if({"unity_award.ordinary_per_payment=" + value}).variant.total.projected;
      EXPECT_EQ(desk.what_if({"unity_award.ordinary_per_payment=" + value}).variant.total.projected, first);
    });
  }
  for (std::thread& user : users) user.join();
  EXPECT_EQ(desk.what_if({"unity_award.ordinary_per_payment=607"}).variant.total.projected,
            by_command_line({"unity_award.ordinary_per_payment=607"}));
}

TEST(Desks, keep_those_used_last) {
  Desks desks;
  InputOptions base, longer;
  longer.horizon = {"2024-01..2025-12", "--horizon"};
  const auto first = desks.at(base);
  EXPECT_EQ(desks.at(base), first);
  EXPECT_NE(desks.at(longer), first);
  for (const char* name : {"award-660", "heating-by-rule", "adjustment-2", "adjustment-4"}) {
    InputOptions other;
    other.scenario = name;
    desks.at(other);
  }
  EXPECT_NE(desks.at(base), first);
}

}  // namespace
}  // namespace disburse
