// An award on the base of the year before is paid until the year's own is published, then made good.
#include <gtest/gtest.h>

#include "engine/projection/explain.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

std::vector<StatementEntry> paid(Month retired, const std::string& component) {
  static const Session session = open_session(small_city("2024-01..2025-12"));
  Member member;
  member.scheme = Scheme::civil_service;
  member.role = Role::active;
  member.birth = retired - 12 * 60 - 1;
  member.joined = Month(1987, 3);
  member.retired = retired;
  member.service_months = retired - member.joined;
  member.base = 9000.00_yuan;
  member.account_pension = 700.00_yuan;
  member.pension = 7352.21_yuan;
  std::vector<StatementEntry> entries =
      explain(session.programmes, session.law.parameters, "X", member, "civil_service_pension").entries;
  std::erase_if(entries, [&](const StatementEntry& entry) { return entry.component != component; });
  return entries;
}

/// 8,202 until June 2025, 8,366 from July: 6,652.21 of the pension follow it, 164 / 8,202 more are 133.01.
TEST(CivilServicePension, before_the_years_base_is_provisional_and_made_good) {
  const std::vector<StatementEntry> pension = paid(Month(2025, 2), "pension");
  ASSERT_EQ(pension.size(), 10u);
  for (const StatementEntry& entry : pension) {
    EXPECT_EQ(entry.amount, entry.due < Month(2025, 7) ? 7352.21_yuan : 7485.22_yuan) << entry.due;
  }
  const std::vector<StatementEntry> arrears = paid(Month(2025, 2), "award_arrears");
  ASSERT_EQ(arrears.size(), 4u) << "March to June";
  for (const StatementEntry& entry : arrears) {
    EXPECT_EQ(entry.amount, 133.01_yuan);
    EXPECT_EQ(entry.paid, Month(2025, 7));
  }
}

TEST(CivilServicePension, on_the_years_own_base_stands) {
  EXPECT_TRUE(paid(Month(2025, 7), "award_arrears").empty());
  EXPECT_EQ(paid(Month(2025, 7), "pension").back().amount, 7352.21_yuan);
  EXPECT_TRUE(paid(Month(2025, 6), "award_arrears").empty()) << "the first month paid is that of the base";
  EXPECT_EQ(paid(Month(2025, 6), "pension").front().amount, 7485.22_yuan);
}

}  // namespace
}  // namespace disburse
