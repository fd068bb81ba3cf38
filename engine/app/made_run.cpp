#include "engine/app/made_run.hpp"

#include <unistd.h>

#include <charconv>
#include <ctime>
#include <utility>

#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/opened_journal.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/app/requests.hpp"
#include "engine/app/terminal_progress.hpp"
#include "engine/base/reject.hpp"
#include "engine/storage/part_file.hpp"
#include "engine/studies/assumed/band_study.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/outturn_score.hpp"
#include "engine/studies/parts/part_study.hpp"
#include "engine/studies/publishable.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {
namespace {

std::string local_time() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char text[40];
  const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S%z", &local);
  return {text, size};
}

std::string host_name() {
  char name[256] = {};
  return gethostname(name, sizeof name - 1) == 0 ? name : "";
}

/// A band needs the whole of the budget's year, and some hundred projections of members in memory.
bool can_have_bands(const LoadedData& data, const Session& session) {
  constexpr std::size_t most_members = 300'000;
  const Horizon& horizon = session.scenario.horizon;
  const int year = session.budget.fiscal_year;
  return !data.file && session.roster.size() <= most_members && horizon.contains(Month(year, 1)) &&
         horizon.contains(Month(year, 12));
}

/// The budget as `check` takes it: a file, or the name by which the scenario calls it.
std::string budget_word(const Scenario& scenario) {
  if (!scenario.budget.ends_with(".toml") || scenario.folder.empty()) return scenario.budget;
  return scenario.folder + "/" + scenario.budget;
}

/// What a run in parts is made of: equal in all its parts, and in the run that they are merged to.
std::string part_identity(const Session& session, const Options& options) {
  std::string text = journal_identity(manifest_of(session), session.scenario.name);
  const ReplicateOptions& asked = options.replicates;
  if (!asked.stochastic) return text + "\nexpected value";
  return text + "\nreplicates " + std::to_string(asked.replicates) + ", sets of assumptions " +
         std::to_string(asked.assumptions);
}

/// The parts of this very run. Errors: InputRejected(Door::data).
void check_belong(const std::vector<std::unique_ptr<PartFile>>& parts, const std::string& identity) {
  if (parts.front()->head().identity == identity) return;
  InputErrors errors;
  errors.add({parts.front()->path(), 0, 0}, "",
             "is of a run of:\n{}\nThe same command is now one of:\n{}"_m(parts.front()->head().identity, identity),
             "program, law, budget, scenario or members have changed since"_m,
             "Merge with what the parts were made with, or run them again"_m);
  throw InputRejected(Door::data, std::move(errors));
}

/// Errors: InputRejected(Door::data) by the name of a part that lacks sums.
void join_parts(MadeRun& made, const Options& options) {
  const std::vector<std::unique_ptr<PartFile>> parts = complete_parts(options.run.parts);
  check_belong(parts, part_identity(made.session, options));
  std::vector<const PieceStore*> sums;
  for (const std::unique_ptr<PartFile>& part : parts) sums.push_back(part.get());
  try {
    made.result = joined_run(made.session, sums);
    if (options.replicates.stochastic)
      made.result.risk = joined_risk(*made.data, made.session, replicate_request(options), sums);
  } catch (const PartLacks& lacks) {
    InputErrors errors;
    errors.add({parts[lacks.part()]->path(), 0, 0}, "", "lacks sums that this part has"_m,
               "it was made by another program, or changed"_m, "Run this part again"_m);
    throw InputRejected(Door::data, std::move(errors));
  }
}

void work_out(MadeRun& made, const Options& options) {
  made.result = run(made.session, options.threads);
  if (!options.replicates.stochastic) return;
  const std::unique_ptr<Journal> journal =
      opened_journal(options, journal_identity(manifest_of(made.session), made.session.scenario.name));
  TerminalProgress terminal(options.output);
  made.result.risk = risk_of_session(*made.data, made.session, replicate_request(options), journal.get(),
                                     Listening::listener(terminal));
}

