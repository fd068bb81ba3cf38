// What survivors get in the three schemes.
#include "models/survivors.hpp"

#include <gtest/gtest.h>

#include "models/award.hpp"
#include "support/shipped_law.hpp"

namespace disburse {
namespace {

TEST(Survivors, months_follow_the_years_and_what_was_drawn) {
  const auto months = [](int years, int drawn_years) {
    return pension_survivor_months(shipped_law(), Month(2024, 6), 12 * years, drawn_years < 0 ? -1 : 12 * drawn_years);
  };
  const int at_work = -1;
  EXPECT_EQ(months(4, at_work), 3);
  EXPECT_EQ(months(5, at_work), 6);
  EXPECT_EQ(months(9, at_work), 6);
  EXPECT_EQ(months(10, at_work), 9);
  EXPECT_EQ(months(15, at_work), 9);
  EXPECT_EQ(months(16, at_work), 10);
  EXPECT_EQ(months(30, at_work), 24);
  EXPECT_EQ(months(41, at_work), 24);
  EXPECT_EQ(months(30, 0), 24);
  EXPECT_EQ(months(30, 5), 19);
  EXPECT_EQ(months(30, 40), 9) << "never fewer";
}

/// 42,395 / 12 = 3,532.92; two months, and 24; the account of 95,751.34 has paid 688.86 eight times.
TEST(Survivors, of_an_enterprise_pensioner) {
  Person pensioner = shipped_person("enterprise-2024-04.toml");
  pensioner.death.month = Month(2024, 12);
  const AwardStatement sheet = award(shipped_law(), pensioner, 2024);
  EXPECT_EQ(part_amount(sheet.survivors, "funeral_grant"), 7065.84_yuan);
  EXPECT_EQ(part_amount(sheet.survivors, "survivors_grant"), 84790.08_yuan);
  EXPECT_EQ(part_amount(sheet.survivors, "account_inheritance"), 90240.46_yuan);
}

TEST(Survivors, of_one_who_dies_at_work_inherit_the_whole_account) {
  Person worker = shipped_person("enterprise-2024-04.toml");
  worker.retired = Month::none();
  worker.service_months = 16 * 12;
  worker.transition_months = 0;
  worker.death.month = Month(2024, 3);
  const AwardStatement sheet = award(shipped_law(), worker, 2024);
  EXPECT_TRUE(sheet.parts.empty());
  EXPECT_EQ(part_amount(sheet.survivors, "survivors_grant"), 35329.20_yuan);  // ten months
  EXPECT_EQ(part_amount(sheet.survivors, "account_inheritance"), 95751.34_yuan);
}

/// Agency: 2 x 51,821 + 40 x 3,500; public institution: 20 x 3,500.
TEST(Survivors, of_the_civil_service_get_months_of_the_basic_wage) {
  Person official = shipped_person("civil-service-2019-06.toml");
  official.death.month = Month(2024, 3);
  InputErrors errors;
  check_person(shipped_law(), official, errors);
  ASSERT_EQ(errors.size(), 1u) << "the wage is missing";
  official.death.basic_wage = 3500.00_yuan;
  EXPECT_EQ(part_amount(award(shipped_law(), official, 2024).survivors, "survivors_grant"), 243642.00_yuan);
  official.death.public_institution = true;
  EXPECT_EQ(part_amount(award(shipped_law(), official, 2024).survivors, "survivors_grant"), 70000.00_yuan);
}

/// 2,000 yuan, and what is left of 4,400 after seven months of 31.65.
TEST(Survivors, of_a_resident_get_the_grant_and_the_rest_of_the_account) {
  Person resident = shipped_person("resident-2024-05.toml");
  resident.death.month = Month(2024, 12);
  const AwardStatement sheet = award(shipped_law(), resident, 2024);
  EXPECT_EQ(part_amount(sheet.survivors, "funeral_grant"), 2000.00_yuan);
  EXPECT_EQ(part_amount(sheet.survivors, "account_inheritance"), 4178.45_yuan);
}

const AwardNote* note(const AwardStatement& sheet, const std::string& id) {
  for (const AwardNote& one : sheet.notes) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

std::size_t faults(const Person& person) {
  InputErrors errors;
  check_person(shipped_law(), person, errors);
  return errors.size();
}

/// Retired in 1998 after 30 years, died in June 2024: no award of that time is on record, and none is needed. 42,395 /
/// 12 = 3,532.92; two months; 24 months less 26 years drawn, at least 9.
TEST(Survivors, of_who_retired_before_any_award_on_record) {
  Person pensioner = shipped_person("enterprise-2024-04.toml");
  pensioner.birth = Month(1938, 5);
  pensioner.joined = Month(1968, 5);
  pensioner.retired = Month(1998, 5);
  pensioner.service_months = 360;
  pensioner.transition_months = 0;
  EXPECT_EQ(faults(pensioner), 1u) << "alive there would have to be an award";
  pensioner.death.month = Month(2024, 6);
  EXPECT_EQ(faults(pensioner), 0u);
  const AwardStatement sheet = award(shipped_law(), pensioner, 2024);
  EXPECT_TRUE(sheet.parts.empty());
  EXPECT_EQ(part_amount(sheet.survivors, "funeral_grant"), 7065.84_yuan);
  EXPECT_EQ(part_amount(sheet.survivors, "survivors_grant"), 31796.28_yuan);
  ASSERT_NE(note(sheet, "pension"), nullptr);
  EXPECT_NE(english(note(sheet, "pension")->text).find("award.base"), std::string::npos);
  EXPECT_EQ(part_amount(sheet.survivors, "account_inheritance"), no_such_part) << "what was drawn is not known";
  EXPECT_NE(note(sheet, "account_inheritance"), nullptr);
}

/// 老人: 2 x 51,821 + 40 x 3,500, and a word about the funeral grant.
TEST(Survivors, of_a_civil_servant_who_retired_before_the_reform) {
  Person official = shipped_person("civil-service-2019-06.toml");
  official.birth = Month(1945, 3);
  official.joined = Month(1965, 3);
  official.retired = Month(2005, 3);
  official.service_months = 480;
  official.account_balance = official.annuity_balance = Money{};
  official.death.month = Month(2024, 3);
  official.death.basic_wage = 3500.00_yuan;
  EXPECT_EQ(faults(official), 0u);
  const AwardStatement sheet = award(shipped_law(), official, 2024);
  EXPECT_EQ(part_amount(sheet.survivors, "survivors_grant"), 243642.00_yuan);
  EXPECT_NE(note(sheet, "pension"), nullptr);
  ASSERT_NE(note(sheet, "funeral_grant"), nullptr);
  EXPECT_NE(english(note(sheet, "funeral_grant")->text).find("the unit or the treasury"), std::string::npos);
}

/// The rules of 2021 begin in September, the incomes on record with 2023: what is lacking is named, with what to add.
TEST(Survivors, of_a_death_before_the_rules_on_record_are_told_which_value_is_lacking) {
  Person pensioner = shipped_person("enterprise-2024-04.toml");
  pensioner.birth = Month(1955, 4);
  pensioner.joined = Month(1975, 4);
  pensioner.retired = Month(2015, 4);
  pensioner.service_months = 480;
  const auto lacking = [&](Month died) {
    pensioner.death.month = died;
    EXPECT_EQ(faults(pensioner), 0u) << died;
    const AwardStatement sheet = award(shipped_law(), pensioner, 2024);
    EXPECT_EQ(part_amount(sheet.survivors, "survivors_grant"), no_such_part);
    const AwardNote* one = note(sheet, "survivors_grant");
    return one == nullptr ? std::string() : english(one->text);
  };
  EXPECT_NE(lacking(Month(2020, 5)).find("survivors.funeral_months"), std::string::npos);
  EXPECT_NE(lacking(Month(2022, 5)).find("survivors.regional_income"), std::string::npos);
  EXPECT_NE(lacking(Month(2022, 5)).find("from = \"2022-05\""), std::string::npos);
}

TEST(Survivors, of_a_resident_are_told_that_there_is_no_other_grant) {
  Person resident = shipped_person("resident-2024-05.toml");
  resident.death.month = Month(2024, 12);
  const AwardStatement sheet = award(shipped_law(), resident, 2024);
  ASSERT_EQ(sheet.notes.size(), 1u);
  EXPECT_EQ(sheet.notes.front().id, "survivors_grant");
}

}  // namespace
}  // namespace disburse
