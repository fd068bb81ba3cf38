#pragma once
// The award of a resident (城乡居民待遇核定): base by payer, additions, account.
#include "engine/law/parameters.hpp"
#include "engine/projection/award.hpp"

namespace disburse {

/// The sheet of a resident: base pension by payer, additions for age and for years of contribution, account / 139, what
/// is paid at once for missing years counted in; the standards of later years up to `until`; the funeral grant and what
/// is left of the account where a death is given.
AwardStatement resident_award(const ParameterTree& law, const Person& person, int until);

/// Too young, too few years (none are needed of those who were of age when the scheme began), a death before the award.
void check_resident(const ParameterTree& law, const Person& person, InputErrors& errors);

}  // namespace disburse
