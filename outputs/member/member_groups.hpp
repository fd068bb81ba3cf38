#pragma once
// Whom a programme pays, as JSON (disburse/members/1).
#include <string>

#include "engine/planning/member_groups.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string member_groups_json(const MemberGroups& groups, Language language);

}  // namespace disburse
