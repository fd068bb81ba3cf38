#pragma once
// Whom a programme pays (人员分组): members by scheme, role, category, sex and age, each with one of them to look at.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/law/programme_definition.hpp"
#include "engine/members/member.hpp"

namespace disburse {

/// Members who are paid something within the horizon if they live throughout it.
struct MemberGroup {
  Scheme scheme = Scheme::civil_service;
  Role role = Role::pensioner;
  Category category = Category::ordinary;
  Sex sex = Sex::male;
  int from_age = 0;                     ///< whole years in the roster's month, ten to a group
  std::optional<std::int64_t> persons;  ///< absent where there are 1 to 9, or where they would give those away
  std::optional<Money> paid;            ///< all payers, members alive throughout; absent with the count
  std::string member;                   ///< key of one of them; empty with the count
};

/// One component: what it is and what it pays to members alive throughout.
struct ComponentPaid {
  Component component;
  Money paid;
};

struct MemberGroups {
  std::string scenario;
  ProgrammeDefinition programme;
  std::vector<ComponentPaid> components;  ///< in the programme's order
  std::vector<MemberGroup> groups;        ///< by falling amount; hidden ones last
};

}  // namespace disburse
