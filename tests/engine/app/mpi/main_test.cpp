// Ranks of an MPI job on this machine: the bytes of the run in one process. Skipped where disburse-mpi was not built.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

class OnRanks : public ::testing::Test {
 protected:
  ScratchFolder folder;
  void SetUp() override {
    if (!fs::exists(mpi())) GTEST_SKIP() << "built without DISBURSE_MPI";
  }
  static fs::path mpi() { return fs::path(program_path()).parent_path() / "disburse-mpi"; }
  /// disburse-mpi stands beside the program, which is what a folder runs.
  Ran run(int ranks, const std::string& arguments) const {
    return folder.run(arguments,
                      "OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 mpirun --oversubscribe -n " +
                          std::to_string(ranks) + " sh -c 'exec \"$0-mpi\" \"$@\"'");
  }
};

TEST_F(OnRanks, give_the_bytes_of_one_process) {
  const std::string job = "run --no-bands --mode stochastic --replicates 200 --quiet";
  const Ran whole = folder.run(job + " --out whole");
  ASSERT_EQ(whole.exit_code, 0) << whole.err;
  for (const int ranks : {1, 2, 3, 4, 7}) {
    const std::string name = "ranks" + std::to_string(ranks);
    const Ran ran = run(ranks, job + " --out " + name);
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_EQ(ran.out, whole.out) << ranks;
    for (const auto& entry : fs::directory_iterator(folder.path() / "whole")) {
      const std::string file = entry.path().filename().string();
      if (file == "run-log.json") continue;  // tells times
      EXPECT_TRUE(folder.read("whole/" + file) == folder.read(name + "/" + file)) << ranks << " " << file;
    }
  }
}

TEST_F(OnRanks, tell_a_slip_once) {
  const Ran ran = run(3, "run no-such-scenario --lang en");
  EXPECT_NE(ran.exit_code, 0);
  const std::size_t first = ran.err.find("no-such-scenario");
  ASSERT_NE(first, std::string::npos) << ran.err;
  EXPECT_THAT(run(2, "sweep --lang en").err, HasSubstr("runs `run` alone"));
}

}  // namespace
}  // namespace disburse
