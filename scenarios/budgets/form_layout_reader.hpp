#pragma once
// Reads how an agency's budget is printed (disburse/form-layout/1).
#include <filesystem>

#include "engine/budget/form_layout.hpp"

namespace disburse {

/// The layout `own` (an agency's layout.toml) laid over those of `shared` (outputs/forms) that it names with `extends`,
/// and over shared/official.toml. An `own` that is not there is the official layout.
/// Errors: InputRejected(Door::data): no such layout, a table or a column that the official ones lack, a table twice.
FormLayout read_form_layout(const std::filesystem::path& own, const std::filesystem::path& shared);

}  // namespace disburse
