#include "engine/session/session.hpp"
#include "engine/session/mortality_months.hpp"

#include <algorithm>

#include "build_info.hpp"
#include "engine/base/error.hpp"
#include "engine/law/furthest_year.hpp"
#include "engine/law/parameter_names.hpp"
#include "engine/law/withholding.hpp"
#include "engine/members/population.hpp"
#include "engine/session/member_pieces.hpp"
#include "engine/session/reading_months.hpp"
#include "engine/session/scenario_law.hpp"
#include "models/outlook.hpp"
#include "models/programme_factory.hpp"
#include "models/shapes/shapes.hpp"

namespace disburse {
namespace {

void check_switches(const Scenario& scenario, const Law& law) {
  InputErrors errors;
  std::vector<std::string> known;
  for (const ProgrammeDefinition& programme : law.programmes) known.push_back(programme.id);
  for (const Switch& off : scenario.switched_off) {
    if (std::find(known.begin(), known.end(), off.programme) != known.end()) continue;
    const std::string near = nearest_name(off.programme, known);
    errors.add(off.place, "programme", "there is no programme {}"_m(off.programme),
               "a switch of nothing changes nothing"_m,
               near.empty() ? "See disburse list programmes"_m : "Did you mean {}?"_m(near));
  }
  throw_if_any(Door::data, std::move(errors));
}

void check_horizon(const Roster& roster, const Scenario& scenario) {
  constexpr int most_back = 24;  // months; mortality tells of deaths before the roster, nothing of those who moved
  const Horizon& horizon = scenario.horizon;
  const Month after = roster.as_of + 1;
  const bool begins_well = after - most_back <= horizon.first && horizon.first <= after;
  if (begins_well && (horizon.end() - 1).year() <= furthest_year) return;
  InputErrors errors;
  errors.add({scenario.horizon_origin, 0, 0}, "horizon",
             begins_well ? "{} goes beyond {}"_m(to_string(horizon), furthest_year)
             : horizon.first > after
                 ? "{} does not begin in the month after the roster, {}"_m(to_string(horizon), to_string(after))
                 : "{} begins more than {} months before the members were counted, at the end of {}"_m(
                       to_string(horizon), most_back, to_string(roster.as_of)),
             begins_well ? "the assumptions about growth and new members are not meant for so long"_m
             : horizon.first > after
                 ? "members are known as they stood at the end of {}"_m(to_string(roster.as_of))
                 : "those who died before are expected by mortality; who moved or joined so long ago is not known"_m,
             "Choose months from {} on, as {}..2030-12"_m(to_string(after), to_string(after)));
  throw InputRejected(scenario.horizon_origin.starts_with('-') || scenario.horizon_origin.starts_with("DISBURSE_")
                          ? Door::command_line
                          : Door::data,
                      std::move(errors));
}

bool is_off(const Scenario& scenario, const std::string& programme) {
  return std::any_of(scenario.switched_off.begin(), scenario.switched_off.end(),
                     [&](const Switch& off) { return off.programme == programme; });
}

}  // namespace

RosterHead members_head(const LoadedData& data) {
  if (data.roster) return {data.roster->as_of, data.roster->evolves_from, {}, {}};
  if (data.file) return {data.file->head().as_of, data.file->head().evolves_from, {}, {}};
  return {data.recipe.as_of, Month::none(), {}, {}};
}

Month members_as_of(const LoadedData& data) { return members_head(data).as_of; }

Roster opening_members(const LoadedData& data, const ParameterTree& law, const Scenario& scenario) {
  if (data.stock) return data.stock->members(law, std::nullopt);
  if (data.roster) return *data.roster;
  // Who the members are does not depend on a what-if about their mortality: the recipe sees the law as published.
  return data.synthesized->roster(data.recipe, law, *data.mortality, scenario.seed);
}

Roster opening_members(const LoadedData& data, const ParameterTree& law, const Scenario& scenario, Scheme scheme) {
  if (data.stock) return data.stock->members(law, scheme);
  if (data.roster) return members_in(*data.roster, scheme);
  return data.synthesized->roster(data.recipe, law, *data.mortality, scenario.seed, scheme);
}

Roster members_in(const Roster& roster, Scheme scheme) {
  Roster own = roster.head();
  for (std::size_t i = 0; i < roster.size(); ++i) {
    if (roster.scheme[i] == scheme) own.add(roster.key[i], roster.member(i));
  }
  return own;
}

Population population_of(const Roster& opening, const ParameterTree& law, const Scenario& scenario,
                         std::optional<Scheme> only) {
  if (scenario.horizon.end() - 1 < outlook_begins(opening) && !moves_in_first_year(opening, law)) {
    check_horizon(opening, scenario);
    return {opening, scenario.horizon};
  }
  return {members_of(opening, law, scenario, true, only), scenario.horizon};
}

Roster members_of(Roster opening, const ParameterTree& law, const Scenario& scenario, bool newcomers,
                  std::optional<Scheme> only) {
  check_horizon(opening, scenario);
  return with_outlook(std::move(opening), law, scenario.horizon.end() - 1, scenario.seed, newcomers, only);
}

namespace {

/// Whether payments rest on what the roster states in yuan: such amounts are of its date, and to have them earlier
/// every adjustment would have to be undone.
bool rests_on_amounts(const ProgrammeDefinition& definition) {
  if (definition.shape == Shape::formula) return true;
  if (definition.shape != Shape::member) return false;
  return std::any_of(definition.members.grants.begin(), definition.members.grants.end(), [](const Grant& grant) {
    switch (grant.amount.base) {
      case AmountBase::pension:
      case AmountBase::account_pension:
      case AmountBase::base:
      case AmountBase::annuity_base: return true;
      default: return false;
    }
  });
}

}  // namespace

Month projected_from(const ProgrammeDefinition& definition, Month as_of, Horizon horizon) {
  return rests_on_amounts(definition) ? std::max(horizon.first, as_of + 1) : horizon.first;
}

namespace {

/// Whether the programme pays by pensions that civil servants at work will be awarded.
bool pays_by_awards(const ProgrammeDefinition& definition) {
  if (definition.scheme && *definition.scheme != Scheme::civil_service) return false;
  const auto by_pension = [](const Grant& grant) {
    return grant.amount.base == AmountBase::pension || grant.amount.base == AmountBase::account_pension;
  };
  const std::vector<Grant>& grants = definition.members.grants;
  return definition.shape == Shape::formula ||
         (definition.shape == Shape::member && std::any_of(grants.begin(), grants.end(), by_pension));
}

/// Errors: InputRejected(Door::data) where members retire after the roster's year on pensions that a programme pays
/// and no layer of the law has rules for.
void check_awards(const Session& session) {
  const std::vector<std::string> missing = undeclared_for_awards(session.law.parameters);
  if (missing.empty() || session.scenario.horizon.end() - 1 < outlook_begins(session.roster)) return;
  std::string list;
  for (const std::string& path : missing) list += (list.empty() ? "" : ", ") + path;
  InputErrors errors;
  for (const ProgrammeDefinition& definition : session.law.programmes) {
    if (!pays_by_awards(definition)) continue;
    errors.add(
        definition.place, definition.id,
        "from {} on it pays pensions that are awarded by {} parameters which no layer of the law declares: {}"_m(
            to_string(outlook_begins(session.roster)), missing.size(), list),
        "members at work retire after the roster's year"_m,
        "Name the region in agency.toml, declare them in the agency's folder, or leave the programme out (left_out)"_m);
  }
  throw_if_any(Door::data, std::move(errors));
}

template <class N>
std::unique_ptr<ProgrammeBase<N>> programme_under(const ContextOf<N>& context, const Scenario& scenario, Month as_of) {
  if (is_off(scenario, context.definition.id)) return make_switched_off(context);
  const Horizon all = context.horizon;
  const int later = std::min(projected_from(context.definition, as_of, all) - all.first, all.count);
  if (later == all.count) return make_switched_off(context);
  const Horizon own{all.first + later, all.count - later};
  auto made = std::move(make_programmes({context.definition}, context.law, context.budget, own).front());
  auto whole = later == 0 ? std::move(made) : make_later(std::move(made), context);
  if (!withholds(context.definition)) return whole;
  using Kept = std::conditional_t<std::is_same_v<N, Exact>, Withholding, WithholdingOf<N>>;
  return std::make_unique<Kept>(context, std::move(whole));
}

}  // namespace

std::unique_ptr<Programme> programme_of(const ProgrammeDefinition& definition, const ParameterTree& law,
                                        const Budget& budget, const Scenario& scenario, Month as_of) {
  return programme_under<Exact>({definition, law, budget, scenario.horizon}, scenario, as_of);
}

std::unique_ptr<SmoothProgramme> programme_of(const ProgrammeDefinition& definition, const SmoothLaw& law,
                                              const Budget& budget, const Scenario& scenario, Month as_of) {
  return programme_under<Smooth>({definition, law, budget, scenario.horizon}, scenario, as_of);
}

namespace {

void take_members(Session& session, const LoadedData& data, Digest digest) {
  if (data.file) {
    session.file = data.file;
    session.roster = data.file->head();
    session.opening = data.file->size();
    check_horizon(session.roster, session.scenario);
    return;
  }
  Roster opening = opening_members(data, session.law.parameters, session.scenario);
  if (digest == Digest::wanted && opening.digest.empty()) opening.digest = digest_of(opening);
  session.opening = opening.size();
  if (opening.size() <= most_made_anew && session.scenario.horizon.end() - 1 >= outlook_begins(opening))
    session.handed_in = std::make_shared<const Roster>(opening);
  session.roster = members_of(std::move(opening), session.law.parameters, session.scenario);
}

}  // namespace

namespace {

Session session_of(const LoadedData& data, const Scenario& scenario, Digest digest) {
  Session session;
  session.scenario = scenario;
  session.law = data.law;
  session.document = data.document;
  session.budget_digest = data.budget_digest;
  session.budget = data.budget;
  InputErrors errors;
  check_unknowns(session.law.parameters, data.unknowns, errors);
  throw_if_any(Door::data, std::move(errors));
  session.scenario.title = with_names(scenario.title, session.law.parameters);
  apply_scenario(session.law.parameters, scenario);
  check_reading_months(session.law.parameters, scenario, members_head(data));
  session.mortality = mortality_of(session.law.parameters, session.law.life_tables,
                                   mortality_months(scenario.horizon, members_as_of(data)));
  take_members(session, data, digest);
  check_switches(scenario, session.law);
  check_awards(session);
  for (const ProgrammeDefinition& definition : session.law.programmes) {
    session.programmes.push_back(
        programme_of(definition, session.law.parameters, session.budget, scenario, session.roster.as_of));
  }
  return session;
}

/// True for what --set changed.
bool is_typed(const Override& change) { return change.origin == "--set"; }

}  // namespace

Session make_session(const LoadedData& data, const Scenario& scenario, Digest digest) {
  try {
    return session_of(data, scenario, digest);
  } catch (const InputRejected& rejected) {
    Scenario untyped = scenario;
    if (rejected.door() != Door::data || std::erase_if(untyped.overrides, is_typed) == 0) throw;
    try {
      session_of(data, untyped, Digest::left_out);
    } catch (const InputRejected&) {
      throw rejected;  // the files are at fault by themselves
    }
    throw InputRejected(Door::command_line, rejected.errors());
  }
}

Manifest manifest_of(const Session& session) {
  return {build::version,
          build::commit,
          session.scenario.seed,
          0,
          "expected",
          session.scenario.horizon,
          session.scenario.digest,
          session.law.digest,
          session.budget_digest,
          session.roster.digest};
}

Manifest manifest_of(const Scenario& scenario, const Law& law) {
  return {build::version,   build::commit,   scenario.seed, 0,  "expected",
          scenario.horizon, scenario.digest, law.digest,    "", ""};
}

std::string journal_identity(const Manifest& manifest, const std::string& scenario) {
  return "program " + manifest.version + " " + manifest.commit + "\nscenario " + scenario + " " +
         manifest.scenario_digest + "\nlaw " + manifest.law_digest + "\nbudget " + manifest.budget_digest +
         "\nroster " + manifest.roster_digest + "\nhorizon " + to_string(manifest.horizon.first) + " " +
         std::to_string(manifest.horizon.count) + "\nseed " + std::to_string(manifest.seed);
}

}  // namespace disburse
