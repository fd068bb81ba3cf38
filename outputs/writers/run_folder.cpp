#include "outputs/writers/run_folder.hpp"

#include "engine/support/files.hpp"
#include "outputs/named_file.hpp"
#include "outputs/writers/json_parts.hpp"
#include "outputs/writers/result_hdf5.hpp"
#include "outputs/writers/run_csv.hpp"
#include "outputs/writers/run_json.hpp"
#include "outputs/writers/run_table.hpp"
#include "outputs/writers/scenario_toml.hpp"

namespace disburse {
namespace {

std::vector<NamedFile> files_of(const RunResult& result) {
  std::vector<NamedFile> files{{"scenario.resolved.toml", scenario_toml(result)},
                               {"result.h5", result_image(result)},
                               {"run.json", run_json(result)},
                               {"run.txt", run_table(result, Language::zh, false)}};
  for (NamedFile& file : run_csv(result)) files.push_back(std::move(file));
  return files;
}

std::string manifest_json(const RunResult& result, const std::vector<NamedFile>& files) {
  Json document;
  document["schema"] = "disburse/manifest/1";
  document["scenario"] = result.scenario.name;
  document["manifest"] = manifest_part(result.manifest);
  document["files"] = Json::array();
  for (const NamedFile& file : files) {
    Json entry;
    entry["name"] = file.name;
    entry["bytes"] = file.bytes.size();
    entry["sha256"] = sha256_hex(file.bytes);
    document["files"].push_back(std::move(entry));
  }
  return json_text(document);
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
  return json_text(document);
}

}  // namespace

void write_run_folder(const RunResult& result, const RunLog& log, const std::filesystem::path& folder) {
  // The folder is claimed first: a name already taken must not cost the work of rendering.
  StagedFolder staged(folder);
  const std::vector<NamedFile> files = files_of(result);
  for (const NamedFile& file : files) staged.add(file.name, file.bytes);
  staged.add("manifest.json", manifest_json(result, files));
  staged.add("run-log.json", run_log_json(result, log));
  staged.commit();
}

}  // namespace disburse
