// disburse sensitivity: which assumptions move the result, how far, and how sure that is.
#include "engine/app/commands.hpp"
#include "engine/app/studying.hpp"
#include "outputs/writers/study.hpp"

namespace disburse {

int command_sensitivity(const Options& options, std::string& out, std::string&) {
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  const StudyResult result = study(data, scenario, options);
  switch (options.format) {
    case Format::json: out = study_json(result, manifest_of(make_session(*data, scenario))); break;
    case Format::csv: out = study_csv(result); break;
    case Format::html:
    case Format::table: out = study_table(result, options.language); break;
  }
  return exit_done;
}

}  // namespace disburse
