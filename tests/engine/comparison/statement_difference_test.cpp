// One member under two scenarios: what differs, to the fen, and the value that made it differ.
#include "engine/comparison/statement_difference.hpp"

#include <gtest/gtest.h>

#include "support/city.hpp"

namespace disburse {
namespace {

Session session_of(const std::string& scenario) {
  InputOptions options;
  options.scenario = scenario;
  return open_session(options);
}

const Session& base() {
  static const Session session = session_of("zhongwei-2024");
  return session;
}

std::optional<Statement> statement_in(const Session& session, const std::string& key) {
  const std::size_t row = session.roster.find(key);
  if (row == session.roster.size()) return std::nullopt;
  Statement statement = explain(session.programmes, session.law.parameters, key, session.roster.member(row), "");
  statement.scenario = session.scenario.name;
  return statement;
}

StatementDifference against(const std::string& scenario, const std::string& key) {
  const Session other = session_of(scenario);
  return difference_of(key, {statement_in(base(), key), base().law.parameters},
                       {statement_in(other, key), other.law.parameters});
}

TEST(StatementDifference, an_ordinary_retiree_gets_sixty_yuan_more_twice_because_of_the_standard) {
  const StatementDifference difference = against("award-660", "E000001");
  ASSERT_EQ(difference.payments.size(), 2u);
  for (const PaymentDifference& payment : difference.payments) {
    EXPECT_EQ(payment.programme, "unity_award");
    EXPECT_EQ(payment.before, 600.00_yuan);
    EXPECT_EQ(payment.after, 660.00_yuan);
    ASSERT_EQ(payment.parameters.size(), 1u);
    EXPECT_EQ(payment.parameters.front().path, "unity_award.ordinary_per_payment");
    EXPECT_EQ(payment.parameters.front().before, "600.00");
    EXPECT_EQ(payment.parameters.front().after, "660.00");
    EXPECT_EQ(payment.parameters.front().origin, "award-660");
  }
  EXPECT_EQ(difference.total_after - difference.total_before, 120.00_yuan);
  EXPECT_FALSE(difference.member_differs);
}

TEST(StatementDifference, a_later_announcement_moves_money_and_changes_no_total) {
  const StatementDifference difference = against("adjustment-september", "C000001");
  ASSERT_FALSE(difference.payments.empty());
  Money moved;
  for (const PaymentDifference& payment : difference.payments) {
    moved += payment.after - payment.before;
    const bool because = !payment.parameters.empty() && payment.parameters.front().path == "adjustment.announced";
    EXPECT_TRUE(because || payment.before == payment.after) << to_string(payment.due) << payment.component;
  }
  EXPECT_EQ(moved, Money{});
  EXPECT_EQ(difference.total_before, difference.total_after);
}

TEST(StatementDifference, a_member_whom_the_change_does_not_concern_has_none) {
  EXPECT_TRUE(against("award-660", "C000001").payments.empty());
}

TEST(StatementDifference, a_member_of_one_side_alone_is_all_difference) {
  const auto stated = statement_in(base(), "E000001");
  const StatementDifference difference =
      difference_of("E000001", {std::nullopt, base().law.parameters}, {stated, base().law.parameters});
  EXPECT_TRUE(difference.member_differs);
  Money all;
  for (const PaymentDifference& payment : difference.payments) all += payment.after;
  EXPECT_EQ(difference.total_after, stated->total);
  EXPECT_EQ(all, stated->total);
  EXPECT_EQ(difference.total_before, Money{});
}

}  // namespace
}  // namespace disburse
