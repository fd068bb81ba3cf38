// disburse calibrate: what an office's rosters tell of the assumptions, as a scenario file.
#include "engine/app/commands.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/base/reject.hpp"
#include "engine/storage/roster_file.hpp"
#include "engine/studies/calibration_study.hpp"
#include "outputs/planning/calibration.hpp"
#include "outputs/text/doubts.hpp"
#include "scenarios/rosters/readers/margins_reader.hpp"

namespace disburse {
namespace {

/// What the estimates rest on, as people write it.
std::string sources_of(const Options& options, const CalibrationRequest& request) {
  const auto named = [](const std::string& file, const Roster& roster) {
    return file + "（" + roster.digest.substr(0, 12) + "）";
  };
  const std::vector<std::string>& files = options.calibrate.files;
  std::string sources = named(files.back(), request.now);
  if (request.before) sources = named(files.front(), *request.before) + "、" + sources;
  if (options.calibrate.margins) sources += "、" + *options.calibrate.margins;
  for (const Margin& margin : request.margins.margins) sources += "；" + margin.name + "：" + margin.source;
  for (const TakeUp& one : request.margins.taken_up) sources += "；" + one.parameter + "：" + one.source;
  return sources;
}

CalibrationRequest request_of(const CalibrateOptions& options) {
  CalibrationRequest request{read_roster(options.files.back()), {}, {}};
  if (options.margins) request.margins = read_margins(*options.margins);
  if (options.files.size() == 1) return request;
  request.before = read_roster(options.files.front());
  if (request.before->as_of >= request.now.as_of) {
    reject_option("files", "{} is not earlier than {}"_m(options.files.front(), options.files.back()),
                  "deaths and newcomers lie between two months"_m, "Name the earlier roster first"_m);
  }
  return request;
}

}  // namespace

int command_calibrate(const Options& options, std::string& out, std::string& talk, Publication& files) {
  constexpr std::size_t most = 2;
  if (options.calibrate.files.empty() || options.calibrate.files.size() > most) {
    reject_option("files", "{} rosters are named"_m(options.calibrate.files.size()),
                  "one tells of the stock, two of deaths and newcomers"_m,
                  "Write disburse calibrate [LAST.h5] THIS.h5"_m);
  }
  if (options.output.out) files.claim(*options.output.out);
  if (options.output.out && !options.output.out->ends_with(".toml")) {
    reject_option("--out", "{} is no .toml file"_m(*options.output.out), "the estimates become a scenario"_m,
                  "Write --out calibrated.toml"_m);
  }
  InputOptions plain = options.input;
  plain.roster.reset();
  const Scenario scenario = scenario_of(plain, find_data(plain.agency));
  const LoadedData data = load_data(plain, scenario);
  const Session session = make_session(data, scenario);
  const ParameterTree& law = session.law.parameters;
  const CalibrationRequest request = request_of(options.calibrate);
  const CalibrationResult result = calibrate(session, request);
  out = doubts_text(doubts_of(data, scenario), options.output.language) +
        calibration_table(result, law, session.scenario.horizon.first, options.output.language);
  if (options.output.out) {
    const std::string name = std::filesystem::path(*options.output.out).stem().string();
    files.file(*options.output.out,
               calibrated_scenario(name, session.scenario.name, sources_of(options, request), result.estimates, law));
    if (!options.output.quiet)
      talk += say(options.output.language, "情景已写入 ", "the scenario stands in ") + *options.output.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
