// Why a project's budget differs: the parts, worked out by hand, and that they leave nothing.
#include "engine/budget/paper_change.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

PaperRow row(double last_units, int last_yuan, double units, int yuan) {
  PaperRow one;
  one.last_units = last_units;
  one.last_amount = Money::yuan(last_yuan);
  one.units = units;
  one.amount = Money::yuan(yuan);
  return one;
}

/// 100 at 10 yuan become 120 at 11: 200 for the twenty at 10, 120 for the yuan more of each.
TEST(PaperChange, parts_persons_from_the_average) {
  PaperProject project;
  project.last_budget = Money::yuan(1000);
  project.drafted = Money::yuan(1320);
  project.rows = {row(100.0, 1000, 120.0, 1320)};
  const PaperChange change = change_of(project);
  EXPECT_EQ(change.volume, Money::yuan(200));
  EXPECT_EQ(change.price, Money::yuan(120));
  EXPECT_EQ(change.outlook, Money{});
  EXPECT_EQ(change.rest, Money{});
}

TEST(PaperChange, tells_a_last_budget_that_was_not_what_is_projected_of_its_year) {
  PaperProject project;
  project.last_budget = Money::yuan(900);
  project.drafted = Money::yuan(1001);
  project.rows = {row(100.0, 1000, 100.0, 1000)};
  const PaperChange change = change_of(project);
  EXPECT_EQ(change.outlook, Money::yuan(100));
  EXPECT_EQ(change.rest, Money::yuan(1)) << "rounded";
  EXPECT_EQ(change.total(), project.drafted - project.last_budget);
}

TEST(PaperChange, counts_a_component_of_one_year_alone_as_volume) {
  PaperProject project;
  project.drafted = Money::yuan(50);
  project.rows = {row(0.0, 0, 5.0, 80), row(3.0, 30, 0.0, 0)};
  const PaperChange change = change_of(project);
  EXPECT_EQ(change.volume, Money::yuan(50));
  EXPECT_EQ(change.price, Money{});
  EXPECT_EQ(change.outlook, Money::yuan(30));
  EXPECT_EQ(change.total(), Money::yuan(50));
}

TEST(PaperChange, leaves_all_to_the_rest_where_no_component_is_known) {
  PaperProject project;
  project.last_budget = Money::yuan(10);
  project.drafted = Money::yuan(12);
  EXPECT_EQ(change_of(project).rest, Money::yuan(2));
}

}  // namespace
}  // namespace disburse
