// disburse explain: one member's year, with rule, value and source.
#include <nlohmann/json.hpp>

#include "engine/app/commands.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/requests.hpp"
#include "engine/base/reject.hpp"
#include "engine/studies/member_statement.hpp"
#include "outputs/member/award_sheet.hpp"
#include "outputs/member/statement.hpp"
#include "outputs/member/statement_difference.hpp"
#include "outputs/text/doubts.hpp"
#include "scenarios/library/spoken_change.hpp"
#include "scenarios/persons/person_reader.hpp"

namespace disburse {
namespace {

/// The award calculator: no roster and no budget.
std::string person_sheet(const Options& options) {
  const PublishedLaw published = open_law(options.input);
  LoadedData law_alone;
  law_alone.law = published.law;
  law_alone.roster.emplace();  // no counts stand behind one person
  const std::vector<Finding> doubts = doubts_of(law_alone, published.scenario);
  const AwardStatement statement = award_of(published.law, published.scenario, read_person(options.explain.person));
  return options.output.format == Format::json
             ? award_json(statement, published.scenario.name, {manifest_of(published.scenario, published.law), doubts})
             : doubts_text(doubts, options.output.language) + award_table(statement, options.output.language);
}

std::string with_award(const Session& session, const std::string& statement, const AwardStatement& coming,
                       const OutputOptions& options) {
  if (options.format != Format::json) return statement + "\n" + award_table(coming, options.language);
  auto document = nlohmann::ordered_json::parse(statement);
  document["award"] = nlohmann::ordered_json::parse(award_json(coming, session.scenario.name, manifest_of(session)));
  return document.dump(2) + "\n";
}

/// The member under the scenario and under another, which --set does not touch.
std::string against(const Session& session, const StatementRequest& request, const std::vector<Finding>& doubts,
                    const Options& options) {
  InputOptions other = options.input;
  other.scenario = options.explain.against;
  other.sets.clear();
  const Session second = open_session(other);
  const StatementDifference difference = statement_difference(session, second, request);
  return options.output.format == Format::json
             ? difference_json(difference, {manifest_of(second), doubts})
             : doubts_text(doubts, options.output.language) + difference_table(difference, options.output.language);
}

}  // namespace

int command_explain(const Options& options, std::string& out, std::string& talk, Publication&) {
  if (options.output.format == Format::csv) {
    reject_option("--format", "explain has no csv"_m, "a statement is no table"_m, "Choose table or json"_m);
  }
  if (options.explain.member.empty() == options.explain.person.empty()) {
    reject_option("--member", "one of --member and --person is wanted"_m, "a statement is about one person"_m,
                  "Write --member C000001, or --person FILE"_m);
  }
  if (!options.explain.person.empty()) {
    if (!options.explain.against.empty()) {
      reject_option("--against", "--person cannot be held against a scenario"_m, "the award calculator knows one law"_m,
                    "Run it twice, with another --set"_m);
    }
    out = person_sheet(options);
    return exit_done;
  }
  const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  const LoadedData data = load_data(options.input, scenario);
  const Session session = make_session(data, scenario);
  const std::vector<Finding> doubts = doubts_of(data, scenario);
  const StatementRequest request{options.explain.member, plain_text(options.explain.programme),
                                 month_of(options.explain.month, session.scenario.horizon)};
  if (!options.explain.against.empty()) {
    out = against(session, request, doubts, options);
    return exit_done;
  }
  const Statement statement = statement_of(session, request);
  out = options.output.format == Format::json
            ? statement_json(statement, {manifest_of(session), doubts})
            : doubts_text(doubts, options.output.language) + statement_table(statement, options.output.language);
  if (const auto coming = award_to_come(session, request.member)) {
    out = with_award(session, out, *coming, options.output);
  }
  talk.clear();
  return exit_done;
}

}  // namespace disburse
