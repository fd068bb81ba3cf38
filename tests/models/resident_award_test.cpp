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
  EXPECT_EQ(faults(few), 2u) << "168 months, and a payment without months";
  Person old = resident();
  old.birth = Month(1945, 1);
  old.service_months = old.back_paid_months = 0;
  old.account_balance = old.back_payment = Money{};
  EXPECT_EQ(faults(old), 0u) << "of age when the scheme began";
}

}  // namespace
}  // namespace disburse
