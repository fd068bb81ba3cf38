#pragma once
// Newcomers a year by the size of an agency's own schemes (按本单位人数推定), where it states no number.
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include "engine/law/parameters.hpp"
#include "engine/members/member.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// The origin of a number that was reckoned from headcounts (Parameter::origin).
inline constexpr const char* by_headcount = "headcount";

/// Members of a scheme in a role, at the path of the recipe's count of them.
using Headcount = std::function<std::int64_t(const char* path, Scheme scheme, Role role)>;

/// As the recipe in `tree` counts them (counts.civil_service_active and others); a count that is not there is nobody.
Headcount counts_in(const ParameterTree& tree);
/// As they stand on a roster, of which `members` are a part or all; adds up over parts.
void count_members(const Roster& members, std::map<std::pair<Scheme, Role>, std::int64_t>& into);

/// The tree with a value for each number of newcomers that neither nation, region nor agency states: the members who
/// are there times the law's share (outlook.civil_service_new_share and others), rounded half up, assumed, with the
/// share's range. Without members it is 0 and has no range. The shares themselves are used up: what may be set
/// afterwards is the number. A share's reference may have "{heads}" and "{share}" for what it was reckoned from. The
/// number's origin is by_headcount until somebody changes it.
ParameterTree with_newcomers(const ParameterTree& tree, const Headcount& heads);

}  // namespace disburse
