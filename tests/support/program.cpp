#include "support/program.hpp"
#include "support/places.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

namespace disburse {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder() {
  std::string pattern = (fs::temp_directory_path() / "disburse-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error(pattern);
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void ScratchFolder::write(const std::string& name, const std::string& bytes) const {
  std::ofstream(path_ / name, std::ios::binary) << bytes;
}

std::string ScratchFolder::read(const std::string& name) const {
  std::ifstream file(path_ / name, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string ScratchFolder::listing() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(path_)) {
    names.push_back(fs::relative(entry.path(), path_).string());
  }
  std::sort(names.begin(), names.end());
  std::string text;
  for (const std::string& name : names) text += name + "\n";
  return text;
}

Ran ScratchFolder::run(const std::string& arguments, const std::string& environment) const {
  // The answers stand outside the folder, so that a listing shows only what the program wrote.
  const ScratchFolder* self = this;
  const std::string out = self->path_.string() + ".out";
  const std::string err = self->path_.string() + ".err";
  const bool redirected = arguments.find(" >") != std::string::npos;
  const std::string command = "cd '" + path_.string() + "' && " + environment + " '" + program_path().string() + "' " +
                              arguments + (redirected ? "" : " >'" + out + "'") + " 2>'" + err + "' </dev/null";
  const int status = std::system(command.c_str());
  const auto slurp = [](const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    fs::remove(name);
    return text.str();
  };
  Ran ran;
  ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (!redirected) ran.out = slurp(out);
  ran.err = slurp(err);
  return ran;
}

std::string killed_beyond(const std::string& file, std::size_t bytes) {
  return "sh -c '\"$@\" & while kill -0 $! 2>/dev/null; do [ \"$(stat -c %s " + file +
         " 2>/dev/null || echo 0)\" -gt " + std::to_string(bytes) + " ] && kill -KILL $!; done; wait $!' sh";
}

void copy_data(const ScratchFolder& folder) {
  for (const char* name : {"models", "scenarios"}) {
    fs::copy(source_dir() / name, folder.path() / name, fs::copy_options::recursive);
  }
  fs::create_directories(folder.path() / "outputs");
  fs::copy(source_dir() / "outputs/forms", folder.path() / "outputs/forms", fs::copy_options::recursive);
  fs::copy(source_dir() / "disburse.toml", folder.path());
}

void spoil(const ScratchFolder& folder, const std::string& file, const std::string& what, const std::string& with) {
  std::string text = folder.read(file);
  const std::size_t at = text.find(what);
  ASSERT_NE(at, std::string::npos) << file << " does not hold " << what;
  folder.write(file, text.replace(at, what.size(), with));
}

}  // namespace disburse
