// disburse sensitivity: which assumptions move the result, how far, and how sure that is.
#include "engine/app/commands.hpp"
#include "engine/app/quick_summing.hpp"
#include "engine/app/reporting.hpp"
#include "engine/app/studying.hpp"
#include "engine/support/files.hpp"
#include "outputs/office/quick_workbook.hpp"
#include "outputs/writers/study.hpp"

namespace disburse {

int command_sensitivity(const Options& options, std::string& out, std::string& talk) {
  if (options.out && std::filesystem::exists(std::filesystem::symlink_status(*options.out)))
    throw FolderExists(*options.out);
  if (options.out && !options.out->ends_with(".xlsx")) {
    InputErrors errors;
    errors.add({"--out", 0, 0}, "", *options.out + " is no .xlsx file", "the sums become a workbook",
               "Write --out 速算.xlsx");
    throw InputRejected(Door::command_line, std::move(errors));
  }
  check_report_folder(options);
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  const StudyResult result = study(data, scenario, options);
  Manifest manifest = manifest_of(make_session(*data, scenario));
  if (options.stochastic) {
    manifest.mode = "stochastic";
    manifest.replicates = static_cast<int>(options.replicates);
  }
  switch (options.format) {
    case Format::json: out = study_json(result, manifest); break;
    case Format::csv: out = study_csv(result); break;
    case Format::html:
    case Format::table: out = study_table(result, options.language); break;
  }
  if (options.report) {
    write_report(Json::parse(study_json(result, manifest)), {}, *options.report, options.language);
    if (!options.quiet) talk += report_stands(*options.report, options.language);
  }
  if (options.out) {
    publish_file(*options.out, quick_workbook(quick_sums(data, scenario, result.year)));
    if (!options.quiet)
      talk += say(options.language, "速算表已写入 ", "the quick sums stand in ") + *options.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
