// Rows that are no person, and sums held against the rows.
#include "scenarios/office/other_rows.hpp"

#include <gtest/gtest.h>

#include "support/office_tables.hpp"

namespace disburse {
namespace {

constexpr const char* head = "姓名,公民身份号码,险种,状态,月养老金\n";

std::vector<RowRole> roles(const std::string& rows) {
  const auto table = table_of(head + rows);
  const Mapping mapping = mapping_of(*table);
  std::vector<RowRole> found;
  OfficeRow row;
  while (table->next(row)) found.push_back(role_of_row(row, mapping, project_columns()));
  return found;
}

TEST(OtherRows, are_told_from_persons) {
  EXPECT_EQ(roles("甲,99999919491231048X,机关事业,领取,5000\n"), std::vector{RowRole::person});
  EXPECT_EQ(roles("甲,,机关事业,领取,5000\n"), std::vector{RowRole::person})
      << "a person without a number is a finding";
  EXPECT_EQ(roles("合计,,,3人,5000\n"), std::vector{RowRole::totals});
  EXPECT_EQ(roles("姓名,公民身份号码,险种,状态,月养老金\n"), std::vector{RowRole::repeated_headings});
  EXPECT_EQ(roles("状态,险种,公民身份号码,月养老金,姓名\n"), std::vector{RowRole::other_headings});
  EXPECT_EQ(roles("甲,乙,1,2,3\n"), std::vector{RowRole::numbering});
  EXPECT_EQ(roles("制表人：某,,,审核：某,\n"), std::vector{RowRole::remark});
  EXPECT_EQ(roles(",　, ,,\n"), std::vector{RowRole::blank});
}

std::size_t differences(const std::string& rows) {
  const auto table = table_of(head + rows);
  const Mapping mapping = mapping_of(*table);
  TotalsCheck check(*table, mapping);
  std::vector<OfficeFinding> findings;
  OfficeRow row;
  while (table->next(row)) {
    if (role_of_row(row, mapping, project_columns()) == RowRole::totals)
      check.totals(row, findings);
    else
      check.person(row);
  }
  return findings.size();
}

constexpr const char* two = "甲,99999919491231048X,机关事业,领取,5000\n乙,99999919491231048X,机关事业,领取,0.5\n";

TEST(OtherRows, sums_are_held_against_the_rows) {
  EXPECT_EQ(differences(std::string(two) + "合计,,,2人,5000.50\n"), 0u);
  EXPECT_EQ(differences(std::string(two) + "合计,,,,5000.51\n"), 1u);
  EXPECT_EQ(differences(std::string(two) + "合计,,,3人,5000.50\n"), 1u);
  EXPECT_EQ(differences(std::string(two) + "小计,,,,5000.50\n" + two + "小计,,,,5000.50\n总计,,,4人,10001\n"), 0u);
  EXPECT_EQ(differences(std::string(two) + "小计,,,,5000.50\n" + two + "小计,,,,10001\n"), 1u)
      << "a sub-total is of the rows since the last one";
}

}  // namespace
}  // namespace disburse
