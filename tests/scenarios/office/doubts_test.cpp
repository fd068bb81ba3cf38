// Doubts about a whole table.
#include "scenarios/office/doubts.hpp"

#include <gtest/gtest.h>

#include "support/office_tables.hpp"

namespace disburse {
namespace {

TEST(Doubts, units_come_from_headings_before_titles_and_contradictions_are_told) {
  auto table = table_of("单位：万元,,\n公民身份号码,险种,月养老金（元）,缴费基数,缴费年限（月）\n1,机关事业,0.5,1,2\n");
  Mapping mapping = mapping_of(*table);
  std::vector<UnitConflict> conflicts = resolve_units(*table, mapping);
  EXPECT_EQ(mapping.columns[2].unit, ColumnUnit::yuan);
  EXPECT_EQ(mapping.columns[3].unit, ColumnUnit::wan_yuan);
  EXPECT_EQ(mapping.columns[4].unit, ColumnUnit::months);
  ASSERT_EQ(conflicts.size(), 1u);
  OfficeRow row;
  ASSERT_TRUE(table->next(row));
  conflicts.front().add(row);
  EXPECT_EQ(conflicts.front().sum(ColumnUnit::wan_yuan), Money::yuan(5000));
  EXPECT_EQ(conflicts.front().apart(), Money::fen(499'950)) << "5,000 yuan less half a yuan";
}

TEST(Doubts, many_contradictions_are_a_moved_column) {
  const std::vector<OfficeFinding> findings{{"sex_conflict", Severity::error, true, "", 1, "", {}, {}},
                                            {"outlier", Severity::warning, true, "", 1, "", {}, {}}};
  Agreement agreement;
  for (int i = 0; i < 3; ++i) agreement.count(findings, 0);
  agreement.count(findings, 1);
  EXPECT_EQ(agreement.contradictions(), 3u);
  EXPECT_TRUE(agreement.is_doubtful(14));
  EXPECT_FALSE(agreement.is_doubtful(15)) << "a fifth";
  EXPECT_FALSE(agreement.is_doubtful(9)) << "too few rows";
}

}  // namespace
}  // namespace disburse
