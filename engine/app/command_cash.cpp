// disburse cash: which payer must send how much on which day.
#include "engine/app/commands.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/session.hpp"
#include "engine/cash.hpp"
#include "engine/support/files.hpp"
#include "outputs/office/tables_workbook.hpp"
#include "outputs/writers/cash.hpp"
#include "scenarios/pay_calendar_reader.hpp"

namespace disburse {
int command_cash(const Options& options, std::string& out, std::string& talk) {
  if (options.out && std::filesystem::exists(std::filesystem::symlink_status(*options.out)))
    throw FolderExists(*options.out);
  if (options.out && !options.out->ends_with(".xlsx"))
    reject_option("--out", *options.out + " is no .xlsx file", "the calendar becomes a workbook",
                  "Write --out 用款计划.xlsx");
  const Session session = open_session(options);
  const RunResult result = run(session, options.threads);
  const PayCalendar calendar =
      read_pay_calendar(session.paths.calendars() / (session.scenario.forms + ".toml"), session.law.programmes);
  CashPlan plan = cash_plan(result.ledger, session.law.programmes, calendar, session.scenario.horizon.first,
                            [](std::size_t, Month) { return 1.0; });
  plan.scenario = session.scenario.name;
  if (!options.balance.empty()) {
    const auto balance = parse_money_with_unit(options.balance);
    if (!balance)
      reject_option("--balance", "\"" + options.balance + "\" is no amount with a unit",
                    "it is set against what is needed", "Write --balance 5000万元");
    cover(plan, *balance);
  }
  switch (options.format) {
    case Format::json: out = cash_json(plan, result.manifest); break;
    case Format::csv: out = cash_csv(plan); break;
    case Format::html:
    case Format::table: out = cash_table(plan, options.language); break;
  }
  if (options.out) {
    publish_file(*options.out, tables_workbook(say(options.language, "用款计划", "cash calendar"),
                                               {cash_sheet(plan, options.language)}));
    if (!options.quiet)
      talk += say(options.language, "用款计划已写入 ", "the calendar stands in ") + *options.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
