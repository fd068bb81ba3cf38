// disburse plan: several years by project, the funds' side, and the persons behind it.
#include "engine/app/commands.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/base/reject.hpp"
#include "engine/studies/medium_term_plan.hpp"
#include "outputs/office/plan_tables.hpp"
#include "outputs/text/doubts.hpp"

namespace disburse {

int command_plan(const Options& options, std::string& out, std::string& talk, Publication& files) {
  if (options.output.out) files.claim(*options.output.out);
  if (options.output.out && !options.output.out->ends_with(".xlsx")) {
    reject_option("--out", "{} is no .xlsx file"_m(*options.output.out), "the plan becomes a workbook"_m,
                  "Write --out plan.xlsx"_m);
  }
  const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  const LoadedData data = load_data(options.input, scenario);
  MediumTermPlan plan = medium_term_plan(
      data, scenario, {options.plan.year, options.plan.years, options.input.horizon.has_value(), options.threads});
  add_doubts(plan.run, data);
  const std::vector<SheetTable> tables = plan_tables(plan.run, plan.accounts, plan.first_year, options.output.language);
  out = doubts_text(plan.run.findings, options.output.language) + plan_text(tables);
  if (options.output.out) {
    files.file(*options.output.out, tables_workbook(files.at(*options.output.out).folder(),
                                                    say(options.output.language, "中期财政规划", "medium-term plan"),
                                                    tables, marked_doubts(plan.run.findings, options.output.language)));
    if (!options.output.quiet)
      talk += say(options.output.language, "规划已写入 ", "the plan stands in ") + *options.output.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
