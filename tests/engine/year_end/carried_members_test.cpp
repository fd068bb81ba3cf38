// The roster of 31 December: who is on it, how many are expected alive, what each is paid.
#include "engine/year_end/carried_members.hpp"

#include <gtest/gtest.h>

#include <map>

#include "support/base_data.hpp"

namespace disburse {
namespace {

const Roster& carried() {
  static const Roster roster = carried_members(*base_data(), base_session());
  return roster;
}

double expected_heads(const Roster& roster, Scheme scheme, Role role) {
  double heads = 0.0;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    if (roster.scheme[i] == scheme && roster.role[i] == role)
      heads += static_cast<double>(roster.alive[i]) / static_cast<double>(certain);
  }
  return heads;
}

TEST(CarriedMembers, stand_at_the_end_of_the_year_and_go_on_at_once) {
  EXPECT_EQ(carried().as_of, Month(2024, 12));
  EXPECT_TRUE(carried().is_carried());
  EXPECT_EQ(carried().digest, digest_of(carried()));
}

/// The budget's headcounts are the expected stock of 31 December 2024 (its performance goals print them).
TEST(CarriedMembers, are_expected_to_be_as_many_as_the_budget_says) {
  EXPECT_NEAR(expected_heads(carried(), Scheme::civil_service, Role::pensioner), 5429.0, 0.5);
  EXPECT_NEAR(expected_heads(carried(), Scheme::enterprise, Role::pensioner), 55000.0, 0.5);
  EXPECT_NEAR(expected_heads(carried(), Scheme::resident, Role::pensioner), 25000.0, 0.5);
  EXPECT_EQ(expected_heads(carried(), Scheme::civil_service, Role::active), 6854.0) << "places are kept filled";
}

/// At most 60 yuan of 2024's rise are for the fixed part and the years, so a pension of 5,000 yuan rises by less than
/// 200 and by more than the fixed 45 yuan.
TEST(CarriedMembers, are_on_the_pension_that_december_paid) {
  const Roster before = opening_members(*base_data(), base_session().law.parameters, base_scenario());
  std::map<MemberKey, std::size_t> rows;
  for (std::size_t i = 0; i < carried().size(); ++i) rows[carried().key[i]] = i;
  int risen = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before.scheme[i] != Scheme::civil_service || before.role[i] != Role::pensioner) continue;
    const std::size_t now = rows.at(before.key[i]);
    const std::int64_t more = carried().pension[now] - before.pension[i];
    if (before.retired[i] > before.as_of.index()) {
      EXPECT_EQ(more, 0) << "who retires in 2024 is not adjusted in it";
    } else {
      EXPECT_GT(more, 4500);
      EXPECT_LT(more, 40000);
      ++risen;
    }
  }
  EXPECT_GT(risen, 5000);
}

TEST(CarriedMembers, at_work_have_a_year_more_of_service_and_no_month_of_retirement) {
  const Roster before = opening_members(*base_data(), base_session().law.parameters, base_scenario());
  std::map<MemberKey, std::size_t> rows;
  for (std::size_t i = 0; i < carried().size(); ++i) rows[carried().key[i]] = i;
  int longer = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before.role[i] != Role::active && before.role[i] != Role::payer) continue;
    const std::size_t now = rows.at(before.key[i]);
    EXPECT_TRUE(Month::from_index(carried().retired[now]).is_none());
    EXPECT_EQ(carried().base[now], before.base[i]);
    if (carried().birth[now] != before.birth[i]) continue;  // who would have left was replaced
    EXPECT_EQ(carried().service_months[now], before.service_months[i] + 12);
    ++longer;
  }
  EXPECT_GT(longer, 40000);
}

}  // namespace
}  // namespace disburse
