#include "engine/app/workbench/work_folder.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

namespace disburse {
namespace {

namespace fs = std::filesystem;

TEST(WorkFolder, gives_the_files_of_one_study_and_goes_away) {
  fs::path folder;
  {
    WorkFolder work;
    folder = work.fresh();
    EXPECT_NE(work.fresh(), folder);
    EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all);
    fs::create_directory(made_in(folder));
    std::ofstream(made_in(folder) / "a.xlsx") << "bytes";
    std::ofstream(folder / "actuals.csv") << "persons";
    EXPECT_TRUE(work.files_of("1").empty());
    work.name("1", folder);
    EXPECT_EQ(work.files_of("1"), std::vector<std::string>{"a.xlsx"});
    EXPECT_EQ(work.file("1", "a.xlsx"), "bytes");
    for (const char* name : {"../actuals.csv", "", ".", "b.xlsx"}) EXPECT_FALSE(work.file("1", name)) << name;
    EXPECT_FALSE(work.file("2", "a.xlsx"));
  }
  EXPECT_FALSE(fs::exists(folder));
}

TEST(WorkFolder, is_of_one_user_and_forgets) {
  WorkFolder work;
  const fs::path folder = work.fresh();
  fs::create_directory(made_in(folder));
  std::ofstream(made_in(folder) / "a.xlsx") << "bytes";
  work.name("7", folder, "wang");
  EXPECT_TRUE(work.belongs("7", "wang"));
  EXPECT_FALSE(work.belongs("7", "li"));
  EXPECT_EQ(work.folder_of("7"), folder);
  EXPECT_TRUE(work.forget("7"));
  EXPECT_FALSE(fs::exists(folder));
  EXPECT_TRUE(work.files_of("7").empty());
  EXPECT_FALSE(work.forget("8"));
}

TEST(WorkFolder, keeps_the_latest_of_many) {
  WorkFolder work;
  const fs::path first = work.fresh();
  work.name("0", first);
  for (int i = 1; i < 100; ++i) work.name(std::to_string(i), work.fresh());
  EXPECT_FALSE(fs::exists(first));
  EXPECT_TRUE(fs::exists(work.folder_of("99")));
}

TEST(WorkFolder, removes_what_a_killed_server_left_and_nothing_of_a_living_one) {
  const fs::path parent = fs::temp_directory_path();
  const pid_t child = fork();
  if (child == 0) _exit(0);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  const fs::path dead = parent / ("disburse-serve-" + std::to_string(child) + "-tested");
  const fs::path alive = parent / ("disburse-serve-" + std::to_string(getpid()) + "-tested");
  const fs::path other = parent / "disburse-serve-tested";
  for (const fs::path& folder : {dead, alive, other}) fs::create_directory(folder);
  { const WorkFolder work; }
  EXPECT_FALSE(fs::exists(dead));
  EXPECT_TRUE(fs::exists(alive));
  EXPECT_TRUE(fs::exists(other));
  for (const fs::path& folder : {dead, alive, other}) fs::remove_all(folder);
}

}  // namespace
}  // namespace disburse
