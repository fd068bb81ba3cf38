// What is refused is told in the reader's language: Chinese for a planner, English for who asks for it, and nothing of
// a pattern is left over in either.
#include <gtest/gtest.h>

#include <functional>

#include "engine/law/parameters.hpp"
#include "outputs/text/messages.hpp"
#include "scenarios/agencies/agency_reader.hpp"
#include "scenarios/library/scenario_file.hpp"
#include "scenarios/library/unknowns_file.hpp"
#include "scenarios/persons/person_reader.hpp"
#include "scenarios/rosters/readers/margins_reader.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// Whether `text` has a character of the Chinese block (U+4E00 to U+9FFF: its first byte is E4 to E9).
bool has_chinese(const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xE4 && byte <= 0xE9) return true;
  }
  return false;
}

/// All that is wrong with a file that holds `text`.
InputErrors wrong_with(const std::string& name, const std::string& text,
                       const std::function<void(const fs::path&)>& read) {
  const ScratchFolder folder;
  folder.write(name, text);
  try {
    read(folder.path() / name);
  } catch (const InputRejected& rejected) {
    return rejected.errors();
  }
  return {};
}

/// Every sentence of every error, in both languages.
void expect_told_in_both(const InputErrors& errors, std::size_t at_least) {
  EXPECT_GE(errors.size(), at_least);
  for (const InputError& error : errors) {
    for (const Message& sentence : {error.problem, error.why, error.remedy}) {
      const std::string chinese = say(Language::zh, sentence);
      const std::string english = say(Language::en, sentence);
      EXPECT_TRUE(has_chinese(chinese)) << chinese;
      EXPECT_FALSE(has_chinese(english)) << english;
      EXPECT_EQ(chinese.find("{}"), std::string::npos) << chinese;
      EXPECT_EQ(english.find("{}"), std::string::npos) << english;
    }
  }
}

TEST(RefusalsInBothLanguages, of_a_person) {
  expect_told_in_both(wrong_with("person.toml", R"(schema = "disburse/person/1"
label = "x"
scheme = "military"
group = "female_60"
birth = "1970-13"
joined = "1990-07"
retired = "2025-04"
service_months = 961
index = "5.01"
account_balance = "-1"
colour = "red"
)",
                                 [](const fs::path& file) { read_person(file); }),
                      7);
}

TEST(RefusalsInBothLanguages, of_an_agency) {
  expect_told_in_both(wrong_with("agency.toml", R"(schema = "disburse/agency/1"
name = "../north"
titel = "x"
level = 3
schemes = ["enterprize"]
)",
                                 [](const fs::path& file) { read_agency(file.parent_path()); }),
                      5);
}

TEST(RefusalsInBothLanguages, of_published_headcounts) {
  expect_told_in_both(wrong_with("margins.toml", R"(schema = "disburse/margins/1"
[[margin]]
name = "n"
source = "s"
scheme = "enterprise"
by = "weight"
cells = [["50", "1"], ["50-59", "many"], ["60-"]]
[[taken_up]]
parameter = "p"
scheme = "enterprise"
persons = -1
source = "s"
)",
                                 [](const fs::path& file) { read_margins(file); }),
                      4);
}

TEST(RefusalsInBothLanguages, of_a_scenario_and_of_what_is_unknown) {
  const ScratchFolder folder;
  folder.write("what-if.toml", R"(schema = "disburse/scenario/1"
name = "What If"
title = "t"
horizon = "2024-12..2024-01"
seed = "x"
[[override]]
path = "p.x"
value = "1"
from = "2024-13"
[[uncertain]]
path = "p.y"
low = "1"
distribution = "flat"
)");
  folder.write("unknowns.toml", R"(schema = "disburse/unknowns/1"
title = "t"
[[question]]
id = "q"
name = "q"
name_en = "q"
[[cause]]
id = "c"
name = "c"
name_en = "c"
source = "s"
distribution = "flat"
moves = []
)");
  InputErrors scenario;
  read_scenario_file(folder.path() / "what-if.toml", scenario);
  expect_told_in_both(scenario, 5);
  InputErrors unknowns;
  read_unknowns(folder.path() / "unknowns.toml", unknowns);
  expect_told_in_both(unknowns, 2);
}

TEST(RefusalsInBothLanguages, of_a_value) {
  ParameterTree law;
  Parameter rate;
  rate.path = rate.name = "a.rate";
  rate.unit = Unit::rate;
  rate.minimum = Rate();
  rate.maximum = Rate(1, 1);
  DatedValue dated;
  dated.from = Month(2024, 1);
  dated.value = Rate(1, 2);
  rate.values.push_back(dated);
  law.add(rate);
  InputErrors errors;
  const auto change = [&](const std::string& path, const std::string& value) {
    law.override_value({path, value, "a test", "--set", {"--set", 0, 0}}, errors);
  };
  change("a.rat", "0.1");
  change("a.rate", "much");
  change("a.rate", "1.5");
  law.set_uncertainty("a.rate", "0.9", "0.1", "uniform", "a test", {"--set", 0, 0}, errors);
  expect_told_in_both(errors, 4);
}

}  // namespace
}  // namespace disburse
