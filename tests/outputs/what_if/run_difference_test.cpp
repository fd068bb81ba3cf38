// The document says what the difference holds, and the same only where every file is.
#include "outputs/what_if/run_difference.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(RunDifferenceJson, is_the_same_only_where_figures_and_files_are) {
  const auto same = [](Parting parting, bool file) {
    RunDifference difference;
    difference.first = parting;
    return Json::parse(run_difference_json("甲", "", difference, {{"run.json", file}}))["same"].get<bool>();
  };
  EXPECT_TRUE(same(Parting::nowhere, true));
  EXPECT_FALSE(same(Parting::nowhere, false));
  EXPECT_FALSE(same(Parting::inputs, true));
}

TEST(RunDifferenceJson, writes_amounts_in_fen_and_a_hundred_parameters) {
  RunDifference difference;
  difference.first = Parting::months;
  difference.month = Month(2024, 3);
  difference.in_month = {{"a", "甲", "A", Money::fen(100), Money::fen(250)}};
  for (int i = 0; i < 130; ++i) difference.parameters.push_back({"p" + std::to_string(i), "", "1", "2"});
  const Json document = Json::parse(run_difference_json("甲", "乙", difference, {}));
  EXPECT_EQ(document["parts_at"], "months");
  EXPECT_EQ(document["month"], "2024-03");
  EXPECT_EQ(document["in_month"][0]["difference_fen"], 150);
  EXPECT_EQ(document["parameters"].size(), 100u);
  EXPECT_EQ(document["parameters_in_all"], 130);
  EXPECT_EQ(document["second"], "乙");
}

}  // namespace
}  // namespace disburse
