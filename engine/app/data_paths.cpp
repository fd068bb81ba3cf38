#include "engine/app/data_paths.hpp"

#include <cstdlib>
#include <vector>

#include "build_info.hpp"
#include "engine/error.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& root) {
  std::error_code ignored;
  return fs::is_directory(root / "models" / "programmes", ignored) &&
         fs::is_directory(root / "scenarios" / "library", ignored);
}

}  // namespace

DataPaths find_data() {
  std::vector<fs::path> candidates;
  const char* set = std::getenv("DISBURSE_DATA");
  if (set != nullptr && *set != '\0') {
    candidates.emplace_back(set);
  } else {
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    candidates.push_back(program.parent_path());
    candidates.push_back(program.parent_path().parent_path());
    candidates.emplace_back(build::source_tree);
  }
  for (const fs::path& root : candidates) {
    if (holds_data(root)) return {root};
  }
  InputErrors errors;
  std::string tried;
  for (const fs::path& root : candidates) tried += (tried.empty() ? "" : ", ") + root.string();
  errors.add({}, "DISBURSE_DATA", "the data files were not found in " + tried,
             "law, scenarios and budgets are read from models/ and scenarios/",
             "Set DISBURSE_DATA to the folder that holds both");
  throw InputRejected(Door::command_line, std::move(errors));
}

}  // namespace disburse
