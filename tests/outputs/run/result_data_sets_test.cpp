#include "outputs/run/result_data_sets.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

DataSet find(const std::vector<DataSet>& sets, const std::string& path) {
  const auto at = std::find_if(sets.begin(), sets.end(), [&](const DataSet& set) { return set.path == path; });
  if (at == sets.end()) throw std::out_of_range(path);
  return *at;
}

TEST(ResultDataSets, each_has_units_a_description_and_as_many_values_as_its_shape) {
  for (const DataSet& set : result_data_sets(testing::sample_result())) {
    EXPECT_FALSE(set.units.empty()) << set.path;
    EXPECT_FALSE(set.description.empty()) << set.path;
    std::size_t wanted = 1;
    for (const std::size_t extent : set.shape) wanted *= extent;
    EXPECT_EQ(std::visit([](const auto& values) { return values.size(); }, set.values), wanted) << set.path;
  }
}

/// As of a horizon that holds no month of the budget's year.
TEST(ResultDataSets, are_described_where_nobody_pays_in_the_year) {
  RunResult result = testing::sample_result();
  for (ProgrammeResult& programme : result.programmes) programme.by_payer.clear();
  for (const DataSet& set : result_data_sets(result)) EXPECT_FALSE(set.description.empty()) << set.path;
}

TEST(ResultDataSets, marks_what_is_missing) {
  const auto sets = result_data_sets(testing::sample_result());
  const auto budget = std::get<std::vector<std::int64_t>>(find(sets, "programmes/budget").values);
  EXPECT_EQ(budget[1], 6'078'000'000);
  EXPECT_EQ(budget[3], std::numeric_limits<std::int64_t>::min());
  EXPECT_TRUE(std::isnan(std::get<std::vector<double>>(find(sets, "programmes/headcount").values)[3]));
}

TEST(ResultDataSets, months_stand_in_rows_of_programmes) {
  const auto set = find(result_data_sets(testing::sample_result()), "monthly/line");
  EXPECT_EQ(set.shape, (std::vector<std::size_t>{5, 12}));
  const auto& line = std::get<std::vector<std::int64_t>>(set.values);
  EXPECT_EQ(line[12 + 8], 3'300'000'000);  // the award in September
  EXPECT_EQ(line[12 + 9], 0);
}

}  // namespace
}  // namespace disburse
