#pragma once
// The outlook (人口展望): how the members of a roster go on after its first year, by law and by stated assumptions.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/derivatives/smooth_law.hpp"
#include "engine/derivatives/smooth_members.hpp"
#include "engine/law/parameters.hpp"
#include "engine/members/roster.hpp"
#include "engine/projection/award.hpp"

namespace disburse {

/// The month from which members go on by assumptions; until then they are those of the roster. At once where the roster
/// was carried on.
Month outlook_begins(const RosterHead& roster);

/// Whether the law moves members already in the roster's first year: the residents' pension age is another than the one
/// under which they were counted.
bool moves_in_first_year(const RosterHead& roster, const ParameterTree& law);

/// The roster with all that the months after its first year need:
/// - members at work get their month of retirement from birth month and law (and the flexible choice that is assumed),
///   and their pension at award;
/// - payers get the month of the pension age, what they have paid for until then, and the account pension, for which
///   years that are lacking are paid up at once (assumed);
/// - new members at work, new payers and enterprise employees who will retire are added year by year.
/// The first year stays as it is: who would leave in it has been replaced by a newcomer at its end. Under another
/// pension age of residents than that of the roster (moves_in_first_year), payers draw it, and those counted as
/// reaching it, when they reach that age. `last` is the last month projected; nothing else changes when it lies within
/// the first year. The digest stays that of the roster given: what is added follows from law, scenario and seed. How a
/// member goes on depends on no other, so that a roster may go on in pieces; `newcomers` says with which of them those
/// are added who join. With `only` the roster holds members of one scheme, and newcomers of that scheme alone are
/// added.
Roster with_outlook(Roster roster, const ParameterTree& law, Month last, std::uint64_t seed, bool newcomers = true,
                    std::optional<Scheme> only = std::nullopt);

/// The members as they stand at the end of `to`, for a roster of that month: as with_outlook leaves them, with those
/// who joined by then, and with enterprise employees who have reached the old age and wait for their pension. Members
/// at work and payers who have retired stand as such; amounts and the chance to be alive are still those of before.
/// With `only` the roster holds members of one scheme, as in with_outlook.
Roster evolved_until(Roster roster, const ParameterTree& law, Month to, std::uint64_t seed,
                     std::optional<Scheme> only = std::nullopt);

/// The amounts that with_outlook gave to the members, in smooth numbers: pensions at award, accounts, bases of
/// newcomers. When and whether a member retires stays as it is.
void smooth_outlook(SmoothMembers& members, const SmoothLaw& law, Month last);

/// What awards of the civil service read and no layer of `law` declares. Where anything is missing, with_outlook leaves
/// the pensions at award at nothing: who pays by them has to ask here first.
std::vector<std::string> undeclared_for_awards(const ParameterTree& law);

/// How the award of a member at work, as with_outlook left it, comes about: the person with the assumptions for missing
/// data. `member` retires within the horizon; `as_of` is the roster's month.
Person person_at_award(const ParameterTree& law, const Member& member, Month as_of);

}  // namespace disburse
