// Every scenario of the library opens, runs and balances; each what-if changes what it names and nothing else.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/support/files.hpp"
#include "scenarios/scenario_reader.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

std::vector<std::string> library() { return list_scenarios(source_dir() / "scenarios" / "library"); }

class Library : public testing::TestWithParam<std::string> {};

TEST_P(Library, runs_and_changes_only_the_programmes_that_it_names) {
  const Session session = session_with({}, GetParam());
  const RunResult variant = run(session, 1);  // throws when the control sheet does not balance
  const RunResult base = run(base_session(), 1);
  std::set<std::string> touched;
  for (const Override& change : session.scenario.overrides) {
    const std::string group = change.path.substr(0, change.path.find('.'));
    if (group == "adjustment") touched.insert("civil_service_pension");
    if (group == "mortality")
      touched.insert({"civil_service_pension", "resident_pension", "unity_award", "heating_allowance"});
    touched.insert(group);
  }
  for (std::size_t p = 0; p < base.programmes.size(); ++p) {
    const bool moved = variant.programmes[p].amount.projected != base.programmes[p].amount.projected;
    EXPECT_EQ(moved, touched.contains(base.programmes[p].id)) << base.programmes[p].id;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Library, testing::ValuesIn(library()), [](const auto& name) {
  std::string text = name.param;
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
});

TEST(Library, has_the_scenarios_that_others_name) {
  const auto names = library();
  for (const char* name : {"zhongwei-2024", "award-660", "award-eligible-0911", "heating-by-rule", "adjustment-2",
                           "adjustment-4", "mortality-low-10"}) {
    EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
  }
}

TEST(Scenario, a_cycle_and_a_missing_reason_are_refused) {
  const auto folder = std::filesystem::temp_directory_path() / ("disburse-library-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const auto write = [&](const char* name, const char* extends, const char* more) {
    publish_file(folder / (std::string(name) + ".toml"), std::string("schema = \"disburse/scenario/1\"\nname = \"") +
                                                             name + "\"\ntitle = \"t\"\nauthor = \"a\"\n" +
                                                             "reference = \"r\"\nextends = \"" + extends + "\"\n" +
                                                             more);
  };
  write("a", "b", "");
  write("b", "a", "");
  write("c", "nothing",
        "[[override]]\npath = \"x.y\"\nvalue = \"1\"\n[[override]]\npath = \"x.y\"\nvalue = \"2\"\nreason = \"r\"\n");
  const auto message = [&](const char* name) {
    try {
      read_scenario(name, folder);
    } catch (const InputRejected& rejected) {
      return std::string(rejected.what());
    }
    return std::string();
  };
  EXPECT_NE(message("a").find("extends itself"), std::string::npos);
  EXPECT_NE(message("c").find("reason: the key is missing"), std::string::npos) << message("c");
  EXPECT_NE(message("c").find("x.y is set twice"), std::string::npos);
  EXPECT_NE(message("c").find("no scenario named nothing"), std::string::npos);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace disburse
