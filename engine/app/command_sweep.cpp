// disburse sweep: a scenario at every point of a grid of values.
#include <algorithm>

#include "engine/app/commands.hpp"
#include "engine/app/sweeping.hpp"
#include "engine/support/files.hpp"
#include "outputs/writers/sweep.hpp"

namespace disburse {
namespace {

/// "PATH=V1,V2,V3".
Sweep parse_sweep(const std::string& text, InputErrors& errors) {
  const Place place{"--sweep", 0, 0};
  const auto equals = text.find('=');
  Sweep sweep{text.substr(0, equals), {}, "--sweep", place};
  for (std::size_t begin = equals; begin != std::string::npos && begin < text.size();) {
    const std::size_t end = text.find(',', begin + 1);
    sweep.values.push_back(text.substr(begin + 1, end == std::string::npos ? end : end - begin - 1));
    begin = end;
  }
  const bool blank = std::find(sweep.values.begin(), sweep.values.end(), "") != sweep.values.end();
  if (equals == 0 || sweep.values.size() < 2 || blank) {
    errors.add(place, text, "is no sweep", "a path and at least two values are wanted",
               "Write --sweep unity_award.ordinary_per_payment=600,660,720");
  }
  return sweep;
}

Scenario swept_scenario(const Options& options) {
  Scenario scenario = scenario_of(options, find_data());
  InputErrors errors;
  for (const std::string& text : options.sweeps) scenario.sweeps.push_back(parse_sweep(text, errors));
  if (scenario.sweeps.empty()) {
    errors.add({"--sweep", 0, 0}, "", "there is nothing to sweep",
               scenario.name + " has no [[sweep]] and none is given",
               "Write --sweep unity_award.ordinary_per_payment=600,660,720");
  }
  throw_if_any(Door::command_line, std::move(errors));
  return scenario;
}

/// What the points of a journal belong to.
std::string identity_of(const Manifest& manifest, const Scenario& scenario) {
  std::string identity = "sweep of " + journal_identity(manifest, scenario.name);
  for (const Sweep& one : scenario.sweeps) {
    identity += "\n" + one.path + "=";
    for (const std::string& value : one.values) identity += value + ",";
  }
  return identity;
}

std::string answer(const SweepResult& result, const Manifest& manifest, const Options& options) {
  switch (options.format) {
    case Format::json: return sweep_json(result, manifest);
    case Format::csv: return sweep_csv(result);
    case Format::html:
    case Format::table: break;
  }
  return sweep_table(result, options.language);
}

}  // namespace

int command_sweep(const Options& options, std::string& out, std::string& talk) {
  if (options.out && std::filesystem::exists(std::filesystem::symlink_status(*options.out))) {
    throw FolderExists(*options.out);
  }
  const Scenario scenario = swept_scenario(options);
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  const Manifest manifest = manifest_of(make_session(*data, scenario));
  std::optional<Journal> journal;
  if (options.journal) journal.emplace(*options.journal, identity_of(manifest, scenario));
  const SweepResult result = sweep(data, scenario, options.threads, journal ? &*journal : nullptr);
  out = answer(result, manifest, options);
  if (options.out) {
    StagedFolder folder(*options.out);
    folder.add("sweep.json", sweep_json(result, manifest));
    folder.add("sweep.csv", sweep_csv(result));
    folder.commit();
    if (!options.quiet) talk += say(options.language, "结果已写入 ", "the sweep stands in ") + *options.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
