#include "outputs/run/run_folder.hpp"

#include "outputs/run/result_hdf5.hpp"
#include "outputs/run/run_csv.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/run/run_table.hpp"
#include "outputs/run/scenario_toml.hpp"
#include "outputs/text/folder_manifest.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/named_file.hpp"

namespace disburse {
namespace {

std::vector<NamedFile> files_of(const RunResult& result, const RunBeside& beside) {
  std::vector<NamedFile> files{{"scenario.resolved.toml", scenario_toml(result)},
                               {"result.h5", result_image(result)},
                               {"run.json", run_json(result, Language::zh, beside)},
                               {"run.txt", run_table(result, Language::zh, false, beside)}};
  for (NamedFile& file : run_csv(result)) files.push_back(std::move(file));
  return files;
}

std::string run_log_json(const RunResult& result, const RunLog& log) {
  Json document;
  document["schema"] = "disburse/run-log/1";
  document["scenario"] = result.scenario.name;
  document["started"] = log.started;
  document["seconds"] = log.seconds;
  document["host"] = log.host;
  document["threads"] = log.threads;
  document["command_line"] = log.command_line;
  document["command"] = log.command;
  return json_text(document);
}

}  // namespace

void write_run_folder(const RunResult& result, const RunLog& log, Staged& folder, const RunBeside& beside) {
  for (const NamedFile& file : files_of(result, beside)) folder.add(file.name, file.bytes);
  folder.add("manifest.json", folder_manifest(result.scenario.name, result.manifest, folder.files()));
  folder.add("run-log.json", run_log_json(result, log));
}

}  // namespace disburse
