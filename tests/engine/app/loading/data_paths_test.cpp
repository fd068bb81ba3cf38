// Where a program looks for its data.
#include "engine/app/loading/data_paths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/program.hpp"

namespace disburse {
namespace {

using ::testing::ElementsAre;

TEST(DataPaths, an_installed_program_looks_in_its_own_prefix_first) {
  EXPECT_THAT(data_candidates("/opt/disburse/bin/disburse"),
              ElementsAre("/opt/disburse/bin/share/disburse", "/opt/disburse/bin", "/opt/disburse/share/disburse",
                          "/opt/disburse"));
}

TEST(DataPaths, a_program_in_a_build_folder_finds_the_source_tree_by_the_folders_link) {
  EXPECT_EQ(data_candidates("/home/me/build/tests/disburse_tests")[2], "/home/me/build/share/disburse");
}

TEST(DataPaths, names_each_kind_of_file_below_the_root) {
  Agency county;
  county.name = "county";
  county.region = "north";
  county.folder = "/data/scenarios/agencies/county";
  const DataPaths paths{"/data", county};
  EXPECT_EQ(paths.scenarios(), "/data/scenarios/agencies/county/scenarios");
  EXPECT_EQ(paths.budget("2024"), "/data/scenarios/agencies/county/budgets/2024.toml");
  EXPECT_EQ(paths.budget("county-2024"), paths.budget("2024"));
  EXPECT_EQ(paths.roster("roster"), "/data/scenarios/agencies/county/roster.toml");
  EXPECT_EQ(paths.roster("county-2024"), paths.roster("roster"));
  EXPECT_EQ(paths.roster("other"), "/data/scenarios/agencies/county/rosters/other.toml");
  EXPECT_EQ(paths.calendar(), "/data/scenarios/agencies/county/calendar.toml");
  const std::vector<LawLayer> layers = paths.law();
  ASSERT_EQ(layers.size(), 3u);
  EXPECT_EQ(layers[0].folder, "/data/models");
  EXPECT_EQ(layers[1].folder, "/data/models/regions/north");
  EXPECT_EQ(layers[1].shown, "models/regions/north");
  EXPECT_EQ(layers[2].folder, "/data/scenarios/agencies/county");
}

/// Made-up agencies below a folder that holds data.
class Choice : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_.path() / "models/programmes");
    setenv("DISBURSE_DATA", folder_.path().c_str(), 1);
    unsetenv("DISBURSE_AGENCY");
  }
  void TearDown() override {
    unsetenv("DISBURSE_DATA");
    unsetenv("DISBURSE_AGENCY");
  }
  void add(const std::string& where, const std::string& name) {
    std::filesystem::create_directories(folder_.path() / where);
    folder_.write(where + "/agency.toml", "schema = \"disburse/agency/1\"\nname = \"" + name +
                                              "\"\ntitle = \"示例\"\nlevel = \"county\"\nschemes = [\"resident\"]\n"
                                              "scenario = \"base\"\nreference = \"示例\"\n");
  }
  ScratchFolder folder_;
};

TEST_F(Choice, the_only_agency_needs_no_name_and_of_several_one_is_named) {
  add("scenarios/agencies/east", "east");
  EXPECT_EQ(find_data().agency.name, "east");
  add("scenarios/agencies/west", "west");
  EXPECT_THROW(find_data(), InputRejected);
  EXPECT_EQ(find_data("west").agency.name, "west");
  folder_.write("disburse.toml", "schema = \"disburse/settings/1\"\nagency = \"east\"\n");
  EXPECT_EQ(find_data().agency.name, "east");
  setenv("DISBURSE_AGENCY", "west", 1);
  EXPECT_EQ(find_data().agency.name, "west");
  EXPECT_EQ(find_data("east").agency.name, "east");
}

TEST_F(Choice, a_folder_anywhere_is_an_agency_and_what_is_none_is_refused_with_the_nearest) {
  add("scenarios/agencies/east", "east");
  add("elsewhere", "mine");
  const DataPaths paths = find_data((folder_.path() / "elsewhere").string());
  EXPECT_EQ(paths.agency.name, "mine");
  EXPECT_EQ(paths.law().back().shown, "mine");
  try {
    find_data("eest");
    FAIL();
  } catch (const InputRejected& refused) {
    EXPECT_EQ(refused.door(), Door::command_line);
    EXPECT_THAT(refused.what(), testing::HasSubstr("Did you mean east?"));
  }
}

TEST_F(Choice, a_region_that_is_not_there_is_refused) {
  add("scenarios/agencies/east", "east");
  folder_.write("scenarios/agencies/east/agency.toml",
                folder_.read("scenarios/agencies/east/agency.toml") + "region = \"nowhere\"\n");
  EXPECT_THROW(find_data(), InputRejected);
}

}  // namespace
}  // namespace disburse
