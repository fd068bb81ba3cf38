// disburse run: the main job.
#include <unistd.h>

#include <chrono>
#include <ctime>

#include "engine/app/commands.hpp"
#include "engine/app/issuing.hpp"
#include "engine/app/limit.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/opened_journal.hpp"
#include "engine/app/reporting.hpp"
#include "engine/app/requests.hpp"
#include "engine/app/terminal_progress.hpp"
#include "engine/base/reject.hpp"
#include "engine/comparison/small_cells.hpp"
#include "engine/studies/assumed/band_study.hpp"
#include "engine/studies/assumed/turning_readings.hpp"
#include "engine/studies/cash_calendar.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/outturn_score.hpp"
#include "engine/studies/publishable.hpp"
#include "engine/studies/risk_study.hpp"
#include "engine/studies/sensitivity/sensitivity_study.hpp"
#include "outputs/run/run_csv.hpp"
#include "outputs/run/run_folder.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/run/run_table.hpp"
#include "outputs/text/doubts.hpp"

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

std::string answer(const RunResult& result, const RunBeside& beside, const Options& options) {
  switch (options.output.format) {
    case Format::json: return run_json(result, options.output.language, beside);
    case Format::csv: return programmes_csv(result);
    case Format::html:
    case Format::table: break;
  }
  return run_table(result, options.output.language, options.output.colour, beside);
}

/// The run with its tornado and its pay days.
void report_of(const RunResult& result, const RunBeside& sure, const std::shared_ptr<const LoadedData>& data,
               const Session& session, const Options& options, Publication& files) {
  SensitivityRequest tornado;
  tornado.threads = options.threads;
  const BesideRun beside{{study(data, session.scenario, tornado)},
                         {cash_calendar(session, result, pay_calendar_of(options.input, session.law))},
                         sure};
  const Language language = options.output.language;
  const ReportTerms terms{language, {report_command(options.command, language)}};
  DoubtedManifest of_study = doubted_manifest(result);
  for (Finding& note : turning_readings(data, session.scenario, result.fiscal_year))
    of_study.doubts.push_back(std::move(note));
  write_report(run_content(result, beside, terms),
               {calculation_paper(result, sure), study_paper(beside.studies.front(), of_study, &result)},
               files.at(*options.output.report), language);
}

}  // namespace

int command_run(const Options& options, std::string& out, std::string& talk, Publication& files) {
  const auto begun = std::chrono::steady_clock::now();
  RunLog log{local_time(), 0.0, host_name(), options.threads, options.command_line, options.command};
  // Taken before the work, so that a name that is not free costs nothing.
  if (options.output.out) files.claim(*options.output.out);
  if (options.output.report) files.claim(*options.output.report);
  if (options.input.stream && !options.input.roster)
    reject_option("--stream", "names no roster"_m, "members that the recipe makes stand in memory"_m,
                  "Add --roster FILE"_m);
  const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  LoadedData loaded = load_data(options.input, scenario, Members::in_pieces);
  if (options.output.publish) withhold_small_groups(loaded, {scenario}, options.threads);
  const auto data = std::make_shared<const LoadedData>(std::move(loaded));
  if (options.output.report && data->file) {
    reject_option("--report", "cannot be had of members that are read piece by piece"_m,
                  "its sensitivity study works on members in memory"_m, "Leave it out, or take a smaller roster"_m);
  }
  const Session session = make_session(*data, scenario);
  RunResult result = run(session, options.threads);
  add_doubts(result, *data);
  RunBeside beside{{}, result.fiscal_year - 1, outturn_score(result, session)};
  if (options.run.bands && can_have_bands(*data, session)) {
    TerminalProgress terminal(options.output);
    beside.bands = bands(data, scenario, result.fiscal_year, options.threads, Listening::listener(terminal));
  }
  if (options.replicates.stochastic) {
    const std::unique_ptr<Journal> journal =
        opened_journal(options, journal_identity(manifest_of(session), session.scenario.name));
    TerminalProgress terminal(options.output);
    result.risk =
        risk_of_session(*data, session, replicate_request(options), journal.get(), Listening::listener(terminal));
    result.manifest.mode = "stochastic";
    result.manifest.replicates = static_cast<int>(result.risk->replicates);
  }
  const std::vector<std::string> crossed = crossed_limits(result, options.run.limits);
  if (options.output.registry) enter(*options.output.registry, issued_by(result, "run", issued_on(options)), files);
  if (options.output.publish) hide_small_cells(result);
  out = answer(result, beside, options);
  if (options.output.format == Format::csv) talk += doubts_text(result.findings, options.output.language);
  if (options.output.out) {
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
    log.seconds = spent.count();
    write_run_folder(result, log, files.at(*options.output.out), beside);
    if (!options.output.quiet)
      talk += say(options.output.language, "结果已写入 ", "the run stands in ") + *options.output.out + "\n";
  }
  if (options.output.report) {
    report_of(result, beside, data, session, options, files);
    if (!options.output.quiet) talk += report_stands(*options.output.report, options.output.language);
  }
  for (const std::string& limit : crossed)
    talk += say(options.output.language, "超出限值：", "limit crossed: ") + limit + "\n";
  return crossed.empty() ? exit_done : exit_limit;
}

}  // namespace disburse
