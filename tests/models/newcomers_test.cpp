// Newcomers by the size of an agency's own schemes. Expected: heads times share, by hand.
#include "models/newcomers.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

Parameter number(const std::string& path, std::vector<DatedValue> values = {}) {
  Parameter parameter;
  parameter.path = path;
  parameter.unit = Unit::persons;
  parameter.values = std::move(values);
  return parameter;
}

DatedValue since_2000(Value value, const std::string& reference = {}) {
  return {Month(2000, 1), std::nullopt, {2000, 1, 1}, std::move(value), Status::assumed, reference, {}};
}

Parameter share(const std::string& path, Rate value, Rate low, Rate high) {
  Parameter parameter = number(path, {since_2000(value, "{heads} x {share}")});
  parameter.unit = Unit::rate;
  parameter.uncertainty = Uncertainty{low, high, "triangular", "assumed"};
  return parameter;
}

/// Three shares, and numbers that nobody states.
ParameterTree law(std::int64_t civil_servants, std::int64_t retired, std::int64_t payers) {
  ParameterTree tree;
  for (const char* path :
       {"outlook.civil_service_new_members", "outlook.enterprise_reaching_old_age", "outlook.resident_new_payers"})
    tree.add(number(path));
  tree.add(share("outlook.civil_service_new_share", Rate(29, 1000), Rate(2, 100), Rate(4, 100)));
  tree.add(share("outlook.enterprise_reaching_share", Rate(5, 100), Rate(3, 100), Rate(7, 100)));
  tree.add(share("outlook.resident_new_share", Rate(33, 1000), Rate(2, 100), Rate(5, 100)));
  tree.add(number("counts.civil_service_active", {since_2000(civil_servants)}));
  tree.add(number("counts.enterprise_retirees", {since_2000(retired)}));
  tree.add(number("counts.resident_payers", {since_2000(payers)}));
  return tree;
}

ParameterTree by_counts(const ParameterTree& tree) { return with_newcomers(tree, counts_in(tree)); }

std::int64_t value(const ParameterTree& tree, const char* path) { return tree.integer(path, Month(2026, 1)); }

TEST(Newcomers, are_the_own_headcounts_times_the_shares) {
  const ParameterTree stated = by_counts(law(1'000, 100, 5'050));
  EXPECT_EQ(value(stated, "outlook.civil_service_new_members"), 29);
  EXPECT_EQ(value(stated, "outlook.enterprise_reaching_old_age"), 5);
  EXPECT_EQ(value(stated, "outlook.resident_new_payers"), 167) << "166.65";
  const Parameter& residents = *stated.find("outlook.resident_new_payers");
  EXPECT_EQ(residents.values.front().status, Status::assumed);
  EXPECT_EQ(residents.values.front().reference, "5050 x 0.033");
  EXPECT_EQ(residents.origin, by_headcount);
  EXPECT_EQ(residents.uncertainty->low, Value(std::int64_t{101}));
  EXPECT_EQ(residents.uncertainty->high, Value(std::int64_t{253})) << "252.5, half up";
}

TEST(Newcomers, nobody_there_brings_nobody_and_no_range) {
  const ParameterTree stated = by_counts(law(0, 100, 0));
  EXPECT_EQ(value(stated, "outlook.civil_service_new_members"), 0);
  EXPECT_EQ(value(stated, "outlook.resident_new_payers"), 0);
  EXPECT_FALSE(stated.find("outlook.civil_service_new_members")->uncertainty);
}

TEST(Newcomers, what_an_agency_states_stands) {
  ParameterTree tree = law(1'000, 100, 5'000);
  ParameterTree own;
  for (const auto& [path, parameter] : tree.all())
    own.add(path == "outlook.civil_service_new_members" ? number(path, {since_2000(std::int64_t{7})}) : parameter);
  const ParameterTree stated = by_counts(own);
  EXPECT_EQ(value(stated, "outlook.civil_service_new_members"), 7);
  EXPECT_EQ(stated.find("outlook.civil_service_new_members")->origin, "law");
  EXPECT_EQ(value(stated, "outlook.resident_new_payers"), 165);
}

TEST(Newcomers, the_shares_are_used_up_and_nothing_else_changes) {
  const ParameterTree tree = law(1'000, 100, 5'000), stated = by_counts(tree);
  EXPECT_EQ(stated.find("outlook.resident_new_share"), nullptr);
  EXPECT_EQ(stated.all().size() + 3, tree.all().size());
  EXPECT_EQ(value(stated, "counts.resident_payers"), 5'000);
}

TEST(Newcomers, a_roster_is_counted_by_scheme_and_role_over_its_pieces) {
  std::map<std::pair<Scheme, Role>, std::int64_t> heads;
  Roster roster;
  roster.as_of = Month(2024, 12);
  Member member;
  member.scheme = Scheme::resident;
  member.role = Role::payer;
  roster.add(MemberKey::from("R1"), member);
  count_members(roster, heads);
  member.role = Role::pensioner;
  roster.add(MemberKey::from("R2"), member);
  count_members(roster, heads);
  EXPECT_EQ((heads.at({Scheme::resident, Role::payer})), 2);
  EXPECT_EQ((heads.at({Scheme::resident, Role::pensioner})), 1);
}

}  // namespace
}  // namespace disburse
