#include "engine/studies/main_job.hpp"

#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "engine/budget/check.hpp"
#include "engine/comparison/budget_variance.hpp"
#include "engine/comparison/control.hpp"
#include "engine/comparison/documents.hpp"
#include "engine/members/population.hpp"
#include "engine/projection/years.hpp"
#include "engine/session/member_pieces.hpp"
#include "models/outlook.hpp"

namespace disburse {
namespace {

using AgeGroups = std::map<std::pair<Scheme, int>, AgeBand>;

void add_ages(AgeGroups& groups, const Roster& roster) {
  constexpr int width = 5;
  constexpr int months_a_year = 12;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const Member member = roster.member(i);
    if (member.role != Role::pensioner || member.retired > roster.as_of) continue;
    const int from = (roster.as_of - member.birth) / months_a_year / width * width;
    AgeBand& group = groups.try_emplace({member.scheme, from}, AgeBand{member.scheme, from, 0.0, 0.0}).first->second;
    (member.sex == Sex::male ? group.men : group.women) +=
        static_cast<double>(member.alive) / static_cast<double>(certain);
  }
}

std::vector<AgeBand> age_bands(const AgeGroups& groups) {
  std::vector<AgeBand> list;
  for (const auto& [key, group] : groups) list.push_back(group);
  return list;
}

/// The programmes that a paper concerns, under the law without it.
struct WithoutPaper {
  Repeal& repeal;
  const Session& session;
  bool remade = false;  // its members are others
  ParameterTree law;
  ProgrammeSet programmes;
  std::optional<Projector> projector;

  WithoutPaper(Repeal& left_out, const Session& of, const IrregularPlan& irregular)
      : repeal(left_out), session(of), law(of.law.parameters) {
    InputErrors errors;
    for (const Override& change : repeal.changes) law.override_value(change, errors);
    EXPECT(errors.empty());
    remade = can_be_made_anew(session) && makes_members(repeal, session.law.programmes);
    for (std::size_t p = 0; p < session.programmes.size(); ++p) {
      const ProgrammeDefinition& definition = session.programmes[p]->definition();
      if (!remade && !concerns(repeal, definition)) continue;
      programmes.push_back(programme_of(definition, law, session.budget, session.scenario, session.roster.as_of));
      repeal.programmes.push_back(p);
    }
    projector.emplace(programmes, session.scenario.horizon, irregular, Flows::left_out);
  }

  void add(const Population& members, int threads) {
    if (!remade) projector->add(members, *session.mortality, threads);
  }

  void close(int threads) {
    if (remade) {
      each_piece_under(law, session, [&](const Roster& members) {
        projector->add(Population(members, session.scenario.horizon), *session.mortality, threads);
      });
    }
    repeal.components = projector->close().components;
    for (ComponentYear& paid : repeal.components) paid.programme = repeal.programmes[paid.programme];
  }
};

/// Papers by which members are made can be left out where the members can be made again.
std::vector<Repeal> definable(const Session& session) {
  std::vector<Repeal> repeals = repeals_of(session.law.parameters, session.scenario.horizon);
  const bool goes_on = session.scenario.horizon.end() - 1 >= outlook_begins(session.roster);
  if (!goes_on || can_be_made_anew(session)) return repeals;
  std::erase_if(repeals, [&](const Repeal& one) { return makes_members(one, session.law.programmes); });
  return repeals;
}

}  // namespace

RunResult run(const Session& session, int threads, Papers papers) {
  const Horizon horizon = session.scenario.horizon;
  const IrregularPlan irregular = irregularities(session.law.parameters, horizon);
  Projector projector(session.programmes, horizon, irregular);
  AgeGroups ages;
  std::vector<Repeal> repeals = papers == Papers::told ? definable(session) : std::vector<Repeal>();
  std::deque<WithoutPaper> without;
  for (Repeal& repeal : repeals) without.emplace_back(repeal, session, irregular);
  each_piece(session, [&](const Roster& members) {
    add_ages(ages, members);
    const Population population(members, horizon);
    projector.add(population, *session.mortality, threads);
    for (WithoutPaper& one : without) one.add(population, threads);
  });
  for (WithoutPaper& one : without) one.close(threads);
  Projection projection = projector.close();
  RunResult result;
  result.scenario = session.scenario;
  result.manifest = manifest_of(session);
  result.ledger = std::move(projection.ledger);
  result.components = std::move(projection.components);
  result.population = std::move(projection.population);
  result.contributors = std::move(projection.contributors);
  result.ages = age_bands(ages);
  result.findings = check(session.document);
  for (const auto& [path, parameter] : session.law.parameters.all()) result.parameters.push_back(parameter);
  compare(result, session.programmes, session.budget, session.law.parameters);
  result.years = years_of(result, session.programmes, session.budget);
  if (result.years.size() > 1) result.carried = carried_values(result, session.programmes, session.law.parameters);
  if (papers == Papers::told)
    result.documents = spend_by_document(result, session.programmes, session.law.parameters, repeals);
  check_control(result, session.budget);
  return result;
}

}  // namespace disburse
