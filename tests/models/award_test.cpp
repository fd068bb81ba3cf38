// The pension at award: the official sheet to the cent, the divisors by month, both methods of a 中人, and the limits.
#include "models/award.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/law/parameter_extension.hpp"
#include "support/shipped_law.hpp"

namespace disburse {
namespace {

/// An official calculation sheet of April 2024.
TEST(Award, the_official_sheet_comes_out_to_the_cent) {
  const AwardStatement sheet = award(shipped_law(), shipped_person("enterprise-2024-04.toml"), 2024);
  EXPECT_EQ(part_amount(sheet.parts, "basic"), 2828.37_yuan);      // 7953 x 1.7382 / 2 x 0.4092
  EXPECT_EQ(part_amount(sheet.parts, "account"), 688.86_yuan);     // 95,751.34 / 139
  EXPECT_EQ(part_amount(sheet.parts, "transition"), 960.13_yuan);  // 7953 x 0.7382 x 12.58 x 1.3 %
  EXPECT_EQ(sheet.pension, 4477.36_yuan);
  EXPECT_TRUE(sheet.comparison.empty()) << "the enterprise scheme has one method";
  EXPECT_TRUE(sheet.adjustments.empty()) << "who retires in 2024 has no adjustment of 2024";
}

TEST(Award, an_intellectual_has_the_higher_coefficient) {
  Person intellectual = shipped_person("enterprise-2024-04.toml");
  intellectual.intellectual = true;
  // 7953 x 0.7382 x 12.58 x 1.43 % = 1,056.14 (1,056.1407)
  EXPECT_EQ(part_amount(award(shipped_law(), intellectual, 2024).parts, "transition"), 1056.14_yuan);
}

TEST(Award, years_have_two_decimals) {
  EXPECT_EQ(sheet_years(491), Rate(4092, 100));  // 40 years 11 months
  EXPECT_EQ(sheet_years(151), Rate(1258, 100));  // 12 years 7 months
  EXPECT_EQ(sheet_years(420), Rate(35, 1));
}

/// All whole years of the annex, and the months that counters publish from 2025.
TEST(Award, divisors_follow_the_annex_and_from_2025_the_month) {
  const auto divisor = [](int years, int months, Month retired) {
    return account_divisor(shipped_law(), retired - (12 * years + months), retired);
  };
  const int annex[] = {233, 230, 226, 223, 220, 216, 212, 208, 204, 199, 195, 190, 185, 180, 175, 170,
                       164, 158, 152, 145, 139, 132, 125, 117, 109, 101, 93,  84,  75,  65,  56};
  for (int age = 40; age <= 70; ++age) EXPECT_EQ(divisor(age, 0, {2024, 6}), Rate(annex[age - 40], 1)) << age;
  EXPECT_EQ(divisor(60, 1, {2025, 2}), Rate(1384, 10));
  EXPECT_EQ(divisor(60, 3, {2025, 8}), Rate(1373, 10));
  EXPECT_EQ(divisor(60, 4, {2025, 9}), Rate(1367, 10));
  EXPECT_EQ(divisor(50, 1, {2025, 2}), Rate(1946, 10));
  EXPECT_EQ(divisor(58, 1, {2025, 2}), Rate(1514, 10));
  EXPECT_EQ(divisor(63, 1, {2040, 1}), Rate(1163, 10));
  EXPECT_EQ(divisor(60, 1, {2024, 12}), Rate(139, 1)) << "whole years until the end of 2024";
  EXPECT_FALSE(has_divisor(shipped_law(), {1984, 7}, {2024, 6}));
  EXPECT_FALSE(has_divisor(shipped_law(), {1953, 6}, {2024, 6}));
}

/// Both methods for a 中人 of 2019, worked by hand:
///   new: 6,885 x 2.1 / 2 x 0.35 = 2,530.24; 42,000 / 139 = 302.16; 6,885 x 1.3 x 30.25 x 1.3 % = 3,519.78
///   (3,519.7841);
///        60,000 / 139 = 431.65; together 6,783.83
///   old: (2,800 x 0.9 + 1,500 + 350) x 6,885 / 5,206.83 = 4,370 x 1.32230167 = 5,778.46
///   pay: 5,778.46 + 50 % x (6,783.83 - 5,778.46) = 5,778.46 + 502.69 = 6,281.15
TEST(Award, of_2019_shows_both_methods_and_the_limit) {
  const AwardStatement sheet = award(shipped_law(), shipped_person("civil-service-2019-06.toml"), 2024);
  EXPECT_EQ(sheet.generation, Generation::across);
  EXPECT_EQ(sheet.new_method, 6783.83_yuan);
  EXPECT_EQ(part_amount(sheet.comparison, "old_method"), 5778.46_yuan);
  EXPECT_EQ(part_amount(sheet.comparison, "limit"), 6281.15_yuan);
  EXPECT_EQ(sheet.pension, 6281.15_yuan);
  // 2020 by the scaled rule: 5 % x 3,413 - (30 + 12) - 10 = 118.65 over 60 + 34.13 = 94.13 gives 1.2604908; so
  //   75.63 + (30 + 20) + 1.2604908 % x 5,849.50 = 73.73 + 10 = 209.36; 5,849.50 is 6,281.15 less the annuity's 431.65
  // 2021: 60 + (30 + 20 x 1) + 1 % x 6,058.86 = 60.59 + 10 (area) = 180.59
  ASSERT_EQ(sheet.adjustments.size(), 5u);
  EXPECT_EQ(sheet.adjustments[0].amount, 209.36_yuan);
  EXPECT_EQ(sheet.adjustments[1].amount, 180.59_yuan);
  EXPECT_TRUE(sheet.unknown_years.empty());
  Money sum = sheet.pension;
  for (const AwardPart& part : sheet.adjustments) sum += part.amount;
  EXPECT_EQ(sum, sheet.pension_now);
}

TEST(Award, the_share_of_the_new_method_grows_by_a_tenth_a_year_and_ends_with_september_2024) {
  const auto share = [](Month month) { return shipped_law().rate("award.new_method_share", month); };
  EXPECT_EQ(share({2014, 10}), Rate(1, 10));
  EXPECT_EQ(share({2015, 12}), Rate(1, 10));
  for (int year = 2016; year <= 2024; ++year) EXPECT_EQ(share(Month(year, 1)), Rate(year - 2014, 10)) << year;
  Person late = shipped_person("civil-service-2019-06.toml");
  late.birth = Month(1964, 9);
  late.retired = Month(2024, 9);
  EXPECT_FALSE(award(shipped_law(), late, 2024).comparison.empty());
  late.birth = Month(1964, 10);
  late.retired = Month(2024, 10);
  const AwardStatement sheet = award(shipped_law(), late, 2024);
  EXPECT_TRUE(sheet.comparison.empty()) << "new method alone";
  EXPECT_EQ(sheet.pension, sheet.new_method);
}

/// An annuity neither rises nor counts for the rise that follows one's own pension.
TEST(Award, the_annuity_is_no_ground_of_an_adjustment) {
  Person without = shipped_person("civil-service-2019-06.toml");
  without.retired = without.birth + 12 * 65;  // October 2024 and later: the new method alone
  Person with = without;
  without.annuity_balance = Money{};
  const AwardStatement bare = award(shipped_law(), without, 2025);
  const AwardStatement full = award(shipped_law(), with, 2025);
  ASSERT_EQ(bare.adjustments.size(), 1u);
  EXPECT_EQ(full.adjustments[0].amount, bare.adjustments[0].amount);
  EXPECT_EQ(full.pension_now - bare.pension_now, full.annuity);
  EXPECT_GT(full.annuity, Money{});
}

/// Who retired from October to December 2014 counts as of 2015, on the base of 2015; by hand:
///   new: 5,206.83 x 2.1 / 2 x 0.30 = 1,640.15; 5,206.83 x 1.2 x 30 x 1.3 % = 2,436.80; together 4,076.95
///   old: 2,500 x 0.85 + 1,500 + 350 = 3,975; a tenth of what the new method gives above it: 10.20 (10.195)
TEST(Award, of_the_last_months_of_2014_has_both_methods) {
  Person early = shipped_person("civil-service-2019-06.toml");
  early.birth = Month(1954, 11);
  early.retired = Month(2014, 11);
  early.service_months = early.transition_months = 360;
  early.deemed_index.reset();
  early.old_base_wage.reset();
  early.account_balance = early.annuity_balance = Money{};
  const AwardStatement sheet = award(shipped_law(), early, 2014);
  EXPECT_EQ(sheet.new_method, 4076.95_yuan);
  EXPECT_EQ(sheet.pension, 3985.20_yuan);
  for (const Month month : {Month(2014, 10), Month(2014, 12)}) {
    early.birth = month - 12 * 60;
    early.retired = month;
    EXPECT_EQ(award(shipped_law(), early, 2014).pension, 3985.20_yuan) << month;
  }
  const AwardStatement later = award(shipped_law(), early, 2016);
  EXPECT_TRUE(later.unknown_years.empty()) << "2015 is the year of the award";
  EXPECT_EQ(later.adjustments.size(), 1u);
  early.scheme = Scheme::enterprise;  // whose base is that of 2014
  EXPECT_EQ(part_amount(award(shipped_law(), early, 2014).parts, "basic"), 1491.29_yuan);
}

/// 60,000.00 over 139 months from July 2019 on: 431.65 a month until January 2031.
TEST(Award, the_annuity_ends_when_it_is_used_up) {
  const Person person = shipped_person("civil-service-2019-06.toml");
  Person without = person;
  without.annuity_balance = Money{};
  without.old_base_wage = 9000.00_yuan;  // the old method alone, so that both begin alike
  Person with = without;
  with.annuity_balance = person.annuity_balance;
  ParameterTree law = shipped_law();
  extend_parameters(law, Month(2033, 12));
  const auto now = [&](const Person& one, int year) { return award(law, one, year).pension_now; };
  const Money annuity = award(law, with, 2030).annuity;
  EXPECT_EQ(annuity, 431.65_yuan);
  for (const int year : {2031, 2033}) {
    const AwardStatement sheet = award(law, with, year);
    const auto ended = std::find_if(sheet.adjustments.begin(), sheet.adjustments.end(),
                                    [](const AwardPart& part) { return part.id == "annuity_end"; });
    ASSERT_NE(ended, sheet.adjustments.end()) << year;
    EXPECT_EQ(ended->amount, -annuity);
    EXPECT_EQ(english(ended->working), "not paid from 2031-02 on, after 139 months");
    Money sum = sheet.pension;
    for (const AwardPart& part : sheet.adjustments) sum += part.amount;
    EXPECT_EQ(sum, sheet.pension_now);
  }
  EXPECT_GT(now(with, 2030), now(with, 2031)) << "the rise of the year is smaller";
  for (const int year : {2030, 2031, 2032}) {
    EXPECT_EQ(award(law, with, year).adjustments.size() + 1 - award(law, without, year).adjustments.size(),
              year < 2031 ? 1U : 2U);
  }
  Person dead = with;
  dead.death.month = Month(2031, 1);
  EXPECT_GT(award(law, dead, 2033).pension_now, now(with, 2031)) << "paid to the end";
}

/// The addition for hardship areas follows the class of the agency's area, as it does in the projection.
TEST(Award, rises_by_the_class_of_the_area) {
  const Person person = shipped_person("enterprise-2024-04.toml");
  const auto rise = [&](const char* area) {
    ParameterTree law = shipped_law();
    InputErrors errors;
    law.override_value({"civil_service_pension.area_class", area, "test", "--set", {"--set", 0, 0}}, errors);
    EXPECT_TRUE(errors.empty());
    return award(law, person, 2025).adjustments.at(0).amount;
  };
  EXPECT_EQ(rise("first"), 88.90_yuan);
  EXPECT_EQ(rise("third"), 93.90_yuan) << "15 instead of 10";
  EXPECT_EQ(rise("none"), 78.90_yuan);
}

/// The official sheet of April 2024 is provisional: the year's base, 8,202, comes with July. By hand:
///   8,202 x 1.7382 / 2 x 0.4092 = 2,916.92; 8,202 x 0.7382 x 12.58 x 1.3 % = 990.19; with 688.86: 4,595.97
///   two months, May and June, were paid 118.61 less
TEST(Award, on_the_base_of_the_year_before_is_made_anew) {
  const AwardStatement sheet = award(shipped_law(), shipped_person("enterprise-2024-04.toml"), 2025);
  ASSERT_TRUE(sheet.recalculation);
  EXPECT_EQ(sheet.pension, 4477.36_yuan);
  EXPECT_EQ(sheet.recalculation->published, Month(2024, 7));
  EXPECT_EQ(sheet.recalculation->pension, 4595.97_yuan);
  EXPECT_EQ(sheet.recalculation->months, 2);
  EXPECT_EQ(sheet.recalculation->arrears, 237.22_yuan);
  // 2025: 30 + 15 + 0.4 x 25 + 0.52 % x 4,595.97 = 23.90 + 10 (area) = 88.90
  ASSERT_EQ(sheet.adjustments.size(), 1u);
  EXPECT_EQ(sheet.adjustments[0].amount, 88.90_yuan);
  EXPECT_EQ(sheet.pension_now, 4684.87_yuan);
  Person later = shipped_person("enterprise-2024-04.toml");
  later.birth = Month(1964, 7);
  later.retired = Month(2024, 7);
  EXPECT_FALSE(award(shipped_law(), later, 2024).recalculation) << "the base of the year is in force";
  EXPECT_FALSE(award(shipped_law(), shipped_person("civil-service-2019-06.toml"), 2024).recalculation);
}

/// The same person, dead before July: made good are the months that were paid, the month of death the last of them.
TEST(Award, on_the_base_of_the_year_before_is_made_good_until_the_death) {
  Person dead = shipped_person("enterprise-2024-04.toml");
  dead.death.month = Month(2024, 5);
  const auto may = award(shipped_law(), dead, 2025).recalculation;
  ASSERT_TRUE(may);
  EXPECT_EQ(may->months, 1);
  EXPECT_EQ(may->arrears, 118.61_yuan);
  dead.death.month = Month(2024, 6);
  EXPECT_EQ(award(shipped_law(), dead, 2025).recalculation->arrears, 237.22_yuan);
  dead.death.month = Month(2024, 7);
  EXPECT_EQ(award(shipped_law(), dead, 2025).recalculation->months, 2) << "July is paid on the new base";
  dead.death.month = Month(2024, 4);
  EXPECT_FALSE(award(shipped_law(), dead, 2025).recalculation) << "nothing had been paid";
}

TEST(Award, additions_are_named_and_stand_beside_the_formula) {
  Person intellectual = shipped_person("enterprise-2024-04.toml");
  intellectual.intellectual = true;
  intellectual.local_years = 32;
  intellectual.additions = {{"独生子女父母奖励", 5.00_yuan}};
  const AwardStatement sheet = award(shipped_law(), intellectual, 2024);
  EXPECT_EQ(part_amount(sheet.additions, "intellectual_allowance"), 10.00_yuan);
  EXPECT_EQ(part_amount(sheet.additions, "seniority_allowance"), 12.00_yuan);  // 32 - 20 years, a yuan each
  EXPECT_EQ(part_amount(sheet.additions, "addition"), 5.00_yuan);
  EXPECT_EQ(sheet.pension, sheet.new_method + 27.00_yuan);
  intellectual.mountain_area = true;
  EXPECT_EQ(part_amount(award(shipped_law(), intellectual, 2024).additions, "seniority_allowance"), 18.00_yuan);
}

TEST(Award, never_falls_below_the_old_method) {
  Person poor = shipped_person("civil-service-2019-06.toml");
  poor.index = Rate(6, 10);
  poor.deemed_index = Rate(6, 10);
  poor.account_balance = poor.annuity_balance = Money{};
  const AwardStatement sheet = award(shipped_law(), poor, 2019);
  EXPECT_LT(sheet.new_method, part_amount(sheet.comparison, "old_method"));
  EXPECT_EQ(sheet.pension, 5778.46_yuan);
}

TEST(Award, one_who_joined_after_the_reform_has_no_transition) {
  Person later = shipped_person("civil-service-2019-06.toml");
  later.joined = Month(2014, 10);
  const AwardStatement sheet = award(shipped_law(), later, 2024);
  EXPECT_EQ(sheet.generation, Generation::after);
  EXPECT_EQ(part_amount(sheet.parts, "transition"), no_such_part);
  EXPECT_TRUE(sheet.comparison.empty());
}

TEST(Award, the_parts_sum_to_the_pension) {
  const AwardStatement sheet = award(shipped_law(), shipped_person("civil-service-2019-06.toml"), 2019);
  Money sum;
  for (const AwardPart& part : sheet.parts) sum += part.counts ? part.amount : Money{};
  EXPECT_EQ(sum, sheet.new_method);
}

TEST(Award, what_contradicts_the_law_is_told_at_once) {
  Person wrong = shipped_person("enterprise-2024-04.toml");
  wrong.retired = Month(2023, 4);
  wrong.service_months = 120;
  wrong.transition_months = 151;
  InputErrors errors;
  check_person(shipped_law(), wrong, errors);
  ASSERT_EQ(errors.size(), 3u);  // before the age, too few years, more before 1996 than in all
  InputErrors none;
  check_person(shipped_law(), shipped_person("enterprise-2024-04.toml"), none);
  check_person(shipped_law(), shipped_person("civil-service-2019-06.toml"), none);
  EXPECT_TRUE(none.empty());
}

/// Born January 1968: statutory November 2028, the old age is reached in January 2028.
TEST(Award, retirement_may_be_brought_forward_and_put_off_within_limits) {
  Person flexible = shipped_person("enterprise-2024-04.toml");
  const auto faults = [&](Month birth, Month retired, int service) {
    flexible.birth = birth;
    flexible.joined = Month(1990, 1);
    flexible.retired = retired;
    flexible.service_months = service;
    flexible.transition_months = 0;
    InputErrors errors;
    check_person(shipped_law(), flexible, errors);
    return errors.size();
  };
  EXPECT_EQ(faults({1968, 1}, {2028, 1}, 400), 0u) << "ten months early, at the old age";
  EXPECT_EQ(faults({1968, 1}, {2027, 12}, 400), 1u) << "before the old age";
  EXPECT_EQ(faults({1976, 9}, {2036, 9}, 400), 0u) << "three years early, at the old age";
  EXPECT_EQ(faults({1976, 9}, {2036, 8}, 400), 1u);
  EXPECT_EQ(faults({1976, 9}, {2036, 9}, 221), 1u) << "2036 asks for 222 months";
  EXPECT_EQ(faults({1964, 4}, {2027, 4}, 400), 0u) << "36 months late";
  EXPECT_EQ(faults({1964, 4}, {2027, 5}, 400), 1u) << "37 months late";
  EXPECT_EQ(faults({1964, 4}, {2029, 4}, 400), 1u) << "60 months late";
  EXPECT_EQ(faults({1964, 4}, {2029, 4}, 180), 0u) << "the fifteen years were only reached then";
  EXPECT_EQ(faults({1963, 4}, {2022, 4}, 300), 1u) << "no flexible retirement before 2025";
}

RC_GTEST_PROP(Award, more_years_index_or_balance_never_lower_it, ()) {
  Person base = shipped_person("civil-service-2019-06.toml");
  base.service_months = *rc::gen::inRange(370, 480);
  base.index = Rate(*rc::gen::inRange(60, 300), 100);
  base.account_balance = Money::fen(*rc::gen::inRange<std::int64_t>(0, 20'000'000));
  Person more = base;
  more.service_months += *rc::gen::inRange(0, 24);
  more.index = base.index + Rate(*rc::gen::inRange(0, 50), 100);
  more.account_balance += Money::fen(*rc::gen::inRange<std::int64_t>(0, 1'000'000));
  RC_ASSERT(award(shipped_law(), more, 2024).pension >= award(shipped_law(), base, 2024).pension);
}

}  // namespace
}  // namespace disburse
