// Agencies and their sums as a table, as JSON and as CSV. Made-up figures.
#include "outputs/run/group_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/text/json_parts.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

AgencyGroup group() {
  AgencyRun a{"a", "甲中心", {}}, b{"b", "乙中心", {}};
  a.run.lines = {{"2082602", "居民", {Money::yuan(20'000), Money::yuan(30'000)}}};
  a.run.total = a.run.lines[0].amount;
  b.run.lines = {{"2089999", "其他", {Money::yuan(10'000), Money::yuan(5'000)}}};
  b.run.total = b.run.lines[0].amount;
  a.run.fiscal_year = b.run.fiscal_year = 2025;
  std::vector<AgencyRun> runs;
  runs.push_back(std::move(a));
  runs.push_back(std::move(b));
  return group_of("两家", std::move(runs));
}

TEST(GroupTable, tells_agencies_lines_and_the_sum_in_ten_thousands) {
  const std::string text = group_table(group(), Language::zh);
  EXPECT_THAT(text, HasSubstr("两家  2025 年度  2 个经办机构  单位：万元"));
  EXPECT_THAT(text, testing::ContainsRegex("甲中心 +2.00 +3.00 +\\+1.00 +150.00%"));
  EXPECT_THAT(text, testing::ContainsRegex("合计 +3.00 +3.50 +\\+0.50 +116.67%"));
  EXPECT_THAT(group_table(group(), Language::en), HasSubstr("2 agencies  in 10,000 yuan"));
}

TEST(GroupTable, of_json_names_for_each_line_the_agencies_that_have_it) {
  const Json document = Json::parse(group_json(group()));
  EXPECT_EQ(document.at("total").at("projected_fen"), 3'500'000);
  EXPECT_EQ(document.at("lines").at(1).at("code"), "2089999");
  ASSERT_EQ(document.at("lines").at(1).at("agencies").size(), 1U);
  EXPECT_EQ(document.at("lines").at(1).at("agencies").at(0).at("id"), "b");
}

TEST(GroupTable, of_csv_has_a_row_for_each_agency_and_one_for_the_sum) {
  const std::string text = group_csv(group());
  EXPECT_THAT(text, HasSubstr("2082602,居民,甲中心,20000.00,30000.00,10000.00,1.5\r\n2082602,居民,,20000.00"));
  EXPECT_THAT(text, HasSubstr("\r\n,,,30000.00,35000.00,5000.00,"));
}

}  // namespace
}  // namespace disburse
