// Every scenario of the library opens, runs and balances; each what-if changes what it names and nothing else.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/comparison/run_comparison.hpp"
#include "engine/evaluation/evaluator.hpp"
#include "engine/support/publication.hpp"
#include "scenarios/library/scenario_reader.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

std::vector<std::string> library() { return list_scenarios(city_dir() / "scenarios"); }

class Library : public testing::TestWithParam<std::string> {};

/// Three years, so that what-ifs about later years have something to move.
Session three_years(const std::string& scenario) {
  InputOptions options;
  options.scenario = scenario;
  options.horizon = {"2024-01..2026-12", "--horizon"};
  return open_session(options);
}

Evaluator& base_evaluator() {
  static Evaluator evaluator = [] {
    InputOptions options;
    options.horizon = {"2024-01..2026-12", "--horizon"};
    const Scenario scenario = scenario_of(options, find_data());
    return Evaluator(std::make_shared<const LoadedData>(load_data(options, scenario)), scenario);
  }();
  return evaluator;
}

TEST_P(Library, runs_and_moves_no_programme_that_does_not_read_what_it_changes) {
  const Session session = three_years(GetParam());
  const RunResult variant = run(session, 1);  // throws when the control sheet does not balance
  static const RunResult base = run(three_years("zhongwei-2024"), 1);
  const VariantComparison comparison = compare_runs(base, variant);
  base_evaluator().evaluate({});
  base_evaluator().evaluate(session.scenario.overrides);
  std::set<std::string> readers;
  for (const Override& change : session.scenario.overrides) readers.merge(base_evaluator().readers_of(change.path));
  int moved = 0;
  for (const ProgrammeChange& change : comparison.programmes) {
    moved += change.untouched ? 0 : 1;
    EXPECT_TRUE(change.untouched || readers.contains(change.id)) << change.id;
  }
  EXPECT_EQ(moved > 0, GetParam() != "zhongwei-2024") << "a what-if that moves nothing is no what-if";
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
