// disburse sweep: a scenario at every point of a grid of values.
#include <algorithm>

#include "engine/app/commands.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/opened_journal.hpp"
#include "engine/app/requests.hpp"
#include "engine/app/terminal_progress.hpp"
#include "engine/session/cohort_change.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/folder_manifest.hpp"
#include "outputs/what_if/sweep.hpp"

namespace disburse {
namespace {

std::string answer(const SweepResult& result, const DoubtedManifest& manifest, const Options& options) {
  switch (options.output.format) {
    case Format::json: return sweep_json(result, manifest);
    case Format::csv: return sweep_csv(result);
    case Format::html:
    case Format::table: break;
  }
  return doubts_text(manifest.doubts, options.output.language) + sweep_table(result, options.output.language);
}

/// What is doubted of the scenario, and of the values of the sweeps.
std::vector<Finding> doubts_of_points(const LoadedData& data, const Scenario& scenario, const SweepRequest& request,
                                      std::vector<Finding> doubts) {
  for (const Sweep& sweep : request.sweeps) {
    for (const std::string& value : sweep.values) {
      Scenario point = scenario;
      const Override said{sweep.path, value, "one point of a sweep", "sweep", sweep.place};
      for (Override& change : with_counts(data, scenario, {said})) point.overrides.push_back(std::move(change));
      for (Finding& doubt : doubts_of(data, point)) {
        if (std::find(doubts.begin(), doubts.end(), doubt) == doubts.end()) doubts.push_back(std::move(doubt));
      }
    }
  }
  return doubts;
}

}  // namespace

int command_sweep(const Options& options, std::string& out, std::string& talk, Publication& files) {
  if (options.output.out) files.claim(*options.output.out);
  const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  const auto data = std::make_shared<const LoadedData>(load_data(options.input, scenario));
  const SweepRequest request = sweep_request(options, scenario, terms_of(*data));
  DoubtedManifest manifest = doubted(manifest_of(make_session(*data, scenario)), *data, scenario);
  const std::unique_ptr<Journal> journal = opened_journal(options, journal_identity(manifest, scenario, request));
  TerminalProgress progress(options.output);
  const SweepResult result = sweep(data, scenario, request, journal.get(), &progress);
  manifest.doubts = doubts_of_points(*data, scenario, request, std::move(manifest.doubts));
  out = answer(result, manifest, options);
  if (options.output.format == Format::csv) talk += doubts_text(manifest.doubts, options.output.language);
  if (options.output.out) {
    Staged& folder = files.at(*options.output.out);
    folder.add("sweep.json", sweep_json(result, manifest));
    folder.add("sweep.csv", sweep_csv(result));
    folder.add("manifest.json", folder_manifest(scenario.name, manifest, folder.files()));
    if (!options.output.quiet)
      talk += say(options.output.language, "结果已写入 ", "the sweep stands in ") + *options.output.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
