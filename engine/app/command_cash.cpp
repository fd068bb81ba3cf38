// disburse cash: which payer must send how much on which day.
#include "engine/app/commands.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/requests.hpp"
#include "engine/base/reject.hpp"
#include "engine/studies/cash_calendar.hpp"
#include "engine/studies/main_job.hpp"
#include "outputs/office/tables_workbook.hpp"
#include "outputs/planning/cash.hpp"
#include "outputs/text/doubts.hpp"

namespace disburse {
int command_cash(const Options& options, std::string& out, std::string& talk, Publication& files) {
  if (options.output.out) files.claim(*options.output.out);
  if (options.output.out && !options.output.out->ends_with(".xlsx"))
    reject_option("--out", "{} is no .xlsx file"_m(*options.output.out), "the calendar becomes a workbook"_m,
                  "Write --out cash.xlsx"_m);
  const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  const LoadedData data = load_data(options.input, scenario);
  const Session session = make_session(data, scenario);
  RunResult result = run(session, options.threads);
  add_doubts(result, data);
  CashPlan plan = cash_calendar(session, result, pay_calendar_of(options.input, session.law));
  if (!options.cash.balance.empty())
    cover(plan, amount_of("--balance", options.cash.balance, "it is set against what is needed"_m,
                          "Write --balance 5000wan"_m));
  switch (options.output.format) {
    case Format::json: out = cash_json(plan, doubted_manifest(result), options.command); break;
    case Format::csv:
      out = cash_csv(plan);
      talk += doubts_text(result.findings, options.output.language);
      break;
    case Format::html:
    case Format::table:
      out = doubts_text(result.findings, options.output.language) + cash_table(plan, options.output.language);
      break;
  }
  if (options.output.out) {
    files.file(*options.output.out, tables_workbook(files.at(*options.output.out).folder(),
                                                    say(options.output.language, "用款计划", "cash calendar"),
                                                    cash_sheets(plan, options.output.language),
                                                    marked_doubts(result.findings, options.output.language)));
    if (!options.output.quiet)
      talk += say(options.output.language, "用款计划已写入 ", "the calendar stands in ") + *options.output.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
