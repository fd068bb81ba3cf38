#include "scenarios/library/scenario_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "engine/base/error.hpp"
#include "engine/support/publication.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A folder of scenario files beside the shipped library.
class Extends : public testing::Test {
 protected:
  Extends() { fs::create_directories(folder_ / "own" / "deeper"); }
  ~Extends() override { fs::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& extends) const {
    const fs::path path = folder_ / name;
    publish_file(path, "schema = \"disburse/scenario/1\"\nname = \"" + path.stem().string() + "\"\nextends = \"" +
                           extends + "\"\ntitle = \"t\"\nauthor = \"a\"\nreference = \"r\"\n");
    return path.string();
  }
  fs::path library() const { return city_dir() / "scenarios"; }
  std::string complaint(const std::string& name) const {
    try {
      read_scenario(name, library());
    } catch (const InputRejected& rejected) {
      EXPECT_EQ(rejected.door(), Door::data);
      return rejected.what();
    }
    return "";
  }

  fs::path folder_ = fs::temp_directory_path() / ("disburse-extends-" + std::to_string(getpid()));
};

TEST_F(Extends, a_file_beside_the_scenario_or_below_it) {
  file("own/deeper/below.toml", "zhongwei-2024");
  file("own/beside.toml", "deeper/below.toml");
  const Scenario scenario = read_scenario(file("own/top.toml", "beside.toml"), library());
  EXPECT_THAT(scenario.lineage, testing::ElementsAre("beside", "below", "zhongwei-2024"));
}

TEST_F(Extends, a_circle_is_told_however_its_files_are_named) {
  EXPECT_THAT(complaint(file("own/itself.toml", "itself.toml")), HasSubstr("extends itself"));
  EXPECT_THAT(complaint(file("own/round.toml", "deeper/../round.toml")), HasSubstr("extends itself"));
  file("own/second.toml", "./first.toml");
  EXPECT_THAT(complaint(file("own/first.toml", "second.toml")), HasSubstr("by way of second"));
}

TEST_F(Extends, a_file_outside_the_scenarios_folder_is_not_read) {
  const std::string outside = file("outside.toml", "zhongwei-2024");
  EXPECT_THAT(complaint(file("own/absolute.toml", outside)), HasSubstr("outside the folder"));
  EXPECT_THAT(complaint(file("own/upwards.toml", "../outside.toml")), HasSubstr("outside the folder"));
  fs::create_symlink(outside, folder_ / "own" / "link.toml");
  EXPECT_THAT(complaint(file("own/by-link.toml", "link.toml")), HasSubstr("outside the folder"));
}

/// A base that was carried on from the library's.
class CarriedBase : public Extends {
 protected:
  CarriedBase() {
    fs::create_directories(folder_ / "own" / "Y25");
    publish_file(base_,
                 "schema = \"disburse/scenario/1\"\nname = \"city-2025\"\nfollows = [\"zhongwei-2024\"]\n"
                 "title = \"t\"\nauthor = \"a\"\nreference = \"r\"\nbudget = \"budget.toml\"\n"
                 "roster = \"roster.h5\"\nhorizon = \"2025-01..2025-12\"\nseed = 7\n");
  }
  fs::path base_ = folder_ / "own" / "Y25" / "city-2025.toml";
};

TEST_F(CarriedBase, stands_in_for_the_base_of_the_year_before) {
  const Scenario scenario = read_scenario("award-660", library(), base_.string());
  EXPECT_EQ(scenario.lineage, (std::vector<std::string>{"city-2025"}));
  EXPECT_EQ(scenario.budget, "budget.toml");
  EXPECT_EQ(scenario.horizon.first, Month(2025, 1));
  ASSERT_EQ(scenario.overrides.size(), 1U);
  EXPECT_EQ(read_scenario("award-660", library()).horizon.first, Month(2024, 1)) << "alone it is of its own year";
  EXPECT_EQ(read_scenario(base_.string() + "+award-660", library()).horizon.first, Month(2025, 1));
}

TEST_F(CarriedBase, is_extended_by_its_name_from_beside_its_folder) {
  EXPECT_EQ(read_scenario(file("own/mine.toml", "city-2025"), library()).budget, "budget.toml");
  EXPECT_EQ(read_scenario(file("own/Y25/mine.toml", "city-2025"), library()).budget, "budget.toml");
  EXPECT_EQ(read_scenario(file("own/path.toml", "Y25/city-2025.toml"), library()).budget, "budget.toml");
  const std::string elsewhere = file("own/deeper/mine.toml", "city-2025");
  EXPECT_THAT(complaint(elsewhere), HasSubstr("no scenario named city-2025"));
  EXPECT_EQ(read_scenario(elsewhere, library(), base_.string()).budget, "budget.toml") << "the base is named";
}

TEST_F(CarriedBase, in_two_folders_is_asked_for) {
  fs::create_directories(folder_ / "own" / "again");
  fs::copy_file(base_, folder_ / "own" / "again" / "city-2025.toml");
  EXPECT_THAT(complaint(file("own/mine.toml", "city-2025")), HasSubstr("stands in"));
}

TEST_F(Extends, the_library_may_be_named_by_its_path) {
  const std::string base = (library() / "zhongwei-2024.toml").string();
  EXPECT_EQ(read_scenario(file("own/whole-path.toml", base), library()).budget, "zhongwei-2024");
}

}  // namespace
}  // namespace disburse
