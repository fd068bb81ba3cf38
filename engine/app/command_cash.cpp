// disburse cash: which payer must send how much on which day.
#include "engine/app/commands.hpp"
#include "engine/app/session.hpp"
#include "engine/cash.hpp"
#include "engine/support/files.hpp"
#include "outputs/office/table_workbook.hpp"
#include "outputs/writers/cash.hpp"
#include "scenarios/pay_calendar_reader.hpp"

namespace disburse {
namespace {

void reject(const char* where, std::string problem, std::string why, std::string remedy) {
  InputErrors errors;
  errors.add({where, 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::command_line, std::move(errors));
}

}  // namespace

int command_cash(const Options& options, std::string& out, std::string& talk) {
  if (options.out && std::filesystem::exists(std::filesystem::symlink_status(*options.out)))
    throw FolderExists(*options.out);
  if (options.out && !options.out->ends_with(".xlsx"))
    reject("--out", *options.out + " is no .xlsx file", "the calendar becomes a workbook", "Write --out 用款计划.xlsx");
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
      reject("--balance", "\"" + options.balance + "\" is no amount with a unit", "it is set against what is needed",
             "Write --balance 5000万元");
    cover(plan, *balance);
  }
  switch (options.format) {
    case Format::json: out = cash_json(plan, result.manifest); break;
    case Format::csv: out = cash_csv(plan); break;
    case Format::html:
    case Format::table: out = cash_table(plan, options.language); break;
  }
  if (options.out) {
    constexpr std::size_t none = 1;
    publish_file(*options.out, table_workbook(say(options.language, "用款计划（万元）", "cash calendar, 10,000 yuan"),
                                              cash_headings(options.language), cash_rows(plan, options.language), none, {}));
    if (!options.quiet) talk += say(options.language, "用款计划已写入 ", "the calendar stands in ") + *options.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
