// A roster that is read piece by piece: the same bytes as in memory, killed and resumed; and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

constexpr int killed = 137;

constexpr const char* job = "run --roster r.h5 --quiet --format json --mode stochastic --horizon 2024-01..2025-12 ";

/// 300,000 members of like cities: two pieces.
const ScratchFolder& country() {
  static const ScratchFolder folder;
  static const bool made = [] {
    const Ran ran = folder.run("synthesize --members 3e5 --out r.h5");
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("300000"));
    return ran.exit_code == 0;
  }();
  EXPECT_TRUE(made);
  return folder;
}

std::string answer(const std::string& options, const std::string& environment = "") {
  const Ran ran = country().run(job + options, environment);
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  return ran.out;
}

TEST(Streaming, gives_the_bytes_that_memory_gives) {
  const std::string memory = answer("--replicates 80 --threads 1");
  for (const std::string threads : {"1", "2", "7"})
    EXPECT_EQ(answer("--replicates 80 --stream --threads " + threads), memory) << threads;
  EXPECT_EQ(answer("--replicates 16 --assumptions 2 --stream"), answer("--replicates 16 --assumptions 2"));
}

TEST(Streaming, a_killed_run_ends_with_the_same_bytes) {
  const std::string whole = answer("--replicates 1280 --stream --journal whole");
  const std::size_t size = country().read("whole").size();
  for (std::size_t tenth = 1; tenth < 9; tenth += 2) {
    const Ran ran = country().run(std::string(job) + "--replicates 1280 --stream --journal j",
                                  killed_beyond("j", size * tenth / 10));
    EXPECT_EQ(ran.exit_code, killed) << tenth;
    EXPECT_LT(country().read("j").size(), size) << "killed before the end";
  }
  EXPECT_EQ(answer("--replicates 1280 --stream --journal j"), whole);
  // Tiles of a stream and of a run in memory are the same, and a longer run takes those of a shorter one.
  EXPECT_EQ(answer("--replicates 1280 --journal j"), whole);
  EXPECT_EQ(answer("--replicates 1344 --stream --journal j"), answer("--replicates 1344"));
}

TEST(Streaming, says_what_cannot_be_had) {
  const auto complaint = [](const std::string& command) {
    const Ran ran = country().run(command + " --lang en");
    EXPECT_EQ(ran.exit_code, 2) << command;
    return ran.err;
  };
  EXPECT_THAT(complaint("run --roster r.h5 --stream --report papers"), HasSubstr("read piece by piece"));
  EXPECT_THAT(complaint("synthesize --members 1e9 --out big.h5 --roster r.h5"), HasSubstr("--roster"));
  EXPECT_THAT(complaint("synthesize --members 1e6 --as-office big"), HasSubstr("--as-office"));
  EXPECT_THAT(complaint("run --stream"), HasSubstr("--stream"));
  EXPECT_THAT(complaint("synthesize --members 0 --out big.h5"), HasSubstr("--members"));
  EXPECT_EQ(country().listing().find("big"), std::string::npos) << country().listing();
}

}  // namespace
}  // namespace disburse
