// A run that is killed, however often, ends with the bytes of one that never was.
#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

constexpr int killed = 137;

constexpr const char* job = "run --mode stochastic --horizon 2024-01..2025-12 --format json --replicates ";

TEST(Journal, a_run_killed_again_and_again_ends_with_the_same_bytes) {
  const ScratchFolder folder;
  const std::string whole = folder.run(std::string(job) + "6000 --journal whole").out;
  const std::size_t size = folder.read("whole").size();
  const std::size_t times = std::getenv("DISBURSE_FAULTS") != nullptr ? 30 : 6;
  for (std::size_t part = 1; part <= times; ++part) {
    const Ran ran =
        folder.run(std::string(job) + "6000 --journal j", killed_beyond("j", size * 3 * part / (4 * times)));
    EXPECT_EQ(ran.exit_code, killed) << part;
  }
  EXPECT_LT(folder.read("j").size(), size) << "killed before the end";
  const Ran last = folder.run(std::string(job) + "6000 --journal j");
  EXPECT_EQ(last.exit_code, 0);
  EXPECT_EQ(last.out, whole);
  EXPECT_EQ(folder.run(std::string(job) + "6000 --journal j --threads 2").out, whole);
}

TEST(Journal, a_longer_run_takes_the_pieces_of_a_shorter_one) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run(std::string(job) + "1000 --assumptions 4 --journal j").exit_code, 0);
  const std::size_t size = folder.read("j").size();
  const std::string longer = folder.run(std::string(job) + "2000").out;
  EXPECT_EQ(folder.run(std::string(job) + "2000 --journal j").out, longer);
  EXPECT_GT(folder.read("j").size(), size);
}

TEST(Journal, is_refused_where_it_belongs_to_another_run) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run(std::string(job) + "100 --journal j").exit_code, 0);
  const std::string before = folder.read("j");
  const Ran other =
      folder.run(std::string(job) + "100 --journal j --lang en --set unity_award.ordinary_per_payment=660元");
  EXPECT_EQ(other.exit_code, 2);
  EXPECT_THAT(other.err, HasSubstr("belongs to another run"));
  EXPECT_EQ(folder.read("j"), before);
}

TEST(Journal, a_killed_sweep_goes_on_and_another_grid_is_refused) {
  const ScratchFolder folder;
  const std::string grid =
      "sweep --format csv --sweep roster.civil_service_pension_mean=5600,5610,5620,5630,5640,5650,5660,5670,5680,5690 ";
  const std::string whole = folder.run(grid + "--journal whole").out;
  const std::size_t complete = folder.read("whole").size();
  for (const std::size_t tenth : {1u, 4u})
    EXPECT_EQ(folder.run(grid + "--journal j", killed_beyond("j", complete * tenth / 10)).exit_code, killed) << tenth;
  EXPECT_LT(folder.read("j").size(), complete) << "killed before the end";
  const Ran last = folder.run(grid + "--journal j --threads 1");
  EXPECT_EQ(last.exit_code, 0) << last.err;
  EXPECT_EQ(last.out, whole);
  const std::size_t size = folder.read("j").size();
  EXPECT_GT(size, 10u * 8u * 5u) << "ten points of at least five lines, eight bytes each, were written down";
  EXPECT_EQ(folder.run(grid + "--journal j").out, whole);
  EXPECT_EQ(folder.read("j").size(), size) << "and none was worked out again";
  const Ran other = folder.run(grid + "--journal j --lang en --sweep heating_allowance.standard=4500,5000");
  EXPECT_EQ(other.exit_code, 2);
  EXPECT_THAT(other.err, HasSubstr("belongs to another run"));
}

TEST(Journal, a_signal_stops_the_run_and_keeps_what_is_finished) {
  const ScratchFolder folder;
  const std::string many = std::string(job) + "200000 --journal j --out result";
  const auto interrupted = [&](const char* signal, int seconds) {
    const Ran ran =
        folder.run(many, std::string("timeout --preserve-status -s ") + signal + " " + std::to_string(seconds));
    EXPECT_EQ(ran.exit_code, 130) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("已中断；做完的部分记在 j"));
    EXPECT_TRUE(ran.out.empty());
    EXPECT_EQ(folder.listing().find("result"), std::string::npos) << folder.listing();
  };
  // On a machine that is busy with other things more time passes before the first piece is finished.
  constexpr int longest = 40;
  for (int seconds = 5; seconds <= longest && (seconds == 5 || folder.read("j").size() <= 10000u); seconds *= 2) {
    interrupted("INT", seconds);
    interrupted("TERM", seconds);
  }
  EXPECT_GT(folder.read("j").size(), 10000u);
}

}  // namespace
}  // namespace disburse
