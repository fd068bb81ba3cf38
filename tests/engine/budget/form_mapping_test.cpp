// Texts with figures filled in, and entered figures laid over a draft's.
#include "engine/budget/form_mapping.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

std::string fill(const std::string& text) {
  return filled(text, {{"year", "2025"}, {"headcount", "5429"}, {"none", ""}}, "forms.toml");
}

TEST(Filled, puts_each_figure_in_its_place) {
  EXPECT_EQ(fill("{year}年发放{headcount}人，{year}"), "2025年发放5429人，2025");
  EXPECT_EQ(fill("不变"), "不变");
  EXPECT_EQ(fill(""), "");
  EXPECT_EQ(fill("a{none}b"), "ab");
}

TEST(Filled, leaves_a_bracket_that_is_never_closed) {
  EXPECT_EQ(fill("a{year"), "a{year");
  EXPECT_EQ(fill("}{year}{"), "}2025{");
}

TEST(Filled, names_every_figure_that_is_not_known) {
  try {
    fill("{year}{persons}{heads}");
    FAIL() << "two are unknown";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.errors().size(), 2U);
    EXPECT_EQ(rejected.errors().begin()->place.file, "forms.toml");
  }
}

TEST(Enter, lays_entered_figures_over_those_of_the_draft_and_leaves_the_others) {
  DraftFigures figures;
  figures.executed = {{"2080507", 1_yuan}, {"2080109", 2_yuan}};
  figures.basic = {{"2080109", 3_yuan}};
  BudgetEntries entries;
  entries.executed = {{"2080507", 10_yuan}};
  entries.basic = {{"2210201", 4_yuan}};
  entries.economic = {{"30101", 5_yuan}};
  entries.last_year_public = {{"上年执行·公务接待费", 6_yuan}};
  enter(entries, figures);
  EXPECT_EQ(figures.executed, (std::map<std::string, Money>{{"2080507", 10_yuan}, {"2080109", 2_yuan}}));
  EXPECT_EQ(figures.basic, (std::map<std::string, Money>{{"2080109", 3_yuan}, {"2210201", 4_yuan}}));
  EXPECT_EQ(figures.economic, (std::map<std::string, Money>{{"30101", 5_yuan}}));
  EXPECT_EQ(figures.last_year_public.size(), 1U);
}

}  // namespace
}  // namespace disburse
