#include "engine/app/signing/folder_signature.hpp"

#include "engine/app/signing/signature.hpp"
#include "engine/base/reject.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifest_name = "manifest.json";
constexpr std::size_t largest = std::size_t{1} << 30;

Finding error(const char* code, Message message) {
  return {code, Severity::error, Message::verbatim(signature_name), std::move(message)};
}

bool is_there(const fs::path& file) {
  std::error_code unknown;
  return fs::exists(fs::symlink_status(file, unknown));
}

}  // namespace

void sign_folders(Publication& files, const fs::path& private_key) {
  std::size_t signed_folders = 0;
  files.each_folder([&](Staged& folder) {
    for (const WrittenFile& file : folder.files()) {
      if (file.name != manifest_name) continue;
      folder.add(signature_name, signed_by(private_key, read_file(folder.folder() / file.name, largest)));
      ++signed_folders;
      return;
    }
  });
  if (signed_folders == 0)
    reject_option("--sign", "no folder with a manifest is written"_m, "a signature stands in one"_m,
                  "Add --out FOLDER or --report FOLDER"_m);
}

std::vector<Finding> check_signature(const fs::path& folder, const fs::path& public_key) {
  if (!is_there(folder / manifest_name)) return {};
  const std::string manifest = read_file(folder / manifest_name, largest);
  const bool there = is_there(folder / signature_name);
  constexpr std::size_t largest_signature = 4096;
  const std::string signature = there ? read_file(folder / signature_name, largest_signature) : std::string();
  if (is_signed_by(public_key, manifest, signature)) return {};
  if (!there) return {error("signature_missing", "is missing: the folder is not signed"_m)};
  return {error("signature_wrong",
                "is not of this manifest by the owner of {}: the folder is of another office, or was changed"_m(
                    public_key.string()))};
}

}  // namespace disburse
