// What a column says about a cell that alone leaves two readings.
#include "scenarios/office/evidence.hpp"

#include <gtest/gtest.h>

#include "support/office_tables.hpp"

namespace disburse {
namespace {

TableEvidence evidence(const std::string& rows) {
  const auto table = table_of("公民身份号码,参加工作时间,缴费年限,备注\n" + rows);
  return evidence_of(*table, mapping_of(*table));
}

const ColumnEvidence& of(const TableEvidence& found, Field field) {
  return found.columns[static_cast<std::size_t>(field)];
}

TEST(Evidence, tells_how_a_column_is_written) {
  EXPECT_TRUE(of(evidence("1,1980.10,32,\n"), Field::joined).keeps_zeros);
  EXPECT_FALSE(of(evidence("1,1980.1,32,\n"), Field::joined).keeps_zeros);
  EXPECT_TRUE(of(evidence("1,,32.42,\n"), Field::service).hundredths);
  EXPECT_FALSE(of(evidence("1,,32.11,\n1,,32.5,\n1,,32.00,\n"), Field::service).hundredths);
  EXPECT_TRUE(of(evidence("1,,389,\n"), Field::service).long_durations);
  EXPECT_FALSE(of(evidence("1,,60,\n"), Field::service).long_durations);
}

TEST(Evidence, lost_digits_are_told_from_numbers_that_end_in_zeros) {
  // 999999195801011000 has a right check digit, 999999195801021000 a wrong one: worked out by GB 11643.
  std::string many;
  for (int i = 0; i < 200; ++i) many += "99999919491231048X,,,\n";
  EXPECT_FALSE(evidence(many + "999999195801011000,,,\n").digits_were_lost()) << "one of 201 may end so";
  EXPECT_TRUE(evidence(many + "999999195801021000,,,\n").digits_were_lost()) << "a wrong one did not end so by nature";
  EXPECT_TRUE(evidence("999999195801011000,,,\n99999919491231048X,,,\n").digits_were_lost());
  EXPECT_FALSE(evidence("99999919491231048X,,,\n").digits_were_lost());
}

TEST(Evidence, finds_identity_numbers_in_other_columns) {
  EXPECT_EQ(evidence("1,,,99999919491231048X\n2,,,x\n").identities_elsewhere[3], 1u);
}

}  // namespace
}  // namespace disburse
