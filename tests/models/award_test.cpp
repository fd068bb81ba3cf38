// The pension at award: the official sheet to the cent, the divisors by month, both methods of a 中人, and the limits.
#include "models/award.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>

#include "models/law_reader.hpp"
#include "scenarios/person_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

const ParameterTree& law() {
  static const Law read = read_law(fs::path(DISBURSE_SOURCE_DIR) / "models");
  return read.parameters;
}

Person person(const char* name) { return read_person(fs::path(DISBURSE_SOURCE_DIR) / "scenarios" / "persons" / name); }

Money amount(const std::vector<AwardPart>& parts, const std::string& id) {
  for (const AwardPart& part : parts) {
    if (part.id == id) return part.amount;
  }
  return Money::fen(-1);
}

/// The official sheet of April 2024 (section 1.8 of the facts).
TEST(Award, the_official_sheet_comes_out_to_the_cent) {
  const AwardStatement sheet = award(law(), person("enterprise-2024-04.toml"), 2024);
  EXPECT_EQ(amount(sheet.parts, "basic"), 2828.37_yuan);      // 7953 x 1.7382 / 2 x 0.4092
  EXPECT_EQ(amount(sheet.parts, "account"), 688.86_yuan);     // 95,751.34 / 139
  EXPECT_EQ(amount(sheet.parts, "transition"), 960.13_yuan);  // 7953 x 0.7382 x 12.58 x 1.3 %
  EXPECT_EQ(sheet.pension, 4477.36_yuan);
  EXPECT_TRUE(sheet.comparison.empty()) << "the enterprise scheme has one method";
  EXPECT_TRUE(sheet.adjustments.empty()) << "who retires in 2024 has no adjustment of 2024";
}

TEST(Award, an_intellectual_has_the_higher_coefficient) {
  Person intellectual = person("enterprise-2024-04.toml");
  intellectual.intellectual = true;
  // 7953 x 0.7382 x 12.58 x 1.43 % = 1,056.14 (1,056.1407)
  EXPECT_EQ(amount(award(law(), intellectual, 2024).parts, "transition"), 1056.14_yuan);
}

TEST(Award, years_have_two_decimals) {
  EXPECT_EQ(sheet_years(491), Rate(4092, 100));  // 40 years 11 months
  EXPECT_EQ(sheet_years(151), Rate(1258, 100));  // 12 years 7 months
  EXPECT_EQ(sheet_years(420), Rate(35, 1));
}

