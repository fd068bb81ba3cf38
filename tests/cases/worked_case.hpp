#pragma once
// Holds a rule to a worked case.
#include <filesystem>
#include <vector>

#include "models/readers/law_reader.hpp"

namespace disburse {

/// Fails the test unless the programme gives exactly the payments that the case in `file` lists, the steps of each
/// payment sum to it, and the months without payment have the reasons that it lists.
void expect_case_holds(const std::filesystem::path& file, Law law);

/// The cases of a folder, in order of name.
std::vector<std::filesystem::path> case_files(const std::filesystem::path& folder);

}  // namespace disburse
