// disburse run: the main job.
#include <chrono>

#include "engine/app/commands.hpp"
#include "engine/app/issuing.hpp"
#include "engine/app/limit.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/made_run.hpp"
#include "engine/app/reporting.hpp"
#include "engine/app/run_agencies.hpp"
#include "engine/base/reject.hpp"
#include "engine/comparison/small_cells.hpp"
#include "engine/studies/assumed/turning_readings.hpp"
#include "engine/studies/cash_calendar.hpp"
#include "engine/studies/sensitivity/sensitivity_study.hpp"
#include "outputs/run/run_csv.hpp"
#include "outputs/run/run_folder.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/run/run_table.hpp"
#include "outputs/text/doubts.hpp"

namespace disburse {
namespace {

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
  tornado.year = result.fiscal_year;
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
  if (!options.input.agencies.empty()) return run_agencies(options, out, talk, files);
  if (!options.run.group.empty())
    reject_option("--group", "names no group"_m, "a single agency is run"_m, "Name the agencies, as -A A -A B"_m);
  if (options.input.stream && !options.input.roster)
    reject_option("--stream", "names no roster"_m, "members that the recipe makes stand in memory"_m,
                  "Add --roster FILE"_m);
  if (!options.run.part.empty()) {
    make_part(options, files);
    if (!options.output.quiet)
      talk += say(options.output.language, "本块的结果已写入 ", "the part stands in ") + *options.output.out + "\n";
    return exit_done;
  }
  const auto begun = std::chrono::steady_clock::now();
  RunLog log = begun_log(options);
  // Taken before the work, so that a name that is not free costs nothing.
  if (options.output.out) files.claim(*options.output.out);
  if (options.output.report) files.claim(*options.output.report);
  MadeRun made = make_run(options);
  RunResult& result = made.result;
  const std::vector<std::string> crossed = crossed_limits(result, options.run.limits);
  if (options.output.registry) enter(*options.output.registry, issued_by(result, "run", issued_on(options)), files);
  if (options.output.publish) hide_small_cells(result);
  out = answer(result, made.beside, options);
  if (options.output.format == Format::csv) talk += doubts_text(result.findings, options.output.language);
  if (options.output.out) {
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
    log.seconds = spent.count();
    write_run_folder(result, log, files.at(*options.output.out), made.beside);
    if (!options.output.quiet)
      talk += say(options.output.language, "结果已写入 ", "the run stands in ") + *options.output.out + "\n";
  }
  if (options.output.report) {
    report_of(result, made.beside, made.data, made.session, options, files);
    if (!options.output.quiet) talk += report_stands(*options.output.report, options.output.language);
  }
  for (const std::string& limit : crossed)
    talk += say(options.output.language, "超出限值：", "limit crossed: ") + limit + "\n";
  return crossed.empty() ? exit_done : exit_limit;
}

}  // namespace disburse
