// One member's statement, asked from code.
#include "engine/studies/member_statement.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

const std::string pensioner = "E000001";

TEST(MemberStatement, lists_a_year_and_one_month_of_it) {
  const Statement whole = statement_of(base_session(), {pensioner, "", {}});
  EXPECT_EQ(whole.scenario, base_scenario().name);
  EXPECT_FALSE(whole.entries.empty());
  const Month month(2024, 7);
  for (const StatementEntry& entry : statement_of(base_session(), {pensioner, "", month}).entries)
    EXPECT_TRUE(entry.due == month || entry.paid == month);
  for (const StatementEntry& entry : statement_of(base_session(), {pensioner, "unity_award", {}}).entries)
    EXPECT_EQ(entry.programme, "unity_award");
}

TEST(MemberStatement, differs_by_what_a_scenario_changes_and_from_itself_by_nothing) {
  EXPECT_TRUE(statement_difference(base_session(), base_session(), {pensioner, "", {}}).payments.empty());
  const Session other = make_session(*base_data(), changed_scenario("unity_award.ordinary_per_payment", "660"));
  const StatementDifference difference = statement_difference(base_session(), other, {pensioner, "", {}});
  Money sum;
  for (const PaymentDifference& payment : difference.payments) {
    EXPECT_EQ(payment.programme, "unity_award");
    sum += payment.after - payment.before;
  }
  EXPECT_EQ(sum, difference.total_after - difference.total_before);
}

TEST(MemberStatement, refuses_unknown_members_and_programmes) {
  EXPECT_THROW(statement_of(base_session(), {"nobody", "", {}}), InputRejected);
  EXPECT_THROW(statement_of(base_session(), {pensioner, "no_award", {}}), InputRejected);
}

TEST(MemberStatement, an_award_is_to_come_for_those_who_retire_within_the_horizon) {
  EXPECT_FALSE(award_to_come(base_session(), pensioner).has_value());
  Person person;
  person.scheme = Scheme::enterprise;
  person.birth = Month(1964, 4);
  person.joined = Month(1990, 1);
  person.retired = Month(2024, 4);
  person.service_months = 34 * 12;
  const PublishedLaw published = open_law({});
  const AwardStatement award = award_of(published.law, published.scenario, person);
  Money parts;
  for (const AwardPart& part : award.parts) {
    if (part.counts) parts += part.amount;
  }
  EXPECT_EQ(parts, award.new_method);
  person.birth = Month(2000, 1);
  EXPECT_THROW(award_of(published.law, published.scenario, person), InputRejected) << "too young";
}

}  // namespace
}  // namespace disburse
