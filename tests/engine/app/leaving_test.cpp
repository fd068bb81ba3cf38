// How results leave: who may read them, what is left of a killed program, what a line may not ask for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "support/program.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

unsigned mode(const fs::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

TEST(Leaving, results_are_their_owners_alone_unless_they_are_shared) {
  const ScratchFolder folder;
  const std::string open = "umask 000;";
  ASSERT_EQ(folder.run("run --out run", open).exit_code, 0);
  ASSERT_EQ(folder.run("cash --out cash.xlsx", open).exit_code, 0);
  ASSERT_EQ(folder.run("run --share --out shared", "umask 077;").exit_code, 0);
  ASSERT_EQ(folder.run("plan --share --out plan.xlsx", "umask 077;").exit_code, 0);
  ASSERT_EQ(folder.run("synthesize --out roster.h5", open).exit_code, 0);
  EXPECT_EQ(mode(folder.path() / "run"), 0700U);
  EXPECT_EQ(mode(folder.path() / "cash.xlsx"), 0600U);
  EXPECT_EQ(mode(folder.path() / "roster.h5"), 0600U);
  EXPECT_EQ(mode(folder.path() / "shared"), 0755U);
  EXPECT_EQ(mode(folder.path() / "plan.xlsx"), 0644U);
  for (const auto& entry : fs::directory_iterator(folder.path() / "run")) EXPECT_EQ(mode(entry.path()), 0600U);
  for (const auto& entry : fs::directory_iterator(folder.path() / "shared")) EXPECT_EQ(mode(entry.path()), 0644U);
}

TEST(Leaving, nothing_stands_in_a_temporary_folder) {
  const ScratchFolder folder;
  fs::create_directory(folder.path() / "tmp");
  const std::string temporary = "TMPDIR='" + (folder.path() / "tmp").string() + "'";
  ASSERT_EQ(folder.run("synthesize --as-office office", temporary + " timeout -s KILL 600").exit_code, 0);
  // Killed wherever it may be: what it leaves is beside its target, and gone with the next command there.
  for (const char* after : {"0.05", "0.15", "0.3", "0.6"}) {
    folder.run("synthesize --as-office office2", temporary + " timeout -s KILL " + after);
    EXPECT_TRUE(fs::is_empty(folder.path() / "tmp")) << after;
  }
  fs::remove_all(folder.path() / "office2");
  ASSERT_EQ(folder.run("cash --out cash.xlsx", temporary).exit_code, 0);
  EXPECT_THAT(folder.listing(), Not(HasSubstr(".disburse-")));
}

TEST(Leaving, progress_never_lands_in_a_file_that_was_opened_in_its_place) {
  const ScratchFolder folder;
  const std::string job = "run --mode stochastic --replicates 300 --threads 1 --journal ";
  ASSERT_EQ(folder.run(job + "whole").exit_code, 0);
  for (const std::string closed : {"2>&-", "0<&-", "0<&- 2>&-"}) {
    const std::string name = "j" + std::to_string(closed.size());
    const Ran ran = folder.run("", "sh -c '\"$0\" " + job + name + " " + closed + "'");
    EXPECT_EQ(ran.exit_code, 0) << closed;
    EXPECT_TRUE(folder.read(name) == folder.read("whole")) << closed;
  }
  EXPECT_EQ(folder.run("", "sh -c '\"$0\" run --out run >&-'").exit_code, 1) << "the answer could not be told";
  EXPECT_FALSE(fs::exists(folder.path() / "run")) << "and nothing was written";
}

TEST(Leaving, an_answer_that_cannot_be_written_leaves_no_files_and_a_reader_that_goes_away_all) {
  const ScratchFolder folder;
  const Ran full = folder.run("run --out run >/dev/full");
  EXPECT_EQ(full.exit_code, 1) << full.err;
  EXPECT_EQ(folder.listing(), "");
  const Ran left = folder.run("run --format json --out run | head -c 1 >/dev/null");
  EXPECT_TRUE(fs::exists(folder.path() / "run" / "manifest.json")) << left.err;
}

TEST(Leaving, an_option_that_says_nothing_is_refused) {
  const ScratchFolder folder;
  for (const std::string line : {"run --out ''", "run --out=", "run --report ''", "run --set ''", "run ''",
                                 "budget --year 2025 --out ''", "sweep --journal ''", "import a.csv --out ''",
                                 "explain --member ''", "sensitivity --line ''", "cash --balance ''"}) {
    const Ran ran = folder.run(line + " --lang en");
    EXPECT_EQ(ran.exit_code, 2) << line;
    EXPECT_THAT(ran.err, Not(HasSubstr("fault"))) << line;
    EXPECT_TRUE(ran.out.empty()) << line;
  }
  EXPECT_THAT(folder.run("run --out '' --lang en").err, HasSubstr("--out is empty. Write a value, or leave it out"));
}

TEST(Leaving, a_path_that_is_set_twice_is_refused) {
  const ScratchFolder folder;
  const std::string award = "--set unity_award.ordinary_per_payment";
  const Ran ran = folder.run("run --lang en " + award + "=660yuan " + award + "=700yuan");
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("unity_award.ordinary_per_payment: is set twice, to 660yuan and to 700yuan"));
  EXPECT_EQ(folder.run("run " + award + "@2024-01..2024-06=660yuan " + award + "@2024-07=700yuan").exit_code, 0);
}

