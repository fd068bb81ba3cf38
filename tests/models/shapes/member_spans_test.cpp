// The months in which conditions, phases and dues hold: the month itself, the one before and the one after.
#include "models/shapes/member_spans.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

const Horizon two_years{Month(2024, 1), 24};
const Timeline timeline(two_years);

Member member() {
  Member made{};
  made.scheme = Scheme::resident;
  made.sex = Sex::female;
  made.birth = Month(1964, 3);
  made.joined = Month(2010, 7);
  made.retired = Month(2024, 5);
  made.service_months = 15 * 12;
  return made;
}

/// The first and last month of the horizon in which a span holds; "never" when none.
std::string months(const Span& span) {
  std::string first, last;
  for (int t = 0; t < two_years.count; ++t) {
    if (!span.contains(t)) continue;
    last = to_string(two_years.month(t));
    if (first.empty()) first = last;
  }
  return first.empty() ? "never" : first + ".." + last;
}

std::string held(Test test, std::int64_t threshold) {
  Condition condition;
  condition.test = test;
  return months(span_of<Exact>(condition, threshold, member(), timeline));
}

TEST(MemberSpans, an_age_is_reached_in_the_month_of_the_birthday) {
  EXPECT_EQ(held(disburse::Test::age_from, 60), "2024-03..2025-12");
  EXPECT_EQ(held(disburse::Test::age_below, 60), "2024-01..2024-02");
  EXPECT_EQ(held(disburse::Test::age_from, 62), "never") << "in March 2026";
}

TEST(MemberSpans, retirements_are_compared_with_the_month_named) {
  EXPECT_EQ(held(disburse::Test::retired_from, Month(2024, 5).index()), "2024-01..2025-12");
  EXPECT_EQ(held(disburse::Test::retired_from, Month(2024, 6).index()), "never");
  EXPECT_EQ(held(disburse::Test::retired_until, Month(2024, 5).index()), "2024-01..2025-12");
  EXPECT_EQ(held(disburse::Test::retired_until, Month(2024, 4).index()), "never");
  EXPECT_EQ(held(disburse::Test::retired_since, 3), "2024-08..2025-12") << "three months after May";
}

TEST(MemberSpans, years_of_service_are_full_ones) {
  EXPECT_EQ(held(disburse::Test::years_from, 15), "2024-01..2025-12");
  EXPECT_EQ(held(disburse::Test::years_from, 16), "never");
  EXPECT_EQ(held(disburse::Test::years_below, 16), "2024-01..2025-12");
  EXPECT_EQ(held(disburse::Test::years_below, 15), "never");
}

TEST(MemberSpans, phases_part_at_retirement) {
  EXPECT_EQ(months(phase_of<Exact>(Phase::drawing, member(), timeline)), "2024-06..2025-12");
  EXPECT_EQ(months(phase_of<Exact>(Phase::contributing, member(), timeline)), "2024-01..2024-05");
  EXPECT_EQ(months(phase_of<Exact>(Phase::any, member(), timeline)), "2024-01..2025-12");
  Member newcomer = member();
  newcomer.joined = Month(2024, 2);
  EXPECT_EQ(months(phase_of<Exact>(Phase::contributing, newcomer, timeline)), "2024-02..2024-05");
  newcomer.joined = Month::none();
  EXPECT_EQ(months(phase_of<Exact>(Phase::contributing, newcomer, timeline)), "2024-01..2024-05")
      << "who joined at an unknown time was there";
}

TEST(MemberSpans, what_is_due_at_retirement_is_due_in_the_month_after) {
  EXPECT_EQ(months(due_of<Exact>(Due::at_retirement, member(), timeline)), "2024-06..2024-06");
  EXPECT_EQ(months(due_of<Exact>(Due::every_month, member(), timeline)), "2024-01..2025-12");
}

bool allowed(Test test, std::uint32_t bits, const Member& of) {
  Condition condition;
  condition.test = test;
  condition.allowed = bits;
  return passes<Exact>(condition, of);
}

TEST(MemberSpans, lasting_tests_allow_what_their_bits_say) {
  const auto bit = [](auto code) { return std::uint32_t{1} << static_cast<std::uint32_t>(code); };
  EXPECT_TRUE(allowed(disburse::Test::scheme, bit(Scheme::resident), member()));
  EXPECT_FALSE(allowed(disburse::Test::scheme, ~bit(Scheme::resident), member()));
  EXPECT_TRUE(allowed(disburse::Test::sex, bit(Sex::female), member()));
  EXPECT_FALSE(allowed(disburse::Test::sex, bit(Sex::male), member()));
  EXPECT_TRUE(allowed(disburse::Test::category, bit(Category::ordinary), member()));
  Member other = member();
  other.category = Category::lixiu;
  EXPECT_FALSE(allowed(disburse::Test::category, bit(Category::ordinary), other));
  // Flags: bit 0 lets pass who has it not, bit 1 who has it.
  EXPECT_TRUE(allowed(disburse::Test::hardship, 1, member()));
  EXPECT_FALSE(allowed(disburse::Test::hardship, 2, member()));
  other.hardship = true;
  EXPECT_TRUE(allowed(disburse::Test::hardship, 2, other));
  EXPECT_FALSE(allowed(disburse::Test::booked, 2, member()));
  other.annuity_base = Money::fen(1);
  EXPECT_TRUE(allowed(disburse::Test::booked, 2, other));
}

TEST(Span, common_months_of_two_are_those_of_both) {
  const Span both = Span{2, 9} & Span{5, 12};
  EXPECT_EQ(both.begin, 5);
  EXPECT_EQ(both.end, 9);
  EXPECT_TRUE(both.contains(5) && both.contains(8));
  EXPECT_FALSE(both.contains(4) || both.contains(9));
  EXPECT_FALSE(Span::only_if(false).contains(0));
}

}  // namespace
}  // namespace disburse
