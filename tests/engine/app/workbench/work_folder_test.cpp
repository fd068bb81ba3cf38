#include "engine/app/workbench/work_folder.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace disburse
