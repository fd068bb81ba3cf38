#include "outputs/run/folder_check.hpp"

#include <algorithm>
#include <set>

#include "engine/base/digest.hpp"
#include "engine/support/files.hpp"
#include "outputs/run/run_check.hpp"
#include "outputs/text/json_reading.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifest_name = "manifest.json";
constexpr const char* signature_name = "manifest.sig";  // by `--sign`; `verify --key` looks at it
constexpr const char* log_name = "run-log.json";        // tells of the machine and the hour, so no digest holds it
constexpr const char* run_name = "run.json";
constexpr std::size_t largest = std::size_t{1} << 30;

Finding error(const char* code, const std::string& file, Message message) {
  return {code, Severity::error, Message::verbatim(file), std::move(message)};
}

/// A manifest as it stands: no more than its form is sure.
struct ListedFile {
  std::string name;
  std::size_t bytes = 0;
  std::string sha256;
};

std::vector<ListedFile> listed_files(const Json& manifest) {
  std::vector<ListedFile> files;
  for (const Json& entry : manifest.at("files")) {
    files.push_back({entry.at("name").get<std::string>(), entry.at("bytes").get<std::size_t>(),
                     entry.at("sha256").get<std::string>()});
  }
  return files;
}

bool is_plain_name(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
         name.find('\0') == std::string::npos;
}

void check_file(const fs::path& folder, const ListedFile& listed, std::vector<Finding>& findings) {
  if (!is_plain_name(listed.name)) {
    findings.push_back(error("manifest_unsound", manifest_name, "it names a file outside of this folder"_m));
    return;
  }
  std::error_code unknown;
  if (!fs::exists(fs::symlink_status(folder / listed.name, unknown))) {
    findings.push_back(error("file_missing", listed.name, "is missing, and the manifest names it"_m));
    return;
  }
  std::string bytes;
  try {
    bytes = read_file(folder / listed.name, largest);
  } catch (const std::exception& failure) {
    findings.push_back(error("file_unreadable", listed.name, message_of(failure)));
    return;
  }
  if (bytes.size() != listed.bytes) {
    findings.push_back(error("file_changed", listed.name,
                             "has {} bytes; when it was written it had {}"_m(bytes.size(), listed.bytes)));
  } else if (const std::string found = sha256_hex(bytes); found != listed.sha256) {
    constexpr std::size_t shown = 12;
    findings.push_back(error("file_changed", listed.name,
                             "was changed: its SHA-256 begins with {}, when it was written with {}"_m(
                                 found.substr(0, shown), listed.sha256.substr(0, shown))));
  }
}

/// What lies in the folder and is not of it.
void find_others(const fs::path& folder, const std::vector<ListedFile>& listed, std::vector<Finding>& findings) {
  std::set<std::string> known{manifest_name, signature_name, log_name};
  for (const ListedFile& file : listed) known.insert(file.name);
  std::set<std::string> others;
  std::error_code unreadable;
  for (fs::directory_iterator entry(folder, unreadable), end; !unreadable && entry != end;
       entry.increment(unreadable)) {
    const std::string name = entry->path().filename().string();
    if (!known.contains(name)) others.insert(name);
  }
  for (const std::string& name : others) {
    findings.push_back({"file_unknown", Severity::warning, Message::verbatim(name),
                        "is not in the manifest: it came later or from elsewhere"_m});
  }
}

/// The manifest with its files; nothing where it cannot be used, which is said.
std::optional<Json> sound_manifest(const fs::path& folder, std::vector<Finding>& findings) {
  const fs::path path = folder / manifest_name;
  std::error_code unknown;
  if (!fs::exists(fs::symlink_status(path, unknown))) {
    findings.push_back(error("manifest_missing", manifest_name, "is missing: nothing here can be held to it"_m));
    return std::nullopt;
  }
  try {
    Json manifest = Json::parse(read_file(path, largest));
    if (manifest.at("schema") == "disburse/manifest/1") {
      listed_files(manifest);
      manifest_in(manifest.at("manifest"));
      return manifest;
    }
    findings.push_back(error("manifest_unsound", manifest_name, "is no manifest of this version of the program"_m));
  } catch (const Failure& failure) {
    findings.push_back(error("manifest_unsound", manifest_name, failure.message()));
  } catch (const FileFailure& failure) {
    findings.push_back(error("manifest_unsound", manifest_name, failure.message()));
  } catch (const std::exception&) {
    findings.push_back(error("manifest_unsound", manifest_name, "does not hold what its schema says"_m));
  }
  return std::nullopt;
}

}  // namespace

std::vector<Finding> check_folder(const fs::path& folder) {
  std::vector<Finding> findings;
  const std::optional<Json> manifest = sound_manifest(folder, findings);
  if (!manifest) return findings;
  const std::vector<ListedFile> listed = listed_files(*manifest);
  for (const ListedFile& file : listed) check_file(folder, file, findings);
  find_others(folder, listed, findings);
  const bool is_run =
      std::any_of(listed.begin(), listed.end(), [](const ListedFile& file) { return file.name == run_name; });
  std::error_code unknown;
  if (is_run || fs::exists(folder / run_name, unknown)) check_run(folder, *manifest, findings);
  return findings;
}

void require_as_written(const fs::path& folder) {
  std::vector<Message> differences;
  for (const Finding& finding : check_folder(folder)) {
    if (finding.severity == Severity::error) differences.push_back("\n  {}: {}"_m(finding.where, finding.message));
  }
  if (differences.empty()) return;
  throw FolderDiffers("{} is not as it was written:{}\nMake the run anew, or take the folder from where it was kept"_m(
      folder.string(), joined(differences, "")));
}

void require_document_as_written(const fs::path& file) {
  const fs::path folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
  std::vector<Finding> findings;
  std::error_code unknown;
  if (!fs::exists(folder / manifest_name, unknown)) return;
  const std::optional<Json> manifest = sound_manifest(folder, findings);
  if (!manifest) return;  // another program's file of this name
  for (const ListedFile& listed : listed_files(*manifest)) {
    if (listed.name == file.filename()) return require_as_written(folder);
  }
}

}  // namespace disburse
