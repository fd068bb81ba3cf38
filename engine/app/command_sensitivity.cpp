// disburse sensitivity: which assumptions move the result, how far, and how sure that is.
#include "engine/app/commands.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/reporting.hpp"
#include "engine/app/requests.hpp"
#include "engine/app/terminal_progress.hpp"
#include "engine/studies/assumed/turning_readings.hpp"
#include "engine/studies/quick_calculation.hpp"
#include "engine/studies/sensitivity/sensitivity_study.hpp"
#include "engine/studies/year_budget.hpp"
#include "outputs/office/quick_workbook.hpp"
#include "outputs/planning/study.hpp"
#include "outputs/text/doubts.hpp"

namespace disburse {

int command_sensitivity(const Options& options, std::string& out, std::string& talk, Publication& files) {
  if (options.output.out) files.claim(*options.output.out);
  if (options.output.out && !options.output.out->ends_with(".xlsx")) {
    InputErrors errors;
    errors.add({"--out", 0, 0}, "", "{} is no .xlsx file"_m(*options.output.out), "the sums become a workbook"_m,
               "Write --out quick.xlsx"_m);
    throw InputRejected(Door::command_line, std::move(errors));
  }
  if (options.output.report) files.claim(*options.output.report);
  const SensitivityRequest request = sensitivity_request(options);
  Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  // The year to be budgeted is the usual one: the horizon goes on to its end, unless one was named.
  if (request.year != 0 && !scenario.horizon_origin.starts_with('-')) scenario = through_year(scenario, request.year);
  const auto data = std::make_shared<const LoadedData>(load_data(options.input, scenario));
  TerminalProgress progress(options.output);
  const StudyResult result = study(data, scenario, request, &progress);
  DoubtedManifest manifest = doubted(manifest_of(make_session(*data, scenario)), *data, scenario);
  for (Finding& note : turning_readings(data, scenario, result.year)) manifest.doubts.push_back(std::move(note));
  if (options.replicates.stochastic) {
    manifest.mode = "stochastic";
    manifest.replicates = static_cast<int>(options.replicates.replicates);
  }
  switch (options.output.format) {
    case Format::json: out = study_json(result, manifest, options.command, options.output.language); break;
    case Format::csv:
      out = study_csv(result);
      talk += doubts_text(manifest.doubts, options.output.language);
      break;
    case Format::html:
    case Format::table:
      out = doubts_text(manifest.doubts, options.output.language) + study_table(result, options.output.language);
      break;
  }
  if (options.output.report) {
    const ReportTerms terms{options.output.language, {report_command(options.command, options.output.language)}};
    write_report(study_content(result, manifest, terms), {study_paper(result, manifest, nullptr)},
                 files.at(*options.output.report), options.output.language);
    if (!options.output.quiet) talk += report_stands(*options.output.report, options.output.language);
  }
  if (options.output.out) {
    files.file(*options.output.out,
               quick_workbook(files.at(*options.output.out).folder(), quick_sums(data, scenario, result.year),
                              marked_doubts(manifest.doubts, options.output.language)));
    if (!options.output.quiet)
      talk += say(options.output.language, "速算表已写入 ", "the quick sums stand in ") + *options.output.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
