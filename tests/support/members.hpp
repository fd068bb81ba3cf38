#pragma once
// Members made by hand.
#include "engine/members/roster.hpp"

namespace disburse {

/// A member in whom every field has a value of its own, none of them the default, so that a column that is mixed up or
/// left out shows.
inline Member member_unlike_any_default() {
  Member member;
  member.scheme = Scheme::resident;
  member.role = Role::leaver;
  member.sex = Sex::female;
  member.category = Category::lixiu;
  member.hardship = true;
  member.birth = Month(1961, 2);
  member.joined = Month(1983, 4);
  member.retired = Month(2021, 5);
  member.service_months = 457;
  member.pension = 1.01_yuan;
  member.account_pension = 2.02_yuan;
  member.base = 3.03_yuan;
  member.annuity_base = 4.04_yuan;
  member.grade = 505;
  member.alive = certain / 3;
  return member;
}

}  // namespace disburse
