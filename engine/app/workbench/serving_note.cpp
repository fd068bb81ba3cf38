#include "engine/app/workbench/serving_note.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <system_error>

#include "engine/support/files.hpp"
#include "engine/support/publication.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_note = 4096;

/// The user's own folder for what runs; below the temporary one where the system gives none. Empty where it is somebody
/// else's.
fs::path note_folder() {
  const char* given = std::getenv("XDG_RUNTIME_DIR");
  const bool own = given != nullptr && *given != '\0';
  fs::path folder =
      own ? fs::path(given) / "disburse" : fs::temp_directory_path() / ("disburse-" + std::to_string(::getuid()));
  std::error_code failed;
  if (fs::create_directory(folder, failed)) fs::permissions(folder, fs::perms::owner_all, failed);
  struct stat status {};
  const bool mine = ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::getuid();
  return mine ? folder : fs::path();
}

fs::path note_of(int port) {
  const fs::path folder = note_folder();
  return folder.empty() ? fs::path() : folder / ("serve-" + std::to_string(port));
}

}  // namespace

ServingNote::ServingNote(int port, const std::string& address) : file_(note_of(port)) {
  if (!file_.empty()) publish_file(file_, address + "\n");
}

ServingNote::~ServingNote() {
  std::error_code ignored;
  if (!file_.empty()) fs::remove(file_, ignored);
}

std::string ServingNote::at(int port) {
  const fs::path file = note_of(port);
  std::error_code missing;
  if (file.empty() || !fs::is_regular_file(file, missing)) return "";
  std::string address = read_file(file, longest_note);
  while (!address.empty() && address.back() == '\n') address.pop_back();
  return address;
}

}  // namespace disburse
