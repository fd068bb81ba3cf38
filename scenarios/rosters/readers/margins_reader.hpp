#pragma once
// Headcounts that an office publishes (disburse/margins/1), to which a roster is raked, and take-up that it counted.
#include <filesystem>

#include "engine/planning/calibration.hpp"

namespace disburse {

/// Reads [[margin]] (name, source, scheme, role, by, cells = [["0-59", "1200"], ["60-", "3400"]]; by sex: "male" and
/// "female"; by all: one cell "all"; pensions in yuan) and [[taken_up]] (parameter, scheme, persons, source). A cell
/// that begins with the end of the one before begins above it. Errors: InputRejected(Door::data).
Margins read_margins(const std::filesystem::path& file);

}  // namespace disburse
