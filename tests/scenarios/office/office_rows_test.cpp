// A synthetic office: every member is a row that says what the roster says, and every planted fault is named where it
// stands.
#include "scenarios/office/office_rows.hpp"

#include <gtest/gtest.h>

#include <set>

#include "scenarios/office/values.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

const Roster& some() {
  static const Roster roster = thinned(base_session().roster, 400);
  return roster;
}

std::size_t rows_in(const SyntheticOffice& office) {
  std::size_t rows = 0;
  for (const OfficeText& table : office.tables) rows += table.rows.size();
  return rows;
}

TEST(SyntheticOffice, without_faults_has_a_row_for_each_member_in_its_schemes_table) {
  const SyntheticOffice office = synthetic_office(some(), 7, 0.0);
  ASSERT_EQ(office.tables.size(), static_cast<std::size_t>(scheme_count));
  EXPECT_TRUE(office.planted.empty());
  EXPECT_EQ(rows_in(office), some().size());
  for (std::size_t s = 0; s < office.tables.size(); ++s) {
    const auto wanted = std::count(some().scheme.begin(), some().scheme.end(), static_cast<Scheme>(s));
    EXPECT_EQ(office.tables[s].rows.size(), static_cast<std::size_t>(wanted)) << s;
    EXPECT_EQ(office.tables[s].file.ends_with(".xlsx"), s == static_cast<std::size_t>(Scheme::civil_service));
  }
}

TEST(SyntheticOffice, says_what_the_roster_says) {
  const SyntheticOffice office = synthetic_office(some(), 7, 0.0);
  std::array<std::size_t, scheme_count> next{};
  std::set<std::string> identities;
  for (std::size_t i = 0; i < some().size(); ++i) {
    const auto s = static_cast<std::size_t>(some().scheme[i]);
    const OfficeText& table = office.tables[s];
    const std::vector<std::string>& row = table.rows.at(next[s]++);
    const auto cell = [&](const std::string& heading) {
      const auto at = std::find(table.headings.begin(), table.headings.end(), heading) - table.headings.begin();
      return row.at(static_cast<std::size_t>(at));
    };
    const Member member = some().member(i);
    EXPECT_EQ(month_of(cell("出生日期")), member.birth);
    EXPECT_EQ(sex_of(cell("性别")), member.sex);
    if (!member.retired.is_none()) {
      EXPECT_EQ(month_of(cell("退休时间")), member.retired);
    }
    EXPECT_EQ(money_of(cell("月养老金（元）").empty() ? "0" : cell("月养老金（元）"), ColumnUnit::yuan),
              member.pension);
    EXPECT_EQ(money_of(cell("缴费基数").empty() ? "0" : cell("缴费基数"), ColumnUnit::yuan), member.base);
    EXPECT_EQ(duration_of(cell("缴费年限")), member.service_months);
    const std::string identity = cell("公民身份号码");
    EXPECT_TRUE(identity.starts_with("999999")) << "an area that is nobody's";
    EXPECT_TRUE(identities.insert(identity).second) << "no two are the same";
    EXPECT_EQ((identity[16] - '0') % 2 == 1, member.sex == Sex::male) << "digit 17 is odd for men";
  }
}

TEST(SyntheticOffice, names_every_fault_where_it_stands) {
  const SyntheticOffice office = synthetic_office(some(), 7, 0.2);
  ASSERT_GT(office.planted.size(), 20U);
  std::size_t twice = 0;
  for (const Planted& planted : office.planted) {
    EXPECT_FALSE(planted.rule.empty());
    const auto table = std::find_if(office.tables.begin(), office.tables.end(),
                                    [&](const OfficeText& one) { return one.file == planted.file; });
    ASSERT_NE(table, office.tables.end());
    const std::size_t head = planted.file.ends_with(".xlsx") ? 2 : 1;  // a title stands above a workbook's headings
    ASSERT_GT(planted.row, head);
    ASSERT_LE(planted.row - head, table->rows.size());
    const std::vector<std::string>& row = table->rows[planted.row - head - 1];
    if (planted.rule == "duplicate") {
      ++twice;
      EXPECT_EQ(row, table->rows[planted.row - head - 2]);
    }
    if (planted.rule == "identity_missing") {
      EXPECT_EQ(row[1], "");
    }
    if (planted.rule == "negative_amount") {
      EXPECT_EQ(row[10].front(), '-');
    }
  }
  EXPECT_EQ(rows_in(office), some().size() + twice);
}

TEST(SyntheticOffice, is_the_same_for_the_same_seed_and_another_for_another) {
  const auto rules = [](std::uint64_t seed) {
    std::vector<std::string> all;
    for (const Planted& one : synthetic_office(some(), seed, 0.1).planted) all.push_back(one.rule + one.file);
    return all;
  };
  EXPECT_EQ(rules(7), rules(7));
  EXPECT_NE(rules(7), rules(8));
}

}  // namespace
}  // namespace disburse
