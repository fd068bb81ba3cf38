#pragma once
// Two finished runs held against each other, as JSON (disburse/run-difference/1).
#include <string>
#include <vector>

#include "engine/comparison/run_difference.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {

/// A file that both folders should hold.
struct ComparedFile {
  std::string name;
  bool same = false;  ///< to the byte, by the manifests
};

/// `second` is empty where the second run is the first one, made again.
std::string run_difference_json(const std::string& first, const std::string& second, const RunDifference& difference,
                                const std::vector<ComparedFile>& files);

}  // namespace disburse
