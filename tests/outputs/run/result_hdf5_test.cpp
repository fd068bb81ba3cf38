// result.h5 read back: every data set with its units, shape and values.
#include "outputs/run/result_hdf5.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "engine/support/hdf5.hpp"
#include "outputs/run/result_data_sets.hpp"
#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

std::vector<std::int64_t> stored(Hdf5Reader& file, const std::string& path, const std::vector<std::int64_t>&) {
  return file.int64_values(path);
}
std::vector<double> stored(Hdf5Reader& file, const std::string& path, const std::vector<double>&) {
  return file.double_values(path);
}
std::vector<std::string> stored(Hdf5Reader& file, const std::string& path, const std::vector<std::string>&) {
  return file.texts(path);
}

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return a == b;
}
/// Bit by bit: what is missing is not-a-number.
bool same(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

TEST(ResultHdf5, holds_every_data_set) {
  const RunResult result = testing::sample_result();
  const std::string image = result_image(result);
  Hdf5Reader file("result.h5", image);
  const std::vector<DataSet> sets = result_data_sets(result);
  EXPECT_EQ(file.data_sets().size(), sets.size());
  for (const DataSet& set : sets) {
    EXPECT_EQ(file.shape(set.path), set.shape) << set.path;
    EXPECT_EQ(file.text_attribute("units", set.path), set.units) << set.path;
    EXPECT_EQ(file.text_attribute("description", set.path), set.description) << set.path;
    std::visit([&](const auto& values) { EXPECT_TRUE(same(stored(file, set.path, values), values)) << set.path; },
               set.values);
  }
}

TEST(ResultHdf5, says_what_it_is_and_what_it_was_made_from) {
  const RunResult result = testing::sample_result();
  const std::string image = result_image(result);
  Hdf5Reader file("result.h5", image);
  EXPECT_EQ(file.text_attribute("filetype"), "disburse/result");
  EXPECT_EQ(file.integer_attribute("version"), (std::vector<std::int64_t>{1, 0}));
  EXPECT_EQ(file.text_attribute("program_version"), result.manifest.version);
  EXPECT_EQ(file.text_attribute("commit"), result.manifest.commit);
  EXPECT_EQ(file.text_attribute("scenario"), result.scenario.name);
  EXPECT_EQ(file.text_attribute("seed"), std::to_string(result.manifest.seed));
  EXPECT_EQ(file.text_attribute("law_digest"), result.manifest.law_digest);
  EXPECT_EQ(file.text_attribute("roster_digest"), result.manifest.roster_digest);
}

TEST(ResultHdf5, equal_results_give_equal_bytes) {
  EXPECT_EQ(result_image(testing::sample_result()), result_image(testing::sample_result()));
}

}  // namespace
}  // namespace disburse
