#pragma once
// The result of a run as named columns, ready for HDF5: each with its units and a line that says what it is.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/projection/result.hpp"

namespace disburse {

/// One data set. Texts become fixed-length strings; two dimensions are row by row.
struct DataSet {
  std::string path;  ///< "programmes/budget"
  std::string units;
  std::string description;
  std::variant<std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>> values;
  std::vector<std::size_t> shape;
};

/// In this order in the file. No budget is stored as the least int64, no headcount and no rate as
/// not-a-number.
std::vector<DataSet> result_data_sets(const RunResult& result);

}  // namespace disburse
