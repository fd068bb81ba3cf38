#include "outputs/text/folder_manifest.hpp"

#include "outputs/text/json_parts.hpp"

namespace disburse {

std::string folder_manifest(const std::string& scenario, const Manifest& manifest,
                            const std::vector<WrittenFile>& files) {
  Json document;
  document["schema"] = "disburse/manifest/1";
  document["scenario"] = scenario;
  document["manifest"] = manifest_part(manifest);
  document["files"] = Json::array();
  for (const WrittenFile& file : files) {
    Json entry;
    entry["name"] = file.name;
    entry["bytes"] = file.bytes;
    entry["sha256"] = file.sha256;
    document["files"].push_back(std::move(entry));
  }
  return json_text(document);
}

}  // namespace disburse
