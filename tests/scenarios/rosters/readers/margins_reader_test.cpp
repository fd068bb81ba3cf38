// Published headcounts: ranges by what they count, and every cell that is refused.
#include "scenarios/rosters/readers/margins_reader.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "support/refusals.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

std::string margin(const std::string& by, const std::string& cells) {
  return "schema = \"disburse/margins/1\"\n[[margin]]\nname = \"n\"\nsource = \"s\"\nscheme = \"enterprise\"\nby = \"" +
         by + "\"\ncells = [" + cells + "]\n";
}

Margins read(const std::string& text) {
  const ScratchFolder folder;
  folder.write("margins.toml", text);
  return read_margins(folder.path() / "margins.toml");
}

Keys refused(const std::string& text) {
  return refusals("margins.toml", text, [](const auto& file) { read_margins(file); });
}

TEST(MarginsReader, reads_ranges_open_at_either_end) {
  const Margins ages = read(margin("age", R"(["-49", "10"], ["50-59", "1200"], ["60-", "3400"])"));
  ASSERT_EQ(ages.margins.size(), 1u);
  const Margin& margin_by_age = ages.margins[0];
  EXPECT_EQ(margin_by_age.role, Role::pensioner) << "unless another is named";
  ASSERT_EQ(margin_by_age.cells.size(), 3u);
  EXPECT_EQ(margin_by_age.cells[0].low, 0);
  EXPECT_EQ(margin_by_age.cells[0].high, 49);
  EXPECT_EQ(margin_by_age.cells[1].low, 50);
  EXPECT_EQ(margin_by_age.cells[1].high, 59);
  EXPECT_DOUBLE_EQ(margin_by_age.cells[1].persons, 1200.0);
  EXPECT_EQ(margin_by_age.cells[2].low, 60);
  EXPECT_EQ(margin_by_age.cells[2].high, std::numeric_limits<std::int64_t>::max());
}

TEST(MarginsReader, reads_sexes_pensions_and_all) {
  const Margins sexes = read(margin("sex", R"(["female", "5"], ["male", "6"])"));
  EXPECT_EQ(sexes.margins[0].cells[0].low, static_cast<std::int64_t>(Sex::female));
  EXPECT_EQ(sexes.margins[0].cells[1].high, static_cast<std::int64_t>(Sex::male));
  const Margins pensions = read(margin("pension", R"(["-2000.50", "5"])"));
  EXPECT_EQ(pensions.margins[0].cells[0].high, 200050) << "yuan become fen";
  EXPECT_EQ(read(margin("all", R"(["all", "11"])")).margins[0].cells.size(), 1u);
}

TEST(MarginsReader, refuses_cells_that_are_none) {
  EXPECT_EQ(refused(margin("age", R"(["50", "1"])")), (Keys{"cells"}));
  EXPECT_EQ(refused(margin("age", R"(["50-x", "1"])")), (Keys{"cells"}));
  EXPECT_EQ(refused(margin("age", R"(["50-59", "many"])")), (Keys{"cells"}));
  EXPECT_EQ(refused(margin("age", R"(["50-59"])")), (Keys{"cells"}));
  EXPECT_EQ(refused(margin("sex", R"(["woman", "1"])")), (Keys{"cells"}));
  EXPECT_EQ(refused(margin("all", R"(["some", "1"])")), (Keys{"cells"}));
  EXPECT_EQ(refused(margin("age", R"(["x", "1"], ["y", "1"])")), (Keys{"cells", "cells"})) << "each is told";
  EXPECT_EQ(refused(margin("height", R"(["50-59", "1"])")).front(), "by");
}

TEST(MarginsReader, reads_take_up) {
  const Margins margins = read(
      "schema = \"disburse/margins/1\"\n[[taken_up]]\nparameter = \"award.share\"\nsource = \"s\"\nscheme = "
      "\"enterprise\"\n"
      "persons = 50000\n");
  ASSERT_EQ(margins.taken_up.size(), 1u);
  EXPECT_EQ(margins.taken_up[0].parameter, "award.share");
  EXPECT_DOUBLE_EQ(margins.taken_up[0].persons, 50000.0);
}

}  // namespace
}  // namespace disburse
