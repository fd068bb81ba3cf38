// What a member gets of a grant: base times factor, rounded once, within its limits. Worked by hand.
#include "models/shapes/member_amounts.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

const Month march(2024, 3);

Member member() {
  Member made{};
  made.birth = Month(1944, 3);
  made.category = Category::lixiu;
  made.service_months = 20 * 12 + 11;
  made.pension = 1234.56_yuan;
  made.account_pension = 100.01_yuan;
  made.base = 7000_yuan;
  made.annuity_base = 6500_yuan;
  made.grade = 500;
  return made;
}

struct Granted {
  AmountRule rule;
  GrantTermsOf<Exact> terms;
  Money amount(Month month = march, Rounding rounding = Rounding::half_up) const {
    return AmountsOf<Exact>(rule, terms, rounding).amount(member(), month);
  }
};

Granted of(AmountBase base) {
  Granted made;
  made.rule.base = base;
  return made;
}

TEST(MemberAmounts, begin_with_their_base) {
  Granted standard = of(AmountBase::standard);
  standard.terms.standard = 80_yuan;
  EXPECT_EQ(standard.amount(), 80_yuan);
  EXPECT_EQ(of(AmountBase::pension).amount(), 1234.56_yuan);
  EXPECT_EQ(of(AmountBase::account_pension).amount(), 100.01_yuan);
  EXPECT_EQ(of(AmountBase::base).amount(), 7000_yuan);
  EXPECT_EQ(of(AmountBase::annuity_base).amount(), 6500_yuan);
  EXPECT_EQ(of(AmountBase::grade).amount(), 500_yuan);
}

TEST(MemberAmounts, by_step_are_those_of_the_step_reached) {
  Granted by_age = of(AmountBase::by_age);
  by_age.terms.steps = std::get<StepTable>(*parse_value(Unit::yuan_by_step, "65: 10, 80: 50"));
  EXPECT_EQ(by_age.amount(march), 50_yuan) << "80 in this month";
  EXPECT_EQ(by_age.amount(march - 1), 10_yuan);
  Granted by_years = of(AmountBase::by_years);
  by_years.terms.steps = std::get<StepTable>(*parse_value(Unit::yuan_by_step, "15: 1, 20: 2, 21: 4"));
  EXPECT_EQ(by_years.amount(), 2_yuan) << "20 full years";
  Granted by_grade = of(AmountBase::by_grade);
  by_grade.terms.steps = std::get<StepTable>(*parse_value(Unit::yuan_by_step, "200: 30, 500: 60"));
  EXPECT_EQ(by_grade.amount(), 60_yuan);
}

TEST(MemberAmounts, by_category_are_nothing_to_a_category_without_one) {
  Granted by_category = of(AmountBase::by_category);
  by_category.terms.by_category.resize(static_cast<std::size_t>(Category::lixiu) + 1);
  by_category.terms.by_category.back() = 900_yuan;
  EXPECT_EQ(by_category.amount(), 900_yuan);
  by_category.terms.by_category.pop_back();
  EXPECT_EQ(by_category.amount(), Money{});
}

TEST(MemberAmounts, round_the_product_once_as_the_programme_says) {
  Granted share = of(AmountBase::pension);
  share.rule.share = "a.share";
  share.terms.factor = Rate(1, 8);  // 1234.56 / 8 = 154.32
  EXPECT_EQ(share.amount(), 154.32_yuan);
  share.terms.factor = Rate(3, 1000);  // 3.70368
  EXPECT_EQ(share.amount(), 3.70_yuan);
  EXPECT_EQ(share.amount(march, Rounding::up), 3.71_yuan);
  share.terms.factor = Rate(1, 1);
  share.rule.share.clear();
  EXPECT_EQ(share.amount(march, Rounding::up), 1234.56_yuan) << "no product, nothing to round";
}

TEST(MemberAmounts, count_full_years_beyond_some_and_at_most_so_many) {
  Granted per_year = of(AmountBase::standard);
  per_year.rule.per_year = true;
  per_year.terms.standard = 2_yuan;
  EXPECT_EQ(per_year.amount(), 40_yuan) << "20 full years";
  per_year.terms.years_beyond = 15;
  EXPECT_EQ(per_year.amount(), 10_yuan);
  per_year.rule.years_at_most = "a.most";
  per_year.terms.years_at_most = 4;
  EXPECT_EQ(per_year.amount(), 8_yuan);
  per_year.terms.years_at_most = 6;
  EXPECT_EQ(per_year.amount(), 10_yuan);
  per_year.terms.years_beyond = 21;
  EXPECT_EQ(per_year.amount(), Money{}) << "no year is less than none";
}

TEST(MemberAmounts, multiply_by_a_number_by_years) {
  Granted months = of(AmountBase::pension);
  months.rule.times_by_years = "a.months";
  months.terms.times_by_years = std::get<NumberTable>(*parse_value(Unit::number_by_step, "15: 3, 20: 9, 21: 12"));
  EXPECT_EQ(months.amount(), 11111.04_yuan) << "nine pensions";
}

TEST(MemberAmounts, keep_their_limits_but_pay_nothing_where_nothing_is_due) {
  Granted limited = of(AmountBase::pension);
  limited.rule.at_least = "a.least";
  limited.rule.at_most = "a.most";
  limited.terms.at_least = 2000_yuan;
  limited.terms.at_most = 3000_yuan;
  EXPECT_EQ(limited.amount(), 2000_yuan);
  limited.terms.at_least = 1000_yuan;
  EXPECT_EQ(limited.amount(), 1234.56_yuan);
  limited.terms.at_most = 1200_yuan;
  EXPECT_EQ(limited.amount(), 1200_yuan);
  Granted none = of(AmountBase::by_category);
  none.rule.at_least = "a.least";
  none.terms.at_least = 5_yuan;
  EXPECT_EQ(none.amount(), Money{}) << "the least of what is paid, not of what is not";
}

}  // namespace
}  // namespace disburse
