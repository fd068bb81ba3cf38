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

std::map<MemberKey, Known> known_at_the_end(const Roster& members, Horizon horizon, const Mortality& mortality,
                                            const ProgrammeSet& programmes) {
  const Population population(members, horizon);
  const SurvivalPaths paths = survival_paths(population, mortality);
  std::map<MemberKey, Known> known;
  for (std::size_t c = 0; c < population.cohorts().size(); ++c) {
    const Cohort& cohort = population.cohorts()[c];
    for (std::size_t i = cohort.begin; i < cohort.end; ++i) {
      Member member = population.members().member(i);
      for (const auto& programme : programmes) programme->carry(member);
      known.insert_or_assign(population.members().key[i], Known{paths[c].back(), member.pension});
    }
  }
  return known;
}

/// `evolved`: as they stand at the end of the horizon, with what is known of them.
Roster with_known(Roster evolved, const std::map<MemberKey, Known>& known) {
  for (std::size_t row = 0; row < evolved.size(); ++row) {
    const auto found = known.find(evolved.key[row]);
    if (found == known.end()) continue;  // who waits for the pension was on no roster
    evolved.alive[row] = found->second.alive;
    if (evolved.role[row] == Role::pensioner) evolved.pension[row] = found->second.pension.fen();
  }
  return evolved;
}

}  // namespace

Roster carried_members(const LoadedData& data, const Session& session) {
  const Month to = session.scenario.horizon.end() - 1;
  EXPECT(to.month() == 12 && !session.file);
  Roster roster =
      with_known(evolved_until(opening_members(data, session.law.parameters, session.scenario), session.law.parameters,
                               to, session.scenario.seed),
                 known_at_the_end(session.roster, session.scenario.horizon, *session.mortality, session.programmes));
  roster.source = session.roster.source + ", carried to " + to_string(to);
  roster.digest = digest_of(roster);
  return roster;
}

Roster carried_members(const LoadedData& data, const Scenario& scenario, const ParameterTree& law,
                       std::optional<Scheme> only) {
  const Month to = scenario.horizon.end() - 1;
  EXPECT(to.month() == 12);
  const Roster opening = only ? opening_members(data, law, scenario, *only) : opening_members(data, law, scenario);
  ProgrammeSet programmes;
  for (const ProgrammeDefinition& definition : data.law.programmes)
    programmes.push_back(programme_of(definition, law, data.budget, scenario, opening.as_of));
  const auto mortality = mortality_of(law, data.law.life_tables, scenario.horizon);
  Roster roster = with_known(
      evolved_until(opening, law, to, scenario.seed, only),
      known_at_the_end(members_of(opening, law, scenario, true, only), scenario.horizon, *mortality, programmes));
  roster.digest.clear();
  return roster;
}

}  // namespace disburse
