// Counts of a recipe that move together: headcounts all, each scheme with an inflow and a stock.
#include "scenarios/rosters/readers/cohort_reader.hpp"

#include <gtest/gtest.h>

#include "support/toml_text.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

ParameterTree counts() {
  ParameterTree tree;
  for (const char* path : {"counts.entrants", "counts.later", "counts.stock"}) {
    Parameter one;
    one.path = path;
    one.unit = Unit::persons;
    tree.add(one);
  }
  Parameter other;
  other.path = "counts.mean";
  other.unit = Unit::yuan_per_month;
  tree.add(other);
  return tree;
}

Keys faults(const std::string& text, std::vector<CohortChange>* into = nullptr) {
  return toml_faults(text, [&](TomlTable& root, InputErrors&) {
    auto read = read_cohorts(root, counts());
    if (into != nullptr) *into = std::move(read);
  });
}

const std::string head = "[cohort.new]\nname = \"新退休\"\nname_en = \"new\"\n[[cohort.new.scheme]]\n";

TEST(CohortReader, reads_what_moves_together) {
  std::vector<CohortChange> cohorts;
  EXPECT_EQ(
      faults(head + "inflow = [\"counts.entrants\"]\nlater = [\"counts.later\"]\nstock = \"counts.stock\"\n", &cohorts),
      Keys{});
  ASSERT_EQ(cohorts.size(), 1U);
  EXPECT_EQ(cohorts[0].path, "cohort.new");
  ASSERT_EQ(cohorts[0].schemes.size(), 1U);
  EXPECT_EQ(cohorts[0].schemes[0].inflow, Keys{"counts.entrants"});
  EXPECT_EQ(cohorts[0].schemes[0].later, Keys{"counts.later"});
  EXPECT_EQ(cohorts[0].schemes[0].stock, "counts.stock");
  EXPECT_EQ(faults("other = 1\n", &cohorts), Keys{});
  EXPECT_TRUE(cohorts.empty()) << "a recipe may have none";
}

TEST(CohortReader, takes_headcounts_of_the_recipe_alone) {
  EXPECT_EQ(faults(head + "inflow = [\"counts.entrans\"]\nstock = \"counts.stock\"\n"), Keys{"inflow"});
  EXPECT_EQ(faults(head + "inflow = [\"counts.entrants\"]\nlater = [\"counts.mean\"]\nstock = \"counts.stock\"\n"),
            Keys{"later"});
  EXPECT_EQ(faults(head + "inflow = [\"counts.entrants\"]\nstock = \"counts.mean\"\n"), Keys{"stock"});
  EXPECT_EQ(faults(head + "stock = \"counts.stock\"\n"), Keys{"inflow"}) << "it would move nothing";
}

}  // namespace
}  // namespace disburse
