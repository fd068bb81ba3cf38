// A recipe laid over the default one: an agency gives the counts that it has, of its own years.
#include "scenarios/rosters/readers/recipe_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/layers.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

const std::filesystem::path below = source_dir() / "scenarios" / "rosters" / "default.toml";

std::string head(const std::string& as_of) {
  return "schema = \"disburse/recipe/1\"\ntitle = \"虚构示例\"\nas_of = \"" + as_of + "\"\n";
}
std::string count(const std::string& name, int persons) {
  return "[counts." + name + "]\nname = \"" + name +
         "\"\nunit = \"persons\"\nvalues = [ { from = \"2000-01\", known = \"2000-01-01\", value = \"" +
         std::to_string(persons) + "\", status = \"assumed\", reference = \"虚构示例\" } ]\n";
}

std::string refusal(const std::string& text) {
  const ScratchFolder folder;
  folder.write("roster.toml", text);
  ParameterTree law;
  try {
    read_recipe({folder.path() / "roster.toml", "example", below}, law);
  } catch (const InputRejected& refused) {
    return refused.what();
  }
  return "";
}

TEST(RecipeReader, counts_of_a_scheme_that_the_agency_lacks_are_nobody) {
  ParameterTree law;
  const ScratchFolder folder;
  folder.write("roster.toml", head("2024-12") + count("resident_pensioners", 1200) + count("resident_payers", 900));
  const Recipe recipe = read_recipe({folder.path() / "roster.toml", "example", below}, law);
  EXPECT_EQ(recipe.year().first, Month(2025, 1));
  EXPECT_EQ(law.integer("counts.resident_pensioners", Month(2025, 1)), 1200);
  EXPECT_EQ(law.integer("counts.enterprise_retirees", Month(2025, 1)), 0);
  EXPECT_EQ(law.integer("counts.civil_service_active", Month(2025, 1)), 0);
}

TEST(RecipeReader, those_who_retired_lately_are_named_by_the_rosters_years) {
  EXPECT_EQ(refusal(head("2024-12") + count("enterprise_retired_2025_to_september", 10)), "");
  EXPECT_THAT(refusal(head("2024-12") + count("enterprise_retired_2022", 10)),
              testing::HasSubstr("enterprise_retired_2023"));
}

TEST(RecipeReader, a_date_that_is_no_december_is_refused) {
  EXPECT_THAT(refusal(head("2024-06")), testing::HasSubstr("2024-06"));
}

}  // namespace
}  // namespace disburse
