// Errors of past estimates, worked by hand; the registry keeps what it is given and refuses what is not its own.
#include "engine/track_record.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/registry.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

IssuedEstimate estimate(int made, int year, Money amount, std::optional<Money> low = {},
                        std::optional<Money> high = {}) {
  return {{made, 6, 1}, "run", "base", year, "", amount, low, high};
}

TEST(TrackRecord, scores_by_programme_and_years_ahead) {
  const std::vector<Outturn> outturns{{2021, "", 100.00_yuan}, {2022, "", 110.00_yuan}, {2023, "", 130.00_yuan}};
  const auto scores = track_scores({estimate(2021, 2022, 113.00_yuan, 108.00_yuan, 118.00_yuan),
                                    estimate(2022, 2023, 126.00_yuan, 120.00_yuan, 129.00_yuan),
                                    estimate(2021, 2023, 140.00_yuan), estimate(2021, 2030, 1.00_yuan)},
                                   outturns);
  ASSERT_EQ(scores.size(), 2u) << "one and two years ahead; 2030 has no outturn";
  const TrackScore& one = scores[0];
  EXPECT_EQ(one.horizon, 1);
  EXPECT_EQ(one.estimates, 2);
  EXPECT_EQ(one.bias, Money::fen(-50)) << "(3 - 4) / 2";
  EXPECT_EQ(one.mean_absolute, Money::fen(350));
  EXPECT_EQ(one.root_mean_square, Money::fen(354)) << "(12.5)^(1/2) = 3.5355";
  EXPECT_EQ(one.two_thirds, Money::fen(400));
  EXPECT_DOUBLE_EQ(*one.coverage, 0.5);
  EXPECT_EQ(one.naive_absolute, 15.00_yuan) << "as last year: 10 and 20";
  EXPECT_EQ(scores[1].bias, 10.00_yuan);
  EXPECT_FALSE(scores[1].coverage);
}

TEST(Registry, keeps_estimates_and_outturns) {
  const ScratchFolder folder;
  const auto file = folder.path() / "r.db";
  {
    Registry registry(file);
    registry.add(std::vector<IssuedEstimate>{estimate(2021, 2022, 113.00_yuan, 108.00_yuan, 118.00_yuan)});
    registry.add(std::vector<IssuedEstimate>{estimate(2021, 2022, 114.00_yuan)});
    registry.add(std::vector<Outturn>{{2022, "", 110.00_yuan}});
  }
  const Registry again(file);
  ASSERT_EQ(again.estimates().size(), 1u) << "issued twice on a day: the later one stands";
  EXPECT_EQ(again.estimates()[0].amount, 114.00_yuan);
  EXPECT_FALSE(again.estimates()[0].low);
  EXPECT_EQ(again.outturns().at(0).amount, 110.00_yuan);
  struct stat status {};
  ASSERT_EQ(stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

std::string refusal(const std::filesystem::path& file) {
  try {
    const Registry registry(file);
  } catch (const RegistryUnusable& unusable) {
    return unusable.what();
  }
  return "";
}

TEST(Registry, refuses_other_files_and_other_versions_and_leaves_them_alone) {
  const ScratchFolder folder;
  folder.write("letter", "This is a letter, and no database at all; it is long enough to have a page of a database.");
  EXPECT_THAT(refusal(folder.path() / "letter"), HasSubstr("is no registry"));
  { const Registry made(folder.path() / "r.db"); }
  std::string bytes = folder.read("r.db");
  bytes[63] = 9;  // user_version, the last of its four bytes
  folder.write("newer.db", bytes);
  EXPECT_THAT(refusal(folder.path() / "newer.db"), HasSubstr("is a registry of version 9, this program knows 1"));
  EXPECT_EQ(folder.read("newer.db"), bytes);
}

TEST(Registry, tells_when_another_run_holds_it) {
  const ScratchFolder folder;
  const auto file = folder.path() / "r.db";
  Registry registry(file);
  // Another process that keeps the write lock: the program itself must wait, give up and say so.
  ASSERT_EQ(std::system(("python3 -c \"import sqlite3,sys,time; c=sqlite3.connect('" + file.string() +
                         "', isolation_level=None); c.execute('BEGIN EXCLUSIVE'); open('" + file.string() +
                         ".held','w').close(); time.sleep(6)\" &")
                            .c_str()),
            0);
  while (!std::filesystem::exists(file.string() + ".held")) {
  }
  try {
    registry.add(std::vector<Outturn>{{2022, "", 110.00_yuan}});
    FAIL() << "the lock was not seen";
  } catch (const RegistryUnusable& unusable) {
    EXPECT_THAT(unusable.what(), HasSubstr("is in use by another run"));
  }
}

}  // namespace
}  // namespace disburse
