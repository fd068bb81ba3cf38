// One scenario file: what it says, and every line that is refused.
#include "scenarios/library/scenario_file.hpp"

#include <gtest/gtest.h>

#include "support/refusals.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

const std::string head =
    "schema = \"disburse/scenario/1\"\nname = \"what-if\"\ntitle = \"t\"\nauthor = \"a\"\nreference = \"r\"\n"
    "extends = \"base\"\n";

std::optional<ScenarioFile> read(const std::string& text, InputErrors& errors) {
  const ScratchFolder folder;
  folder.write("what-if.toml", text);
  return read_scenario_file(folder.path() / "what-if.toml", errors);
}

Keys refused(const std::string& rest, const std::string& own_head = head) {
  InputErrors errors;
  read(own_head + rest, errors);
  return keys_of(errors);
}

std::string override_of(const std::string& rest) {
  return "[[override]]\npath = \"p.x\"\nvalue = \"1\"\nreason = \"why\"\n" + rest;
}

TEST(ScenarioFile, says_what_it_changes) {
  InputErrors errors;
  const auto file = read(head + "horizon = \"2024-01..2025-12\"\nseed = 7\n" +
                             override_of("from = \"2024-10\"\nuntil = \"2025-09\"\n") +
                             "[[switch]]\nprogramme = \"cards\"\nreason = \"none\"\non = false\n"
                             "[[uncertain]]\npath = \"p.y\"\nlow = \"1\"\nhigh = \"2\"\ndistribution = \"normal\"\n"
                             "source = \"s\"\n"
                             "[[correlation]]\nfirst = \"p.y\"\nsecond = \"p.z\"\nvalue = \"-0.25\"\nsource = \"s\"\n"
                             "[[sweep]]\npath = \"p.x\"\nvalues = [\"1\", \"2\"]\n",
                         errors);
  ASSERT_TRUE(errors.empty()) << to_string(*errors.begin());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->extends, "base");
  ASSERT_TRUE(file->horizon);
  EXPECT_EQ(file->horizon->count, 24);
  EXPECT_EQ(file->seed, 7);
  ASSERT_EQ(file->overrides.size(), 1u);
  EXPECT_EQ(file->overrides[0].from, Month(2024, 10));
  EXPECT_EQ(file->overrides[0].until, Month(2025, 9));
  EXPECT_EQ(file->overrides[0].origin, "what-if");
  ASSERT_EQ(file->switched_off.size(), 1u);
  EXPECT_EQ(file->switched_off[0].programme, "cards");
  ASSERT_EQ(file->uncertain.size(), 1u);
  EXPECT_EQ(file->uncertain[0].distribution, "normal");
  ASSERT_EQ(file->correlations.size(), 1u);
  EXPECT_DOUBLE_EQ(file->correlations[0].value, -0.25);
  ASSERT_EQ(file->sweeps.size(), 1u);
  EXPECT_EQ(file->sweeps[0].values, (Keys{"1", "2"}));
}

TEST(ScenarioFile, refuses_windows_that_cannot_be) {
  EXPECT_EQ(refused(override_of("until = \"2024-10\"\n")), (Keys{"until"})) << "it has no beginning";
  EXPECT_EQ(refused(override_of("from = \"2024-10\"\nuntil = \"2024-09\"\n")), (Keys{"until"}));
  InputErrors reversed;
  read(head + override_of("from = \"2024-10\"\nuntil = \"2024-09\"\n"), reversed);
  EXPECT_NE(english(reversed.all().front().remedy).find("2024-10 or later"), std::string::npos) << "it has a beginning";
  EXPECT_EQ(refused(override_of("from = \"2024-10\"\nuntil = \"2024-10\"\n")), Keys{}) << "one month";
  EXPECT_EQ(refused(override_of("") + override_of("")), (Keys{"path"})) << "the second would win in silence";
  EXPECT_EQ(refused(override_of("from = \"2024-01\"\n") + override_of("from = \"2025-01\"\n")), Keys{});
}

TEST(ScenarioFile, refuses_what_says_nothing) {
  EXPECT_EQ(refused("[[switch]]\nprogramme = \"cards\"\nreason = \"r\"\non = true\n"), (Keys{"on"}));
  EXPECT_EQ(refused("[[sweep]]\npath = \"p.x\"\nvalues = [\"1\"]\n"), (Keys{"values"}));
  EXPECT_EQ(refused("[[correlation]]\nfirst = \"a\"\nsecond = \"b\"\nvalue = \"much\"\nsource = \"s\"\n"),
            (Keys{"value"}));
  EXPECT_EQ(refused("seed = -1\n"), (Keys{"seed"}));
  EXPECT_EQ(refused("horizon = \"2024\"\n"), (Keys{"horizon"}));
  EXPECT_EQ(refused("horizn = \"2024-01..2024-12\"\n").size(), 1u);
}

TEST(ScenarioFile, is_found_by_its_name) {
  std::string other = head;
  other.replace(other.find("what-if"), 7, "whatnot");
  EXPECT_EQ(refused("", other), (Keys{"name"}));
  std::string schema = head;
  schema.replace(schema.find("scenario/1"), 10, "scenario/2");
  EXPECT_EQ(refused("", schema), (Keys{"schema"}));
  EXPECT_EQ(refused("", "schema = \"disburse/scenario/1\"\nname = \"what-if\"\n"),
            (Keys{"author", "reference", "title"}));
}

TEST(ScenarioFile, that_is_no_toml_is_none) {
  InputErrors errors;
  EXPECT_FALSE(read("= = =", errors));
  EXPECT_FALSE(errors.empty());
}

}  // namespace
}  // namespace disburse
