// disburse verify, and commands that read results: what was changed is refused with exit 6, and named.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

TEST(Verify, holds_every_folder_that_a_command_writes) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("run --out run --report report").exit_code, 0);
  ASSERT_EQ(folder.run("budget --year 2025 --out budget").exit_code, 0);
  ASSERT_EQ(folder.run("sweep --sweep unity_award.ordinary_per_payment=600,660 --out sweep").exit_code, 0);
  const Ran all = folder.run("verify run report budget sweep --lang en");
  EXPECT_EQ(all.exit_code, 0) << all.out << all.err;
  EXPECT_THAT(all.out, HasSubstr("nothing found"));
  for (const std::string file : {"run/run.json", "report/report.html", "budget/budget.json", "sweep/sweep.csv"}) {
    const std::string before = folder.read(file);
    folder.write(file, before + " ");
    const std::string of = file.substr(0, file.find('/'));
    const Ran ran = folder.run("verify " + of + " --lang en");
    EXPECT_EQ(ran.exit_code, 6) << file;
    EXPECT_THAT(ran.out, HasSubstr(file.substr(of.size() + 1))) << file;
    folder.write(file, before);
  }
}

TEST(Verify, answers_as_json) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("run --out run").exit_code, 0);
  std::filesystem::remove(folder.path() / "run" / "manifest.json");
  const Ran ran = folder.run("verify run --format json");
  EXPECT_EQ(ran.exit_code, 6);
  EXPECT_THAT(ran.out, HasSubstr("\"code\": \"manifest_missing\""));
  EXPECT_THAT(ran.out, HasSubstr("\"where\": \"manifest.json\""));
}

TEST(Verify, tells_what_it_cannot_hold_to_anything) {
  const ScratchFolder folder;
  folder.write("letter", "dear");
  EXPECT_EQ(folder.run("verify nowhere").exit_code, 2);
  const Ran ran = folder.run("verify letter --lang en");
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("is neither a folder of results nor a journal"));
}

TEST(Verify, reads_a_journal_without_changing_it) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("run --mode stochastic --replicates 300 --journal j").exit_code, 0);
  EXPECT_EQ(folder.run("verify j").exit_code, 0);
  const std::string whole = folder.read("j");
  std::string damaged = whole;
  damaged[whole.size() - 5] = static_cast<char>(damaged[whole.size() - 5] ^ 8);
  folder.write("j", damaged);
  const Ran ran = folder.run("verify j --lang en");
  EXPECT_EQ(ran.exit_code, 6);
  EXPECT_THAT(ran.out, HasSubstr("are cut off or damaged"));
  EXPECT_EQ(folder.read("j"), damaged);
  const Ran on = folder.run("run --mode stochastic --replicates 300 --journal j --lang en");
  EXPECT_EQ(on.exit_code, 0) << on.err;
  EXPECT_THAT(on.err, HasSubstr("were cut off or damaged and are dropped"));
  EXPECT_EQ(folder.read("j").size(), whole.size());
}

TEST(Report, believes_no_folder_that_was_changed) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("run --out run").exit_code, 0);
  ASSERT_EQ(folder.run("run award-660 --out other").exit_code, 0);
  const std::string manifest = folder.read("run/manifest.json");
  const auto refused = [&](const std::string& file, const std::string& bytes) {
    const std::string before = folder.read("run/" + file);
    folder.write("run/" + file, bytes);
    for (const std::string words :
         {"report run --out new", "report run/run.json --out new", "report --compare other run --out new"}) {
      const Ran ran = folder.run(words + " --lang en");
      EXPECT_EQ(ran.exit_code, 6) << file << " " << words << ran.err;
      EXPECT_THAT(ran.err, HasSubstr(file)) << words;
      EXPECT_FALSE(std::filesystem::exists(folder.path() / "new")) << words;
    }
    folder.write("run/" + file, before);
  };
  std::string result = folder.read("run/result.h5");
  result[result.size() / 2] = static_cast<char>(result[result.size() / 2] ^ 1);
  refused("run.json", folder.read("run/run.json") + " ");
  refused("run.json", folder.read("other/run.json"));
  refused("result.h5", result);
  refused("programmes.csv", folder.read("other/programmes.csv"));
  refused("run.json", "{}");
  folder.write("run/manifest.json", folder.read("other/manifest.json"));
  EXPECT_EQ(folder.run("report run --out new").exit_code, 6);
  std::filesystem::remove(folder.path() / "run" / "manifest.json");
  EXPECT_EQ(folder.run("report run --out new").exit_code, 6);
  folder.write("run/manifest.json", manifest);
  EXPECT_EQ(folder.run("report run --out new").exit_code, 0);
}

}  // namespace
}  // namespace disburse
