// disburse plan: several years by project, the funds' side, and the persons behind it.
#include "engine/app/commands.hpp"
#include "engine/app/session.hpp"
#include "engine/fund_account.hpp"
#include "engine/support/files.hpp"
#include "outputs/office/plan_tables.hpp"

namespace disburse {

int command_plan(const Options& options, std::string& out, std::string& talk) {
  if (options.out && std::filesystem::exists(std::filesystem::symlink_status(*options.out)))
    throw FolderExists(*options.out);
  if (options.out && !options.out->ends_with(".xlsx")) {
    InputErrors errors;
    errors.add({"--out", 0, 0}, "", *options.out + " is no .xlsx file", "the plan becomes a workbook",
               "Write --out 三年规划.xlsx");
    throw InputRejected(Door::command_line, std::move(errors));
  }
  Scenario scenario = scenario_of(options, find_data());
  const LoadedData data = load_data(options, scenario);
  const int first = options.year != 0 ? options.year : data.budget.fiscal_year + 1;
  if (!options.horizon) {
    constexpr int december = 12;
    scenario.horizon.count = Month(first + options.years - 1, december) - scenario.horizon.first + 1;
  }
  const Session session = make_session(data, scenario);
  const RunResult result = run(session, options.threads);
  const std::vector<SheetTable> tables =
      plan_tables(result, fund_accounts(result, session.law.programmes), first, options.language);
  out = plan_text(tables);
  if (options.out) {
    publish_file(*options.out, tables_workbook(say(options.language, "中期财政规划", "medium-term plan"), tables));
    if (!options.quiet) talk += say(options.language, "规划已写入 ", "the plan stands in ") + *options.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
