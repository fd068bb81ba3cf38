// The ledger shows the runs below its folder, whatever lies beside them, and makes no path of a name.
#include "engine/app/workbench/ledger.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/app/options/shell_words.hpp"
#include "engine/base/error.hpp"
#include "outputs/run/folder_check.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

TEST(Ledger, lists_runs_and_names_what_is_none) {
  const ScratchFolder folder;
  std::filesystem::create_directories(folder.path() / "台账");
  ASSERT_EQ(folder.run("run --no-bands --out 台账/年初").exit_code, 0);
  std::filesystem::create_directory(folder.path() / "台账" / "空");
  const Ledger ledger(folder.path() / "台账");
  const Json document = Json::parse(ledger.json());
  ASSERT_EQ(document["runs"].size(), 1u);
  EXPECT_EQ(document["runs"][0]["name"], "年初");
  EXPECT_EQ(document["runs"][0]["command"].get<std::string>().substr(0, 12), "disburse run");
  EXPECT_EQ(document["unreadable"], Json({"空"}));
  const WrittenRun run = read_written_run(ledger.folder_of("年初"));
  EXPECT_EQ(run.run.total.projected.fen(), document["runs"][0]["projected_fen"].get<std::int64_t>());
  EXPECT_GT(run.parameters.size(), 50u);
  const auto files = compared_files(ledger.folder_of("年初"), ledger.folder_of("年初"));
  EXPECT_GT(files.size(), 3u);
  for (const ComparedFile& file : files) EXPECT_TRUE(file.same) << file.name;
  folder.write("台账/年初/run.json", "{}");
  EXPECT_THROW(read_written_run(ledger.folder_of("年初")), FolderDiffers);
}

TEST(Ledger, takes_names_alone_and_none_twice) {
  const ScratchFolder folder;
  const Ledger ledger(folder.path() / "ledger");
  EXPECT_EQ(Json::parse(ledger.json())["runs"].size(), 0u);
  for (const char* name : {"", "../x", "a/b", ".x", "a.b"}) {
    EXPECT_THROW(ledger.place_for(name), InputRejected) << name;
    EXPECT_THROW(ledger.folder_of(name), InputRejected) << name;
  }
  std::filesystem::create_directory(ledger.place_for("甲"));
  EXPECT_THROW(ledger.place_for("甲"), InputRejected);
  EXPECT_THROW(ledger.folder_of("乙"), InputRejected);
}

TEST(Ledger, reads_the_command_that_a_runs_log_tells) {
  const ScratchFolder folder;
  std::vector<std::string> seen;
  const ReadCommand read = [&](const std::vector<std::string>& words) {
    seen = words;
    return Options{};
  };
  folder.write("run-log.json", R"({"command": "disburse run base --set 'a.b=1 2'"})");
  options_of_run(folder.path(), read);
  EXPECT_EQ(seen, (std::vector<std::string>{"disburse", "run", "base", "--set", "a.b=1 2"}));
  folder.write("run-log.json", R"({"command": "disburse sweep"})");
  EXPECT_THROW(options_of_run(folder.path(), read), InputRejected);
  folder.write("run-log.json", "no JSON");
  EXPECT_THROW(options_of_run(folder.path(), read), InputRejected);
}

TEST(ShellWords, reads_back_what_shell_line_wrote) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"disburse", "run"}, {"a b", "", "it's", "'", "\\", "中文 词"}, {"--set", "a=b;c", "$x", "\"q\""}})
    EXPECT_EQ(shell_words(shell_line(words)), words);
}

}  // namespace
}  // namespace disburse
