#include "engine/studies/member_statement.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/base/reject.hpp"
#include "engine/law/programme_names.hpp"
#include "engine/session/scenario_law.hpp"
#include "models/award.hpp"
#include "models/outlook.hpp"

namespace disburse {
namespace {

std::size_t find_member(const Roster& roster, const std::string& key) {
  const std::size_t row = roster.find(key);
  if (row != roster.size()) return row;
  std::string examples;
  for (const std::size_t at : {std::size_t{0}, roster.size() / 2, roster.size() - 1}) {
    if (at < roster.size()) examples += (examples.empty() ? "" : ", ") + std::string(roster.key[at].view());
  }
  reject_option("--member", "no member has the key {}"_m(key), "keys are those of the roster"_m,
                "Keys look like {}"_m(examples));
}

/// The identifier of the programme that is asked for; empty where all are.
std::string asked_programme(const Session& session, const std::string& text) {
  if (text.empty()) return "";
  MeantProgramme meant = meant_programme(text, session.law.programmes);
  if (!meant.id.empty()) return meant.id;
  reject_option("--programme", "there is no programme {}"_m(text), "the statement would be empty"_m,
                std::move(meant.remedy));
}

/// Nothing where the scenario's members do not have the key.
std::optional<Statement> statement_in(const Session& session, const StatementRequest& request) {
  const std::string programme = asked_programme(session, request.programme);
  const std::size_t row = session.roster.find(request.member);
  if (row == session.roster.size()) return std::nullopt;
  Statement statement =
      explain(session.programmes, session.law.parameters, request.member, session.roster.member(row), programme);
  statement.scenario = session.scenario.name;
  if (request.month) {
    std::erase_if(statement.entries,
                  [&](const StatementEntry& e) { return e.due != *request.month && e.paid != *request.month; });
  }
  return statement;
}

}  // namespace

Statement statement_of(const Session& session, const StatementRequest& request) {
  asked_programme(session, request.programme);  // told before the member
  find_member(session.roster, request.member);
  return *statement_in(session, request);
}

StatementDifference statement_difference(const Session& before, const Session& after, const StatementRequest& request) {
  asked_programme(before, request.programme);
  if (after.scenario.horizon != before.scenario.horizon) {
    reject_option("--against", "{} has another horizon than {}"_m(after.scenario.name, before.scenario.name),
                  "months would be compared with none"_m, "Give both one with --horizon"_m);
  }
  const StatedUnder first{statement_in(before, request), before.law.parameters};
  const StatedUnder second{statement_in(after, request), after.law.parameters};
  if (!first.statement && !second.statement) find_member(before.roster, request.member);  // says which keys there are
  StatementDifference difference = difference_of(request.member, first, second);
  difference.before = before.scenario.name;
  difference.after = after.scenario.name;
  return difference;
}

std::optional<AwardStatement> award_to_come(const Session& session, const std::string& member_key) {
  const Member member = session.roster.member(find_member(session.roster, member_key));
  const Month last = session.scenario.horizon.end() - 1;
  if (member.role != Role::active || member.retired.is_none() || member.retired > last) return std::nullopt;
  return award(session.law.parameters, person_at_award(session.law.parameters, member, session.roster.as_of),
               last.year());
}

AwardStatement award_of(Law law, const Scenario& scenario, const Person& person) {
  const Month asked = person.retired.is_none() ? person.death.month : person.retired;
  const Month died = person.death.month.is_none() ? asked : person.death.month;
  apply_scenario(law.parameters, scenario, std::max(asked, died));
  InputErrors errors;
  check_person(law.parameters, person, errors);
  throw_if_any(Door::data, std::move(errors));
  return award(law.parameters, person, (scenario.horizon.end() - 1).year());
}

}  // namespace disburse
