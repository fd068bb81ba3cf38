// disburse run: the main job.
#include <unistd.h>

#include <chrono>
#include <ctime>

#include "engine/app/commands.hpp"
#include "engine/app/issuing.hpp"
#include "engine/app/limit.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/reporting.hpp"
#include "engine/app/risk_run.hpp"
#include "engine/app/session.hpp"
#include "engine/app/studying.hpp"
#include "engine/cash.hpp"
#include "engine/small_cells.hpp"
#include "engine/support/files.hpp"
#include "outputs/writers/cash.hpp"
#include "outputs/writers/run_csv.hpp"
#include "outputs/writers/run_folder.hpp"
#include "outputs/writers/run_json.hpp"
#include "outputs/writers/run_table.hpp"
#include "outputs/writers/study.hpp"
#include "scenarios/pay_calendar_reader.hpp"

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

std::string answer(const RunResult& result, const Options& options) {
  switch (options.format) {
    case Format::json: return run_json(result);
    case Format::csv: return programmes_csv(result);
    case Format::html:
    case Format::table: break;
  }
  return run_table(result, options.language, options.colour);
}

/// The run with its tornado and its pay days.
void report_of(const RunResult& result, const std::shared_ptr<const LoadedData>& data, const Session& session,
               const Options& options) {
  Options plain = options;
  plain.method = "tornado";
  plain.stochastic = false;
  CashPlan cash = cash_plan(
      result.ledger, session.law.programmes,
      read_pay_calendar(session.paths.calendars() / (session.scenario.forms + ".toml"), session.law.programmes),
      session.scenario.horizon.first, [](std::size_t, Month) { return 1.0; });
  cash.scenario = session.scenario.name;
  const std::vector<Json> others{Json::parse(study_json(study(data, session.scenario, plain), result.manifest)),
                                 Json::parse(cash_json(cash, result.manifest))};
  write_report(Json::parse(run_json(result)), others, *options.report, options.language);
}

}  // namespace

int command_run(const Options& options, std::string& out, std::string& talk) {
  const auto begun = std::chrono::steady_clock::now();
  RunLog log{local_time(), 0.0, host_name(), options.threads, options.command_line};
  // Asked before the work, so that a taken folder costs nothing.
  if (options.out && std::filesystem::exists(std::filesystem::symlink_status(*options.out))) {
    throw FolderExists(*options.out);
  }
  check_report_folder(options);
  if (options.stream && !options.roster)
    reject_option("--stream", "names no roster", "members that the recipe makes stand in memory", "Add --roster FILE");
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario, Members::in_pieces));
  if (options.report && data->file) {
    reject_option("--report", "cannot be had of members that are read piece by piece",
                  "its sensitivity study works on members in memory", "Leave it out, or take a smaller roster");
  }
  const Session session = make_session(*data, scenario);
  RunResult result = run(session, options.threads);
  if (options.stochastic) {
    result.risk = risk_of_session(data, session, options);
    result.manifest.mode = "stochastic";
    result.manifest.replicates = static_cast<int>(result.risk->replicates);
  }
  const std::vector<std::string> crossed = crossed_limits(result, options.limits);
  if (options.registry) Registry(*options.registry).add(issued_by(result, "run", issued_on(options)));
  if (options.publish) hide_small_cells(result);
  out = answer(result, options);
  if (options.out) {
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
    log.seconds = spent.count();
    write_run_folder(result, log, *options.out);
    if (!options.quiet) talk += say(options.language, "结果已写入 ", "the run stands in ") + *options.out + "\n";
  }
  if (options.report) {
    report_of(result, data, session, options);
    if (!options.quiet) talk += report_stands(*options.report, options.language);
  }
  for (const std::string& limit : crossed)
    talk += say(options.language, "超出限值：", "limit crossed: ") + limit + "\n";
  return crossed.empty() ? exit_done : exit_limit;
}

}  // namespace disburse