TEST(Leaving, numbers_beyond_any_use_are_refused_with_their_bound) {
  const ScratchFolder folder;
  const struct {
    const char *line, *range;
  } cases[] = {{"sensitivity --method sobol --samples", "[1 - 65536]"},
               {"sensitivity --method morris --trajectories", "[1 - 10000]"},
               {"sensitivity --method morris --levels", "[1 - 1000]"},
               {"sensitivity --year", "[2000 - 2100]"},
               {"sensitivity --method sobol --until-width", "[0 - 10]"},
               {"run --mode stochastic --replicates", "[0 - 1000000]"},
               {"run --mode stochastic --assumptions", "[0 - 1000000]"},
               {"run --threads", "1 to 1024"},
               {"solve --confidence", "[0.5 - 0.9999]"},
               {"solve --year", "[2000 - 2100]"},
               {"solve --replicates", "[0 - 1000000]"},
               {"plan --years", "[1 - 40]"},
               {"plan --year", "[2000 - 2100]"},
               {"budget --year", "[2000 - 2100]"},
               {"compare --who", "[0 - 1000]"},
               {"reforecast --backtest --paths", "[2 - 1000]"},
               {"synthesize --out x.h5 --members", "[1 - 2000000000]"},
               {"synthesize --as-office x --fault-rate", "[0 - 1]"}};
  for (const auto& one : cases) {
    for (const std::string number : {"4294967296", "18446744073709551616", "-1", "nan", "inf", "-inf", "1e999", "x"}) {
      const Ran ran = folder.run(std::string(one.line) + "=" + number + " --lang en");
      EXPECT_EQ(ran.exit_code, 2) << one.line << " " << number << ran.err;
      EXPECT_THAT(ran.err, HasSubstr(one.range)) << one.line << " " << number;
    }
  }
  EXPECT_EQ(folder.listing(), "");
}

TEST(Leaving, a_name_of_any_length_is_a_slip_and_no_fault) {
  const ScratchFolder folder;
  const std::string name(5000, 'x');
  for (const std::string before : {"run --out ",
                                   "run ",
                                   "run --report ",
                                   "run --roster ",
                                   "run --registry ",
                                   "run --mode stochastic --journal ",
                                   "report ",
                                   "check ",
                                   "verify ",
                                   "import ",
                                   "compare zhongwei-2024 ",
                                   "budget --year 2025 --entries ",
                                   "cash --out ",
                                   "reforecast --actuals ",
                                   "explain --member ",
                                   "explain --person ",
                                   "list parameters ",
                                   "run --versions ",
                                   "synthesize --out ",
                                   "calibrate ",
                                   "track --registry "}) {
    std::string line = before + name;
    if (before == "cash --out ") line += ".xlsx";
    if (before == "report " || before == "import ") line += " --out out";
    const Ran ran = folder.run(line + " --lang en");
    EXPECT_NE(ran.exit_code, 1) << before << ran.err.substr(0, 300);
    EXPECT_LT(ran.exit_code, 128) << before;
    EXPECT_THAT(ran.err, Not(HasSubstr("fault of the program"))) << before;
  }
}

}  // namespace
}  // namespace disburse
