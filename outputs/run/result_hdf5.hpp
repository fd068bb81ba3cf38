#pragma once
// The result of a run as an HDF5 file in memory, file type disburse/result; outputs/formats/result.md
// describes it.
#include <string>

#include "engine/projection/result.hpp"

namespace disburse {

/// The bytes of the file; equal results give equal bytes.
std::string result_image(const RunResult& result);

}  // namespace disburse