/// "2/7". Errors: InputRejected(Door::command_line).
Share share_of(const std::string& text) {
  const auto slash = text.find('/');
  const auto number = [&](const std::string& digits) {
    std::size_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value);
    return error == std::errc{} && stopped == end ? value : 0;
  };
  const std::size_t index = number(text.substr(0, slash));
  const std::size_t count = slash == std::string::npos ? 0 : number(text.substr(slash + 1));
  if (index == 0 || index > count || count > most_parts) {
    reject_option("--part", "\"{}\" is no part of a run"_m(text),
                  "parts are counted from 1, and {} is the most"_m(most_parts),
                  "Write --part 2/7 for the second of seven"_m);
  }
  return {index - 1, count};
}

/// A part has sums and no result yet.
void refuse_what_needs_all(const Options& options) {
  const std::pair<bool, const char*> of_all[] = {{options.output.report.has_value(), "--report"},
                                                 {options.output.registry.has_value(), "--registry"},
                                                 {!options.run.limits.empty(), "--fail-if"},
                                                 {options.output.format != Format::table, "--format"}};
  for (const auto& [given, name] : of_all) {
    if (given)
      reject_option(name, "cannot be had of a part of a run"_m, "a part has sums, and no result yet"_m,
                    "Write it behind `disburse merge`"_m);
  }
  if (!options.output.out)
    reject_option("--part", "names no file"_m, "the sums of a part are merged from a file"_m, "Add --out FILE"_m);
}

/// What is read for a run, whole or in parts.
std::shared_ptr<const LoadedData> loaded_data(const Options& options, const Scenario& scenario) {
  LoadedData loaded = load_data(options.input, scenario, Members::in_pieces);
  if (options.output.publish) withhold_small_groups(loaded, {scenario}, options.threads);
  return std::make_shared<const LoadedData>(std::move(loaded));
}

}  // namespace

RunLog begun_log(const Options& options) {
  return {local_time(), 0.0, host_name(), options.threads, options.command_line, options.command};
}

MadeRun make_run(const Options& options) {
  const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  const auto data = loaded_data(options, scenario);
  if (options.output.report && data->file) {
    reject_option("--report", "cannot be had of members that are read piece by piece"_m,
                  "its sensitivity study works on members in memory"_m, "Leave it out, or take a smaller roster"_m);
  }
  MadeRun made{data, make_session(*data, scenario), {}, {}};
  options.run.parts.empty() ? work_out(made, options) : join_parts(made, options);
  if (made.result.risk) {
    made.result.manifest.mode = "stochastic";
    made.result.manifest.replicates = static_cast<int>(made.result.risk->replicates);
  }
  add_doubts(made.result, *data);
  made.beside = {{},
                 made.session.budget.fiscal_year - 1,
                 outturn_score(made.result, made.session),
                 next_command(options.input.agency, {"check", budget_word(scenario)}),
                 next_command(options.input.agency, {"check", "--ranges", options.input.scenario})};
  if (options.run.bands && can_have_bands(*data, made.session)) {
    TerminalProgress terminal(options.output);
    made.beside.bands = bands(data, scenario, made.result.fiscal_year, options.threads, Listening::listener(terminal));
  }
  return made;
}

void make_part(const Options& options, Publication& files) {
  refuse_what_needs_all(options);
  PartRequest request{share_of(options.run.part), std::nullopt, options.threads};
  if (options.replicates.stochastic) request.replicates = replicate_request(options);
  files.claim(*options.output.out);
  const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  const auto data = loaded_data(options, scenario);
  const Session session = make_session(*data, scenario);
  const std::unique_ptr<Journal> journal =
      request.replicates ? opened_journal(options, journal_identity(manifest_of(session), session.scenario.name))
                         : nullptr;
  // Whether rows are read piece by piece is no part of a command, and decides what stands beside a run.
  const std::string command = options.command + (options.input.stream ? " --stream" : "");
  PartWriter into(files.open(*options.output.out, [](const std::filesystem::path& path) { const PartFile read(path); }),
                  {request.share, command, part_identity(session, options)});
  TerminalProgress terminal(options.output);
  work_on_part(*data, session, request, into, journal.get(), Listening::listener(terminal));
  into.finish();
}

}  // namespace disburse
