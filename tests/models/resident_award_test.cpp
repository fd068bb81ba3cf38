// The award of a resident, part by part, and what is refused.
#include "models/resident_award.hpp"

#include <gtest/gtest.h>

#include "models/award.hpp"
#include "support/shipped_law.hpp"

namespace disburse {
namespace {

Person resident() { return shipped_person("resident-2024-05.toml"); }

TEST(ResidentAward, is_the_base_by_payer_and_the_account) {
  const AwardStatement sheet = award(shipped_law(), resident(), 2025);
  EXPECT_EQ(sheet.statutory, Month(2024, 5));
  EXPECT_EQ(part_amount(sheet.parts, "base_central"), 123.00_yuan);
  EXPECT_EQ(part_amount(sheet.parts, "base_region"), 72.00_yuan);
  EXPECT_EQ(part_amount(sheet.parts, "city_supplement"), 71.83_yuan);
  EXPECT_EQ(part_amount(sheet.parts, "account"), 31.65_yuan);  // (4,200 + 200 for the missing year) / 139
  EXPECT_EQ(sheet.pension, 298.48_yuan);
  EXPECT_EQ(sheet.pension_now, 318.48_yuan) << "143 from January 2025";
}

TEST(ResidentAward, grows_with_years_of_contribution_and_age) {
  Person long_paying = resident();
  long_paying.service_months = 20 * 12;
  long_paying.back_paid_months = 0;
  long_paying.back_payment = Money{};
  EXPECT_EQ(part_amount(award(shipped_law(), long_paying, 2024).parts, "year_addition"),
            10.00_yuan);  // 5 years, 2 yuan each
  long_paying.birth = Month(1950, 1);
  long_paying.retired = Month(2024, 1);
  EXPECT_EQ(part_amount(award(shipped_law(), long_paying, 2024).parts, "age_addition"), 4.00_yuan);  // 74 years old
}

TEST(ResidentAward, who_is_too_young_or_has_paid_too_little_is_refused) {
  const auto faults = [](const Person& person) {
    InputErrors errors;
    check_person(shipped_law(), person, errors);
    return errors.size();
  };
  EXPECT_EQ(faults(resident()), 0u);
  Person young = resident();
  young.retired = Month(2024, 4);
  EXPECT_EQ(faults(young), 1u);
  Person few = resident();
  few.back_paid_months = 0;
  EXPECT_EQ(faults(few), 1u) << "168 months are all since the scheme began; a payment without months";
  few.service_months = 153;
  EXPECT_EQ(faults(few), 2u) << "2011-07 to 2024-05 are 154 months";
  few.service_months = 154;
  EXPECT_EQ(faults(few), 1u);
  Person old = resident();
  old.birth = Month(1945, 1);
  old.service_months = old.back_paid_months = 0;
  old.account_balance = old.back_payment = Money{};
  EXPECT_EQ(faults(old), 0u) << "of age when the scheme began";
}

/// Born 1960-03, 51 when the scheme began in 2011-07: 104 months until 60, all paid. In April 2020
/// the nation's base was 88 and the region's addition 67; 3,467.50 / 139 = 24.95 of the account.
TEST(ResidentAward, who_was_near_the_age_when_the_scheme_began_needs_the_months_until_it) {
  Person near = resident();
  near.birth = Month(1960, 3);
  near.joined = Month(2011, 7);
  near.retired = Month(2020, 3);
  near.service_months = 104;
  near.back_paid_months = 0;
  near.back_payment = Money{};
  near.account_balance = Money::fen(346'750);
  const auto faults = [](const Person& person) {
    InputErrors errors;
    check_person(shipped_law(), person, errors);
    return errors.size();
  };
  EXPECT_EQ(faults(near), 0u);
  const AwardStatement sheet = award(shipped_law(), near, 2020);
  EXPECT_EQ(part_amount(sheet.parts, "base_central"), 88.00_yuan);
  EXPECT_EQ(part_amount(sheet.parts, "base_region"), 67.00_yuan);
  EXPECT_EQ(part_amount(sheet.parts, "account"), 24.95_yuan);
  near.service_months = 96;
  EXPECT_EQ(faults(near), 1u);
  near.back_paid_months = 8;
  near.back_payment = 300.00_yuan;
  EXPECT_EQ(faults(near), 0u) << "made up";
  near.back_paid_months = 0;
  near.back_payment = Money{};
  near.service_months = 120;
  EXPECT_EQ(faults(near), 0u) << "ten years, 2011 to 2020, paid by the year";
  near.service_months = 121;
  EXPECT_EQ(faults(near), 1u) << "no month counts twice";
}

/// Of age in 2005, drawing since the scheme began: standards of the region are on record from 2014 on, so the pension
/// is shown as of then, 55 + 45, and the sheet says which values are lacking.
TEST(ResidentAward, who_was_of_age_when_the_scheme_began_is_shown_from_the_first_standards_on_record) {
  Person old = resident();
  old.birth = Month(1945, 3);
  old.joined = old.retired = Month(2011, 7);
  old.service_months = old.back_paid_months = 0;
  old.account_balance = old.back_payment = Money{};
  InputErrors errors;
  check_person(shipped_law(), old, errors);
  EXPECT_TRUE(errors.empty());
  const AwardStatement sheet = award(shipped_law(), old, 2014);
  EXPECT_EQ(part_amount(sheet.parts, "base_central"), 55.00_yuan);
  EXPECT_EQ(part_amount(sheet.parts, "base_region"), 45.00_yuan);
  EXPECT_EQ(part_amount(sheet.parts, "account"), Money{});
  ASSERT_FALSE(sheet.notes.empty());
  const std::string text = english(sheet.notes.front().text);
  EXPECT_NE(text.find("as of 2014-01"), std::string::npos) << text;
  EXPECT_NE(text.find("resident_pension.base_region"), std::string::npos) << text;
}

}  // namespace
}  // namespace disburse
