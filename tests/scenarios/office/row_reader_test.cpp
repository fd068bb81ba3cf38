// One row as a member, and what is wrong with it. Identity numbers are of area 999999, which is nobody's; their check
// digits were worked out by GB 11643.
#include "scenarios/office/row_reader.hpp"

#include <gtest/gtest.h>

#include "support/office_tables.hpp"

namespace disburse {
namespace {

const CheckLimits& limits() {
  static const CheckLimits read = read_limits(source_dir() / "scenarios/office/checks.toml");
  return read;
}

struct Read {
  OfficePerson person;
  std::vector<OfficeFinding> findings;
  /// Rules in the order in which they were found.
  std::vector<std::string> rules() const {
    std::vector<std::string> list;
    for (const OfficeFinding& one : findings) list.push_back(one.rule);
    return list;
  }
};

constexpr const char* headings =
    "出生日期,性别,参加工作时间,退休时间,首次领取时间,状态,月养老金（元）,缴费年限,死亡日期";

/// The first row below `heading`, at the end of 2023.
Read read(const std::string& row, const std::string& heading = headings,
          std::optional<Scheme> scheme = Scheme::enterprise) {
  const auto table = table_of(heading + "\n" + row + "\n");
  const Mapping mapping = mapping_of(*table);
  const TableEvidence evidence = evidence_of(*table, mapping);
  Read result;
  OfficeRowReader reader(*table, mapping, evidence, limits(), Month(2023, 12), scheme, result.findings);
  OfficeRow office_row;
  EXPECT_TRUE(table->next(office_row));
  result.person = reader.read(office_row);
  return result;
}

using Rules = std::vector<std::string>;

TEST(RowReader, takes_a_sound_row_as_it_stands) {
  const Read sound = read("1950-03,女,1970-07,2005-04,2005-05,领取,\"2,345.67\",34年9个月,");
  EXPECT_EQ(sound.rules(), Rules{});
  EXPECT_FALSE(sound.person.faulty);
  const Member& member = sound.person.member;
  EXPECT_EQ(member.birth, Month(1950, 3));
  EXPECT_EQ(member.sex, Sex::female);
  EXPECT_EQ(member.joined, Month(1970, 7));
  EXPECT_EQ(member.retired, Month(2005, 4));
  EXPECT_EQ(member.role, Role::pensioner);
  EXPECT_EQ(member.scheme, Scheme::enterprise);
  EXPECT_EQ(member.pension, 2345.67_yuan);
  EXPECT_EQ(member.service_months, 34 * 12 + 9);
}

TEST(RowReader, takes_the_month_before_the_first_payment_for_the_retirement) {
  EXPECT_EQ(read("1950-03,女,1970-07,,2005-05,领取,2000,30,").person.member.retired, Month(2005, 4));
  const Read conflict = read("1950-03,女,1970-07,2005-04,2005-07,领取,2000,30,");
  EXPECT_EQ(conflict.rules(), Rules{"first_payment_conflict"});
  EXPECT_EQ(conflict.person.member.retired, Month(2005, 4)) << "the retirement is taken";
  EXPECT_FALSE(conflict.person.faulty) << "a warning does not stop the row";
}

TEST(RowReader, finds_each_fault_of_a_cell) {
  const std::vector<std::pair<std::string, std::string>> faults{
      {"1950-13,女,1970-07,2005-04,,领取,2000,30,", "impossible_date"},
      {"1950-03,不男不女,1970-07,2005-04,,领取,2000,30,", "unknown_code"},
      {"1950-03,,1970-07,2005-04,,领取,2000,30,", "sex_missing"},
      {"1950-03,女,1970-07,2005-04,,休假,2000,30,", "unknown_code"},
      {"1950-03,女,1970-07,2005-04,,领取,面议,30,", "impossible_amount"},
      {"1950-03,女,1970-07,2005-04,,领取,-1,30,", "negative_amount"},
      {"1950-03,女,1970-07,2005-04,,领取,2000,三十年,", "impossible_duration"}};
  for (const auto& [row, rule] : faults) {
    const Read found = read(row);
    EXPECT_EQ(found.rules(), Rules{rule}) << row;
    EXPECT_TRUE(found.person.faulty) << row;
  }
}

TEST(RowReader, finds_what_columns_contradict_together) {
  const std::vector<std::pair<std::string, std::string>> faults{
      {",女,1970-07,2005-04,,领取,2000,30,", "birth_missing"},
      {"2024-01,女,,,,缴费,,,", "future_birth"},
      {"1850-03,女,,,,缴费,,,", "impossible_age"},
      {"1950-03,女,1950-02,2005-04,,领取,2000,30,", "joined_before_birth"},
      {"1990-03,女,2024-01,,,在职,,,", "future_joining"},
      {"1950-03,女,1970-07,,,领取,2000,30,", "retirement_missing"},
      {"1950-03,女,1970-07,1994-04,,领取,2000,24,", "drawing_before_age"},
      {"1960-03,女,1970-07,2024-01,,领取,2000,30,", "drawing_before_retirement"},
      {"1950-03,女,2005-05,2005-04,,领取,2000,30,", "retired_before_joining"},
      {"1950-03,女,1970-07,2005-04,,领取,2000,30,2023-12", "paid_after_death"},
      {"1950-03,女,1970-07,2005-04,,领取,2000,30,2024-01", "future_death"},
      {"1950-03,女,1970-07,2005-04,,领取,2000,30,1949-12", "died_before_birth"},
      {"1980-03,女,2000-07,,,在职,,,2020-01", "dead_but_listed"},
      {"1950-03,女,1970-07,2005-04,,领取,50000.01,30,", "amount_too_large"}};
  for (const auto& [row, rule] : faults) {
    const Rules found = read(row).rules();
    EXPECT_NE(std::find(found.begin(), found.end(), rule), found.end()) << row << ": " << rule;
  }
}

TEST(RowReader, lets_what_lies_just_within_its_bounds_pass) {
  for (const char* row : {"1950-03,女,1950-03,2005-04,,领取,2000,30,", "1990-03,女,2023-12,,,在职,,,",
                          "1950-03,女,1970-07,1995-03,,领取,2000,24,",  // 45 years old in the month
                          "1960-03,女,1970-07,2023-12,,领取,2000,30,", "1950-03,女,2005-04,2005-04,,领取,2000,30,",
                          "1950-03,女,1970-07,2005-04,,领取,50000,30,", "1960-03,女,1970-07,2024-02,,待领取,2000,30,"})
    EXPECT_EQ(read(row).rules(), Rules{}) << row;
}

TEST(RowReader, takes_a_death_in_the_month_of_birth_for_possible) {
  EXPECT_EQ(read("2023-03,女,,,,缴费,,,2023-03").rules(), Rules{"dead_but_listed"}) << "listed, but not born after it";
}

TEST(RowReader, wants_an_amount_of_civil_servants_alone) {
  const std::string row = "1950-03,女,1970-07,2005-04,,领取,,30,";
  EXPECT_EQ(read(row, headings, Scheme::civil_service).rules(), Rules{"amount_missing"});
  EXPECT_EQ(read(row, headings, Scheme::enterprise).rules(), Rules{});
}

TEST(RowReader, wants_certification_of_the_very_old_within_a_year) {
  const std::string heading = "出生日期,性别,参加工作时间,退休时间,状态,月养老金,认证日期";
  const std::string person = "1923-12,女,1950-07,1980-04,领取,2000,";  // 100 years old in December 2023
  EXPECT_EQ(read(person, heading).rules(), Rules{"certification_missing"});
  EXPECT_EQ(read(person + "2022-11", heading).rules(), Rules{"certification_missing"}) << "thirteen months ago";
  EXPECT_EQ(read(person + "2022-12", heading).rules(), Rules{}) << "twelve months ago";
  EXPECT_EQ(read("1924-01,女,1950-07,1980-04,领取,2000,", heading).rules(), Rules{}) << "99 years old";
}

TEST(RowReader, holds_parts_against_their_total) {
  const std::string heading =
      "出生日期,性别,参加工作时间,退休时间,状态,月养老金,基础养老金,个人账户养老金,过渡性养老金";
  const std::string person = "1950-03,女,1970-07,2005-04,领取,";
  EXPECT_EQ(read(person + "2000.10,1000,700.10,300", heading).rules(), Rules{});
  EXPECT_EQ(read(person + "2000.10,1000,700.10,299.99", heading).rules(), Rules{"parts_do_not_sum"});
  EXPECT_EQ(read(person + "2000.10,,700.10,", heading).rules(), Rules{}) << "without its parts nothing is to be held";
}

TEST(RowReader, puts_a_years_pension_at_stake) {
  const Read found = read("1950-03,女,1970-07,2005-04,,领取,2000,三十年,");
  ASSERT_EQ(found.findings.size(), 1U);
  EXPECT_EQ(found.findings[0].stake, Money::yuan(24'000));
  EXPECT_EQ(found.findings[0].column, "缴费年限");
  EXPECT_EQ(found.findings[0].row, 2U);
}

TEST(RowReader, refuses_a_row_with_a_field_too_many_or_too_few) {
  EXPECT_EQ(read("1950-03,女,1970-07,2005-04,,领取,2000,30").rules(), Rules{"fields_too_few"});
  EXPECT_EQ(read("1950-03,女,1970-07,2005-04,,领取,2,000.00,30,2023-01").rules(), Rules{"fields_too_many"});
  EXPECT_EQ(read("1950-03,女,1970-07,2005-04,,领取,2000,30,,,").rules(), Rules{})
      << "blank ones at the end are the pen's";
}

TEST(RowReader, needs_a_scheme_from_a_column_or_from_who_asks) {
  EXPECT_EQ(read("1980-03,女,2000-07,,,在职,,,", headings, std::nullopt).rules(), Rules{"scheme_missing"});
  EXPECT_EQ(read("1980-03,女,城乡居民", "出生日期,性别,险种", Scheme::enterprise).person.member.scheme,
            Scheme::resident)
      << "the column says more than the option";
}

TEST(RowReader, reads_identity_numbers_and_what_contradicts_them) {
  // 99999919491231048X: born in December 1949, digit 17 is even: a woman.
  const std::string heading = "公民身份号码,性别,出生日期,状态";
  const Read sound = read("99999919491231048X,女,1949-12,缴费", heading);
  EXPECT_EQ(sound.rules(), Rules{});
  EXPECT_EQ(sound.person.identity, "99999919491231048X");
  EXPECT_EQ(sound.person.member.birth, Month(1949, 12));
  EXPECT_EQ(read("99999919491231048X,男,1949-12,缴费", heading).rules(), Rules{"sex_conflict"});
  const Read conflict = read("99999919491231048X,女,1950-12,缴费", heading);
  EXPECT_EQ(conflict.rules(), Rules{"birth_conflict"});
  EXPECT_EQ(conflict.person.member.birth, Month(1949, 12)) << "the number's is taken";
}

}  // namespace
}  // namespace disburse
