#include "engine/year_end/carried_members.hpp"

#include <map>

#include "engine/base/error.hpp"
#include "engine/members/population.hpp"
#include "models/outlook.hpp"

namespace disburse {
namespace {

/// What the projection knows of a member at the end of the horizon.
struct Known {
  std::int64_t alive = certain;
  Money pension;
};

std::map<MemberKey, Known> known_at_the_end(const Session& session) {
  const Population population(session.roster, session.scenario.horizon);
  const SurvivalPaths paths = survival_paths(population, *session.mortality);
  std::map<MemberKey, Known> known;
  for (std::size_t c = 0; c < population.cohorts().size(); ++c) {
    const Cohort& cohort = population.cohorts()[c];
    for (std::size_t i = cohort.begin; i < cohort.end; ++i) {
      Member member = population.members().member(i);
      for (const auto& programme : session.programmes) programme->carry(member);
      known.insert_or_assign(population.members().key[i], Known{paths[c].back(), member.pension});
    }
  }
  return known;
}

}  // namespace

Roster carried_members(const LoadedData& data, const Session& session) {
  const Month to = session.scenario.horizon.end() - 1;
  EXPECT(to.month() == 12 && !session.file);
  Roster roster = evolved_until(opening_members(data, session.law.parameters, session.scenario), session.law.parameters,
                                to, session.scenario.seed);
  const std::map<MemberKey, Known> known = known_at_the_end(session);
  for (std::size_t row = 0; row < roster.size(); ++row) {
    const auto found = known.find(roster.key[row]);
    if (found == known.end()) continue;  // who waits for the pension was on no roster
    roster.alive[row] = found->second.alive;
    if (roster.role[row] == Role::pensioner) roster.pension[row] = found->second.pension.fen();
  }
  roster.source = session.roster.source + ", carried to " + to_string(to);
  roster.digest = digest_of(roster);
  return roster;
}

}  // namespace disburse