/// All whole years of the annex, and the months that counters publish from 2025.
TEST(Award, divisors_follow_the_annex_and_from_2025_the_month) {
  const auto divisor = [](int years, int months, Month retired) {
    return account_divisor(law(), retired - (12 * years + months), retired);
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
  EXPECT_FALSE(has_divisor(law(), {1984, 7}, {2024, 6}));
  EXPECT_FALSE(has_divisor(law(), {1953, 6}, {2024, 6}));
}

/// Both methods for a 中人 of 2019, worked by hand:
///   new: 6,885 x 2.1 / 2 x 0.35 = 2,530.24; 42,000 / 139 = 302.16; 6,885 x 1.3 x 30.25 x 1.3 % = 3,519.78
///   (3,519.7841);
///        60,000 / 139 = 431.65; together 6,783.83
///   old: (2,800 x 0.9 + 1,500 + 350) x 6,885 / 5,206.83 = 4,370 x 1.32230167 = 5,778.46
///   pay: 5,778.46 + 50 % x (6,783.83 - 5,778.46) = 5,778.46 + 502.69 = 6,281.15
TEST(Award, of_2019_shows_both_methods_and_the_limit) {
  const AwardStatement sheet = award(law(), person("civil-service-2019-06.toml"), 2024);
  EXPECT_EQ(sheet.generation, Generation::across);
  EXPECT_EQ(sheet.new_method, 6783.83_yuan);
  EXPECT_EQ(amount(sheet.comparison, "old_method"), 5778.46_yuan);
  EXPECT_EQ(amount(sheet.comparison, "limit"), 6281.15_yuan);
  EXPECT_EQ(sheet.pension, 6281.15_yuan);
  // 2020 by the scaled rule: 5 % x 3,413 - (30 + 12) - 10 = 118.65 over 60 + 34.13 = 94.13 gives 1.2604908; so
  //   75.63 + (30 + 20) + 1.2604908 % x 6,281.15 = 79.17 + 10 = 214.80
  // 2021: 60 + (30 + 20 x 1) + 1 % x 6,495.95 = 64.96 + 10 (area) = 184.96
  ASSERT_EQ(sheet.adjustments.size(), 5u);
  EXPECT_EQ(sheet.adjustments[0].amount, 214.80_yuan);
  EXPECT_EQ(sheet.adjustments[1].amount, 184.96_yuan);
  EXPECT_TRUE(sheet.unknown_years.empty());
  Money sum = sheet.pension;
  for (const AwardPart& part : sheet.adjustments) sum += part.amount;
  EXPECT_EQ(sum, sheet.pension_now);
}

TEST(Award, the_share_of_the_new_method_grows_by_a_tenth_a_year_and_ends_with_september_2024) {
  const auto share = [](Month month) { return law().rate("award.new_method_share", month); };
  EXPECT_EQ(share({2014, 10}), Rate(1, 10));
  EXPECT_EQ(share({2015, 12}), Rate(1, 10));
  for (int year = 2016; year <= 2024; ++year) EXPECT_EQ(share(Month(year, 1)), Rate(year - 2014, 10)) << year;
  Person late = person("civil-service-2019-06.toml");
  late.birth = Month(1964, 9);
  late.retired = Month(2024, 9);
  EXPECT_FALSE(award(law(), late, 2024).comparison.empty());
  late.birth = Month(1964, 10);
  late.retired = Month(2024, 10);
  const AwardStatement sheet = award(law(), late, 2024);
  EXPECT_TRUE(sheet.comparison.empty()) << "new method alone";
  EXPECT_EQ(sheet.pension, sheet.new_method);
}

TEST(Award, never_falls_below_the_old_method) {
  Person poor = person("civil-service-2019-06.toml");
  poor.index = Rate(6, 10);
  poor.deemed_index = Rate(6, 10);
  poor.account_balance = poor.annuity_balance = Money{};
  const AwardStatement sheet = award(law(), poor, 2019);
  EXPECT_LT(sheet.new_method, amount(sheet.comparison, "old_method"));
  EXPECT_EQ(sheet.pension, 5778.46_yuan);
}

TEST(Award, one_who_joined_after_the_reform_has_no_transition) {
  Person later = person("civil-service-2019-06.toml");
  later.joined = Month(2014, 10);
  const AwardStatement sheet = award(law(), later, 2024);
  EXPECT_EQ(sheet.generation, Generation::after);
  EXPECT_EQ(amount(sheet.parts, "transition"), Money::fen(-1));
  EXPECT_TRUE(sheet.comparison.empty());
}

TEST(Award, the_parts_sum_to_the_pension) {
  const AwardStatement sheet = award(law(), person("civil-service-2019-06.toml"), 2019);
  Money sum;
  for (const AwardPart& part : sheet.parts) sum += part.counts ? part.amount : Money{};
  EXPECT_EQ(sum, sheet.new_method);
}

TEST(Award, what_contradicts_the_law_is_told_at_once) {
  Person wrong = person("enterprise-2024-04.toml");
  wrong.retired = Month(2023, 4);
  wrong.service_months = 120;
  wrong.transition_months = 151;
  InputErrors errors;
  check_person(law(), wrong, errors);
  ASSERT_EQ(errors.size(), 3u);  // before the age, too few years, more before 1996 than in all
  InputErrors none;
  check_person(law(), person("enterprise-2024-04.toml"), none);
  check_person(law(), person("civil-service-2019-06.toml"), none);
  EXPECT_TRUE(none.empty());
}

RC_GTEST_PROP(Award, more_years_index_or_balance_never_lower_it, ()) {
  Person base = person("civil-service-2019-06.toml");
  base.service_months = *rc::gen::inRange(370, 480);
  base.index = Rate(*rc::gen::inRange(60, 300), 100);
  base.account_balance = Money::fen(*rc::gen::inRange<std::int64_t>(0, 20'000'000));
  Person more = base;
  more.service_months += *rc::gen::inRange(0, 24);
  more.index = base.index + Rate(*rc::gen::inRange(0, 50), 100);
  more.account_balance += Money::fen(*rc::gen::inRange<std::int64_t>(0, 1'000'000));
  RC_ASSERT(award(law(), more, 2024).pension >= award(law(), base, 2024).pension);
}

}  // namespace
}  // namespace disburse
