// The registry: what was issued comes back, what is issued again replaces, other files are refused and left alone.
#include "engine/storage/registry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

IssuedEstimate estimate(const char* day, int year, const std::string& programme, Money amount) {
  IssuedEstimate one;
  one.made = *Date::parse(day);
  one.kind = "run";
  one.scenario = "base";
  one.year = year;
  one.programme = programme;
  one.amount = amount;
  return one;
}

TEST(Registry, keeps_estimates_and_outturns) {
  const ScratchFolder folder;
  const auto file = folder.path() / "record.db";
  {
    Registry registry(file);
    IssuedEstimate banded = estimate("2024-01-02", 2024, "award", 5.00_yuan);
    banded.low = 4.00_yuan;
    banded.high = 6.00_yuan;
    registry.add({estimate("2024-01-02", 2025, "", -7.01_yuan), banded});
    registry.add(std::vector<Outturn>{{2024, "award", 5.50_yuan}});
    registry.keep();
  }
  const Registry again(file);
  const auto estimates = again.estimates();
  ASSERT_EQ(estimates.size(), 2u);
  EXPECT_EQ(estimates[0].year, 2024) << "by year";
  EXPECT_EQ(estimates[0].low, 4.00_yuan);
  EXPECT_EQ(estimates[0].high, 6.00_yuan);
  EXPECT_EQ(estimates[1].amount, -7.01_yuan);
  EXPECT_FALSE(estimates[1].low);
  EXPECT_EQ(to_string(estimates[1].made), "2024-01-02");
  ASSERT_EQ(again.outturns().size(), 1u);
  EXPECT_EQ(again.outturns()[0].amount, 5.50_yuan);
}

TEST(Registry, replaces_what_is_issued_again_on_the_same_day) {
  const ScratchFolder folder;
  Registry registry(folder.path() / "record.db");
  registry.add({estimate("2024-01-02", 2024, "", 1.00_yuan)});
  registry.add({estimate("2024-01-02", 2024, "", 2.00_yuan), estimate("2024-01-03", 2024, "", 3.00_yuan)});
  ASSERT_EQ(registry.estimates().size(), 2u);
  EXPECT_EQ(registry.estimates()[0].amount, 2.00_yuan);
  registry.add(std::vector<Outturn>{{2024, "", 1.00_yuan}});
  registry.add(std::vector<Outturn>{{2024, "", 9.00_yuan}});
  ASSERT_EQ(registry.outturns().size(), 1u);
  EXPECT_EQ(registry.outturns()[0].amount, 9.00_yuan);
}

TEST(Registry, is_as_it_was_until_it_is_kept) {
  const ScratchFolder folder;
  const auto file = folder.path() / "record.db";
  { Registry(file).add({estimate("2024-01-02", 2024, "", 1.00_yuan)}); }
  EXPECT_EQ(folder.listing(), "") << "one that was new is gone";
  Registry(file).keep();
  const std::string before = folder.read("record.db");
  { Registry(file).add({estimate("2024-01-02", 2024, "", 1.00_yuan)}); }
  EXPECT_EQ(folder.read("record.db"), before);
  EXPECT_EQ(folder.listing(), "record.db\n");
}

TEST(Registry, tells_a_full_disk_from_a_wrong_name) {
  const ScratchFolder folder;
  const auto file = folder.path() / "record.db";
  Registry(file).keep();
  rlimit whole{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &whole), 0);
  const rlimit small{20'000, whole.rlim_max};
  std::signal(SIGXFSZ, SIG_IGN);
  Registry registry(file);
  std::vector<IssuedEstimate> many;
  for (int year = 0; year < 2000; ++year) many.push_back(estimate("2024-01-02", year, "a programme", 1.00_yuan));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  registry.add(many);
  EXPECT_THROW(registry.keep(), RegistryFailed);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &whole), 0);
}

TEST(Registry, is_its_owners_alone) {
  const ScratchFolder folder;
  const auto file = folder.path() / "record.db";
  Registry(file).keep();
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
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
  EXPECT_EQ(folder.read("letter").substr(0, 16), "This is a letter") << "it is left as it was";
  Registry(folder.path() / "r.db").keep();
  std::string bytes = folder.read("r.db");
  bytes[63] = 9;  // user_version, the last of its four bytes
  folder.write("newer.db", bytes);
  EXPECT_THAT(refusal(folder.path() / "newer.db"), HasSubstr("is a registry of version 9, this program knows 1"));
  EXPECT_EQ(folder.read("newer.db"), bytes);
}

TEST(Registry, tells_when_another_run_holds_it) {
  const ScratchFolder folder;
  const auto file = folder.path() / "r.db";
  Registry(file).keep();
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
