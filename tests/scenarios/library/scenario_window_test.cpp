// A scenario file says to which months it speaks, and the library holds to the years that it names.
#include "scenarios/library/scenario_window.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "engine/support/publication.hpp"
#include "scenarios/library/scenario_file.hpp"
#include "scenarios/library/scenario_reader.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr const char* undated = "[[override]]\npath = \"x.y\"\nvalue = \"1\"\nreason = \"r\"\n";

/// What a file with `more` after its heading says, and what is wrong with it.
struct Read {
  std::optional<ScenarioFile> file;
  std::string faults;
};

Read read_with(const std::string& more) {
  const fs::path path = fs::temp_directory_path() / ("disburse-window-" + std::to_string(::getpid()) + ".toml");
  publish_file(path, "schema = \"disburse/scenario/1\"\nname = \"" + path.stem().string() +
                         "\"\ntitle = \"t\"\nauthor = \"a\"\nreference = \"r\"\nextends = \"base\"\n" + more);
  Read read;
  InputErrors errors;
  read.file = read_scenario_file(path, errors);
  try {
    throw_if_any(Door::data, std::move(errors));
  } catch (const InputRejected& rejected) {
    read.faults = rejected.what();
  }
  fs::remove(path);
  return read;
}

std::string fault_of(const std::string& more) { return read_with(more).faults; }

TEST(ScenarioWindow, dates_the_changes_that_have_no_dates_and_leaves_the_others_theirs) {
  const Read read = read_with(
      "window = \"2024-01..2024-12\"\n" + std::string(undated) +
      "[[override]]\npath = \"x.z\"\nvalue = \"1\"\nreason = \"r\"\nfrom = \"2024-03\"\nuntil = \"2024-05\"\n");
  ASSERT_EQ(read.faults, "");
  ASSERT_EQ(read.file->overrides.size(), 2u);
  EXPECT_EQ(read.file->overrides[0].from, Month(2024, 1));
  EXPECT_EQ(read.file->overrides[0].until, Month(2024, 12));
  EXPECT_EQ(read.file->overrides[1].from, Month(2024, 3));
  EXPECT_EQ(read.file->overrides[1].until, Month(2024, 5));
}

TEST(ScenarioWindow, without_an_end_begins_the_change_and_lets_it_last) {
  const Read read = read_with("window = \"2025-01..\"\n" + std::string(undated));
  ASSERT_EQ(read.faults, "");
  EXPECT_EQ(read.file->overrides.at(0).from, Month(2025, 1));
  EXPECT_EQ(read.file->overrides.at(0).until, std::nullopt);
}

TEST(ScenarioWindow, a_file_without_one_leaves_its_changes_undated) {
  const Read read = read_with(undated);
  ASSERT_EQ(read.faults, "");
  EXPECT_EQ(read.file->overrides.at(0).from, std::nullopt);
  EXPECT_EQ(read.file->overrides.at(0).until, std::nullopt);
}

/// Months whose ends are turned are said to be that, with the months that were meant.
TEST(ScenarioWindow, months_that_end_before_they_begin_are_named) {
  for (const char* key : {"window", "horizon"}) {
    const std::string fault = fault_of(std::string(key) + " = \"2025-12..2025-01\"\n" + undated);
    EXPECT_NE(fault.find("ends before it begins"), std::string::npos) << fault;
    EXPECT_NE(fault.find("2025-01..2025-12"), std::string::npos) << fault;
  }
  EXPECT_EQ(fault_of("window = \"2025-01..2025-01\"\n" + std::string(undated)), "") << "a month";
}

TEST(ScenarioWindow, what_is_no_range_of_months_is_refused_at_its_line) {
  for (const char* text :
       {"2024", "2024-01", "2024-01.2024-12", "2024-12..2024-01", "2024-13..2025-01", "..2024-12", "2024-01..x"}) {
    const std::string fault = fault_of("window = \"" + std::string(text) + "\"\n" + undated);
    EXPECT_NE(fault.find(".toml:7"), std::string::npos) << text << ": " << fault;
    EXPECT_NE(fault.find("window"), std::string::npos) << text << ": " << fault;
  }
}

TEST(ScenarioWindow, dates_outside_it_are_refused) {
  const auto dated = [](const std::string& dates) {
    return "window = \"2024-01..2024-12\"\n" + std::string(undated) + dates;
  };
  EXPECT_NE(fault_of(dated("from = \"2023-12\"\nuntil = \"2024-02\"\n")).find(".toml:12"), std::string::npos);
  EXPECT_NE(fault_of(dated("from = \"2024-12\"\nuntil = \"2025-01\"\n")).find(".toml:13"), std::string::npos);
  EXPECT_NE(fault_of(dated("from = \"2024-03\"\n")).find(".toml:12"), std::string::npos) << "it would never end";
  EXPECT_EQ(fault_of(dated("from = \"2024-01\"\nuntil = \"2024-12\"\n")), "");
}

TEST(ScenarioWindow, bounds_nothing_that_cannot_be_dated) {
  const std::string window = "window = \"2024-01..2024-12\"\n";
  EXPECT_NE(fault_of(window), "") << "there is nothing to bound";
  EXPECT_NE(fault_of(window + undated + "[[switch]]\nprogramme = \"p\"\non = false\nreason = \"r\"\n"), "");
  EXPECT_NE(fault_of(window + undated + "[[sweep]]\npath = \"x.y\"\nvalues = [\"1\", \"2\"]\n"), "");
}

/// The years that `text` names ("2024 年"), and whether it means that year and those after it ("2025 年起").
struct Named {
  int first = 9999, last = 0;
  bool for_good = false;
};

void add_years(const std::string& text, Named& named) {
  static const std::regex year("((?:19|20)[0-9]{2}) ?年(起)?");
  for (std::sregex_iterator at(text.begin(), text.end(), year), end; at != end; ++at) {
    const int number = std::stoi((*at)[1].str());
    named.first = std::min(named.first, number);
    named.last = std::max(named.last, number);
    named.for_good = named.for_good || (*at)[2].matched;
  }
}

TEST(ScenarioWindow, every_scenario_of_the_library_that_names_a_year_changes_nothing_outside_it) {
  const fs::path library = city_dir() / "scenarios";
  std::size_t held = 0;
  for (const std::string& name : list_scenarios(library)) {
    const Scenario scenario = read_scenario(name, library);
    for (const Override& change : scenario.overrides) {
      Named named;
      add_years(scenario.title, named);
      add_years(change.reason, named);
      if (named.last == 0) continue;
      ++held;
      ASSERT_TRUE(change.from) << name << " names " << named.first << " and has no window: " << change.path;
      EXPECT_GE(*change.from, Month(named.first, 1)) << name << ": " << change.path;
      if (named.for_good) continue;
      ASSERT_TRUE(change.until) << name << ": " << change.path;
      EXPECT_LE(*change.until, Month(named.last, 12)) << name << ": " << change.path;
    }
  }
  EXPECT_GT(held, 0u);
}

}  // namespace
}  // namespace disburse
