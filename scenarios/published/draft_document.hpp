#pragma once
// A draft that this program wrote as budget.json (disburse/budget-draft/1), as the lines of a printed document.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/published/published_lines.hpp"

namespace disburse {

/// Nothing for what is no such document. Errors: InputRejected(Door::data): one without its tables.
std::optional<std::vector<PublishedLine>> read_draft_lines(std::string_view text, const std::string& file);

}  // namespace disburse
