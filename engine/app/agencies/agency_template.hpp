#pragma once
// The workbook from which an agency without a published document starts: filled in, `init --from` reads it.
#include <filesystem>
#include <vector>

#include "outputs/office/fill_in_workbook.hpp"

namespace disburse {

/// Who the agency is, functional lines, economic items, projects with their headcounts. `root`: the data's folder.
/// Errors: InputRejected(Door::data): the classification cannot be read.
std::vector<FillInSheet> agency_sheets(const std::filesystem::path& root);

}  // namespace disburse
