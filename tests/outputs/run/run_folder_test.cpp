#include "outputs/run/run_folder.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "engine/base/digest.hpp"
#include "engine/support/files.hpp"
#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, removed at its end.
class RunFolder : public ::testing::Test {
 protected:
  RunFolder() {
    std::string pattern = (fs::temp_directory_path() / "disburse-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::system_error(errno, std::generic_category(), pattern);
    base = pattern;
  }
  ~RunFolder() override {
    std::error_code ignored;
    fs::permissions(base, fs::perms::owner_all, ignored);
    fs::remove_all(base, ignored);
  }
  static std::string bytes(const fs::path& path) { return read_file(path, 1 << 24); }
  static std::set<std::string> names(const fs::path& folder) {
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder)) found.insert(entry.path().filename().string());
    return found;
  }

  static void write(const RunResult& result, const RunLog& told, const fs::path& folder) {
    Publication files;
    write_run_folder(result, told, files.at(folder));
    files.commit();
  }

  fs::path base;
  const RunLog log{"2024-01-05T09:30:00+08:00", 0.25, "host", 2, {"disburse", "run"}};
};

TEST_F(RunFolder, holds_every_file_and_its_digest) {
  write(testing::sample_result(), log, base / "a");
  const auto manifest = nlohmann::json::parse(bytes(base / "a" / "manifest.json"));
  EXPECT_EQ(manifest["schema"], "disburse/manifest/1");
  std::set<std::string> listed{"manifest.json", "run-log.json"};
  for (const auto& file : manifest["files"]) {
    const std::string name = file["name"];
    const std::string content = bytes(base / "a" / name);
    EXPECT_EQ(file["sha256"], sha256_hex(content)) << name;
    EXPECT_EQ(file["bytes"], content.size()) << name;
    listed.insert(name);
  }
  EXPECT_EQ(listed, names(base / "a"));
  for (const char* name : {"result.h5", "run.json", "run.txt", "scenario.resolved.toml", "programmes.csv"}) {
    EXPECT_TRUE(listed.contains(name)) << name;
  }
}

TEST_F(RunFolder, equal_runs_differ_in_the_log_alone) {
  const RunLog later{"2024-01-06T10:00:00+08:00", 0.5, "other", 1, {"disburse", "run", "--threads", "1"}};
  write(testing::sample_result(), log, base / "a");
  write(testing::sample_result(), later, base / "b");
  for (const std::string& name : names(base / "a")) {
    EXPECT_EQ(bytes(base / "a" / name) == bytes(base / "b" / name), name != "run-log.json") << name;
  }
}

TEST_F(RunFolder, a_finished_run_is_not_overwritten) {
  write(testing::sample_result(), log, base / "a");
  const std::string before = bytes(base / "a" / "run.json");
  RunResult other = testing::sample_result();
  other.scenario.name = "other";
  EXPECT_THROW(write(other, log, base / "a"), FolderExists);
  EXPECT_EQ(bytes(base / "a" / "run.json"), before);
  EXPECT_EQ(names(base), std::set<std::string>{"a"});
}

TEST_F(RunFolder, leaves_nothing_where_it_cannot_write) {
  EXPECT_THROW(write(testing::sample_result(), log, base / "missing" / "a"), std::system_error);
  EXPECT_TRUE(names(base).empty());
}

TEST_F(RunFolder, leaves_nothing_when_the_folder_may_not_be_written) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  fs::permissions(base, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_THROW(write(testing::sample_result(), log, base / "a"), std::system_error);
  EXPECT_TRUE(names(base).empty());
}

}  // namespace
}  // namespace disburse
