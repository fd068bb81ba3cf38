// disburse reforecast: where the year will end, from what was paid so far; and how good such estimates are.
#include "engine/app/commands.hpp"
#include "engine/app/issuing.hpp"
#include "engine/app/reforecasting.hpp"
#include "engine/app/reporting.hpp"
#include "outputs/writers/reforecast.hpp"

namespace disburse {

int command_reforecast(const Options& options, std::string& out, std::string& talk) {
  if (options.actuals.has_value() == options.backtest || (options.backtest && options.report)) {
    InputErrors errors;
    errors.add({"--actuals", 0, 0}, "", "one of --actuals and --backtest is wanted",
               "payments are locked, or known years are scored",
               "Write --actuals FILE (with --report DIR), or --backtest");
    throw InputRejected(Door::command_line, std::move(errors));
  }
  check_report_folder(options);
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  const Manifest manifest = manifest_of(make_session(*data, scenario));
  if (options.backtest) {
    const BacktestResult result = backtest(data, scenario, options);
    out = options.format == Format::json ? backtest_json(result, manifest) : backtest_table(result, options.language);
    return exit_done;
  }
  const ReforecastResult result = reforecast_year(data, scenario, options);
  if (options.registry) Registry(*options.registry).add(issued_by(result, issued_on(options)));
  if (options.report) {
    write_report(Json::parse(reforecast_json(result, manifest)), {}, *options.report, options.language);
    if (!options.quiet) talk += report_stands(*options.report, options.language);
  }
  switch (options.format) {
    case Format::json: out = reforecast_json(result, manifest); break;
    case Format::csv: out = reforecast_csv(result); break;
    case Format::html:
    case Format::table: out = reforecast_table(result, options.language); break;
  }
  return exit_done;
}

}  // namespace disburse
