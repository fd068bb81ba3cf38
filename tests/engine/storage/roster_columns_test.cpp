// The columns of a roster's file: one for each of a member's, the key first, with units and the meaning of its codes.
#include "engine/storage/roster_columns.hpp"

#include <gtest/gtest.h>

#include <set>

namespace disburse::roster_detail {
namespace {

const RosterColumn& column(const std::string& name) {
  for (const RosterColumn& one : columns()) {
    if (one.name == name) return one;
  }
  throw std::out_of_range(name);
}

TEST(RosterColumns, are_the_key_and_then_every_column_of_a_member_once) {
  EXPECT_EQ(columns().size(), member_column_count + 1);
  EXPECT_EQ(columns().front().name, "key");
  EXPECT_EQ(columns().front().type, Hdf5Type::text);
  std::set<std::string> names;
  for (const RosterColumn& one : columns()) {
    EXPECT_TRUE(names.insert(one.name).second) << one.name;
    EXPECT_FALSE(one.units.empty()) << one.name;
    EXPECT_FALSE(one.description.empty()) << one.name;
  }
}

TEST(RosterColumns, have_the_type_of_what_they_hold) {
  EXPECT_EQ(column("pension").type, Hdf5Type::int64) << "fen";
  EXPECT_EQ(column("birth").type, Hdf5Type::int32) << "202312";
  EXPECT_EQ(column("scheme").type, Hdf5Type::uint8) << "a code";
  EXPECT_EQ(column("pension").units, "fen");
  EXPECT_TRUE(column("alive").carried);
  EXPECT_FALSE(column("pension").carried);
}

TEST(RosterColumns, tell_what_each_code_means) {
  EXPECT_EQ(code_list<Sex>(), "0 male, 1 female");
  EXPECT_EQ(column("sex").description, code_list<Sex>());
  EXPECT_EQ(column("role").description, code_list<Role>());
  EXPECT_NE(code_list<Scheme>().find("0 civil_service"), std::string::npos);
}

TEST(RosterColumns, tell_themselves_to_the_file) {
  const Hdf5About told = about(column("pension"));
  EXPECT_EQ(told.path, "pension");
  EXPECT_EQ(told.units, column("pension").units);
  EXPECT_EQ(told.description, column("pension").description);
}

}  // namespace
}  // namespace disburse::roster_detail
