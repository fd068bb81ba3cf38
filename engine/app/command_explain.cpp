// disburse explain: one member's year, with rule, value and source.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/app/commands.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/session.hpp"
#include "engine/explain.hpp"
#include "engine/statement_difference.hpp"
#include "models/award.hpp"
#include "models/outlook.hpp"
#include "outputs/writers/award_sheet.hpp"
#include "outputs/writers/statement.hpp"
#include "outputs/writers/statement_difference.hpp"
#include "scenarios/person_reader.hpp"

namespace disburse {
namespace {

std::size_t find_member(const Roster& roster, const std::string& key) {
  const std::size_t row = roster.find(key);
  if (row != roster.size()) return row;
  std::string examples;
  for (const std::size_t at : {std::size_t{0}, roster.size() / 2, roster.size() - 1}) {
    if (at < roster.size()) examples += (examples.empty() ? "" : ", ") + std::string(roster.key[at].view());
  }
  reject_option("--member", "no member has the key " + key, "keys are those of the roster",
                "Keys look like " + examples);
}

void check_programme(const Session& session, const std::string& id) {
  if (id.empty()) return;
  std::vector<std::string> known;
  for (const auto& programme : session.programmes) known.push_back(programme->definition().id);
  if (std::find(known.begin(), known.end(), id) != known.end()) return;
  const std::string near = nearest_name(id, known);
  reject_option("--programme", "there is no programme " + id, "the statement would be empty",
                near.empty() ? "See: disburse list programmes" : "Did you mean " + near + "?");
}

void keep_month(Statement& statement, const std::string& text, Horizon horizon) {
  if (text.empty()) return;
  const auto month = Month::parse(text);
  if (!month || !horizon.contains(*month)) {
    reject_option("--month", "\"" + text + "\" is no month of the run", "the run has " + to_string(horizon),
                  "Write it as " + to_string(horizon.first));
  }
  std::erase_if(statement.entries, [&](const StatementEntry& e) { return e.due != *month && e.paid != *month; });
}

/// The award calculator: one hypothetical person under the scenario's law; no roster and no budget.
std::string award_of(const Options& options) {
  Session session = open_law(options);
  apply_scenario(session.law.parameters, session.scenario);
  const Person person = read_person(options.person);
  InputErrors errors;
  check_person(session.law.parameters, person, errors);
  throw_if_any(Door::data, std::move(errors));
  const int until = (session.scenario.horizon.end() - 1).year();
  const AwardStatement statement = award(session.law.parameters, person, until);
  return options.format == Format::json ? award_json(statement, session.scenario.name, manifest_of(session))
                                        : award_table(statement, options.language);
}

/// The award of a member at work who retires within the horizon; nothing for all others.
std::optional<AwardStatement> award_to_come(const Session& session, const Member& member) {
  const Month last = session.scenario.horizon.end() - 1;
  if (member.role != Role::active || member.retired.is_none() || member.retired > last) return std::nullopt;
  return award(session.law.parameters, person_at_award(session.law.parameters, member, session.roster.as_of),
               last.year());
}

std::string with_award(const Session& session, const std::string& statement, const AwardStatement& coming,
                       const Options& options) {
  const std::string& scenario = session.scenario.name;
  if (options.format != Format::json) return statement + "\n" + award_table(coming, options.language);
  auto document = nlohmann::ordered_json::parse(statement);
  document["award"] = nlohmann::ordered_json::parse(award_json(coming, scenario, manifest_of(session)));
  return document.dump(2) + "\n";
}

/// The member's statement under one scenario; nothing where its members do not have the key.
std::optional<Statement> statement_in(const Session& session, const Options& options) {
  const std::size_t row = session.roster.find(options.member);
  if (row == session.roster.size()) return std::nullopt;
  Statement statement = explain(session.programmes, session.law.parameters, options.member, session.roster.member(row),
                                options.programme);
  statement.scenario = session.scenario.name;
  keep_month(statement, options.month, session.scenario.horizon);
  return statement;
}

/// The member under the scenario and under another, which --set does not touch.
std::string against(const Session& session, const Options& options) {
  Options other = options;
  other.scenario = options.against;
  other.sets.clear();
  const Session second = open_session(other);
  if (second.scenario.horizon != session.scenario.horizon) {
    reject_option("--against", options.against + " has another horizon than " + session.scenario.name,
                  "months would be compared with none", "Give both one with --horizon");
  }
  const StatedUnder before{statement_in(session, options), session.law.parameters};
  const StatedUnder after{statement_in(second, options), second.law.parameters};
  if (!before.statement && !after.statement) find_member(session.roster, options.member);  // says which keys there are
  StatementDifference difference = difference_of(options.member, before, after);
  difference.before = session.scenario.name;
  difference.after = second.scenario.name;
  return options.format == Format::json ? difference_json(difference, manifest_of(second))
                                        : difference_table(difference, options.language);
}

}  // namespace

int command_explain(const Options& options, std::string& out, std::string& talk) {
  if (options.format == Format::csv) {
    reject_option("--format", "explain has no csv", "a statement is no table", "Choose table or json");
  }
  if (options.member.empty() == options.person.empty()) {
    reject_option("--member", "one of --member and --person is wanted", "a statement is about one person",
                  "Write --member C000001, or --person FILE");
  }
  if (!options.person.empty()) {
    if (!options.against.empty()) {
      reject_option("--against", "--person cannot be held against a scenario", "the award calculator knows one law",
                    "Run it twice, with another --set");
    }
    out = award_of(options);
    return exit_done;
  }
  const Session session = open_session(options);
  check_programme(session, options.programme);
  if (!options.against.empty()) {
    out = against(session, options);
    return exit_done;
  }
  const std::size_t row = find_member(session.roster, options.member);
  const Statement statement = *statement_in(session, options);
  out = options.format == Format::json ? statement_json(statement, manifest_of(session))
                                       : statement_table(statement, options.language);
  if (const auto coming = award_to_come(session, session.roster.member(row))) {
    out = with_award(session, out, *coming, options);
  }
  talk.clear();
  return exit_done;
}

}  // namespace disburse
