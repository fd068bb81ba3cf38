#include "engine/app/made_run.hpp"

#include <unistd.h>

#include <ctime>

#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/opened_journal.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/app/requests.hpp"
#include "engine/app/terminal_progress.hpp"
#include "engine/base/reject.hpp"
#include "engine/studies/assumed/band_study.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/outturn_score.hpp"
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

void add_risk(MadeRun& made, const Options& options) {
  const std::unique_ptr<Journal> journal =
      opened_journal(options, journal_identity(manifest_of(made.session), made.session.scenario.name));
  TerminalProgress terminal(options.output);
  made.result.risk = risk_of_session(*made.data, made.session, replicate_request(options), journal.get(),
                                     Listening::listener(terminal));
  made.result.manifest.mode = "stochastic";
  made.result.manifest.replicates = static_cast<int>(made.result.risk->replicates);
}

}  // namespace

RunLog begun_log(const Options& options) {
  return {local_time(), 0.0, host_name(), options.threads, options.command_line, options.command};
}

MadeRun make_run(const Options& options) {
  const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  LoadedData loaded = load_data(options.input, scenario, Members::in_pieces);
  if (options.output.publish) withhold_small_groups(loaded, {scenario}, options.threads);
  const auto data = std::make_shared<const LoadedData>(std::move(loaded));
  if (options.output.report && data->file) {
    reject_option("--report", "cannot be had of members that are read piece by piece"_m,
                  "its sensitivity study works on members in memory"_m, "Leave it out, or take a smaller roster"_m);
  }
  MadeRun made{data, make_session(*data, scenario), {}, {}};
  made.result = run(made.session, options.threads);
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
  if (options.replicates.stochastic) add_risk(made, options);
  return made;
}

}  // namespace disburse
