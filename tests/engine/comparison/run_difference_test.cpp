// Where two runs part first: inputs before parameters before months before the year.
#include "engine/comparison/run_difference.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

ProgrammeResult programme(const std::string& id, std::vector<std::int64_t> paid) {
  ProgrammeResult one;
  one.id = one.name = id;
  int month = 0;
  for (const std::int64_t fen : paid) {
    one.monthly.push_back({Month(2024, ++month), 1.0, Money::fen(fen), Money::fen(fen)});
    one.amount.projected += Money::fen(fen);
  }
  return one;
}

WrittenRun run_of(std::vector<ProgrammeResult> programmes) {
  WrittenRun written;
  written.run.programmes = std::move(programmes);
  for (const ProgrammeResult& one : written.run.programmes) {
    written.run.total.projected += one.amount.projected;
    written.run.monthly.insert(written.run.monthly.end(), one.monthly.begin(), one.monthly.end());
  }
  written.parameters["a.rate"] = {"标准", "2024-01: 600"};
  return written;
}

TEST(RunDifference, is_nothing_between_a_run_and_itself) {
  const WrittenRun run = run_of({programme("a", {1, 2, 3})});
  const RunDifference difference = difference_of(run, run);
  EXPECT_EQ(difference.first, Parting::nowhere);
  EXPECT_FALSE(difference.month);
  EXPECT_TRUE(difference.programmes.empty());
}

TEST(RunDifference, finds_the_first_month_and_every_programme_that_differs_in_it) {
  const WrittenRun first = run_of({programme("a", {1, 2, 3}), programme("b", {5, 5, 5})});
  const WrittenRun second = run_of({programme("a", {1, 7, 3}), programme("b", {5, 4, 9})});
  const RunDifference difference = difference_of(first, second);
  EXPECT_EQ(difference.first, Parting::months);
  EXPECT_EQ(difference.month, Month(2024, 2));
  ASSERT_EQ(difference.in_month.size(), 2u);
  EXPECT_EQ(difference.in_month[0].first, Money::fen(2));
  EXPECT_EQ(difference.in_month[0].second, Money::fen(7));
  EXPECT_EQ(difference.programmes[1].second, Money::fen(18));
  EXPECT_EQ(difference.total.first, Money::fen(21));
  EXPECT_EQ(difference.total.second, Money::fen(29));
}

TEST(RunDifference, tells_what_went_in_before_what_came_out) {
  WrittenRun first = run_of({programme("a", {1})}), second = run_of({programme("a", {2})});
  second.parameters["a.rate"].values = "2024-01: 660";
  second.parameters["b.rate"] = {"另一标准", "2024-01: 1"};
  RunDifference difference = difference_of(first, second);
  EXPECT_EQ(difference.first, Parting::parameters);
  ASSERT_EQ(difference.parameters.size(), 2u);
  EXPECT_EQ(difference.parameters[0].second, "2024-01: 660");
  EXPECT_EQ(difference.parameters[1].first, "");
  second.run.manifest.law_digest = "other";
  difference = difference_of(first, second);
  EXPECT_EQ(difference.first, Parting::inputs);
  EXPECT_EQ(difference.inputs[0].what, "law_digest");
}

TEST(RunDifference, counts_a_programme_that_one_run_lacks_as_nothing) {
  const RunDifference difference =
      difference_of(run_of({programme("a", {1})}), run_of({programme("a", {1}), programme("c", {4})}));
  ASSERT_EQ(difference.programmes.size(), 1u);
  EXPECT_EQ(difference.programmes[0].id, "c");
  EXPECT_EQ(difference.programmes[0].first, Money{});
}

}  // namespace
}  // namespace disburse
