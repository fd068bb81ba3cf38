#pragma once
// What a report of each kind of document holds, and in which order.
#include <array>

#include "outputs/report/exhibits.hpp"

namespace disburse {

/// Schemas that a report can be made of, the run first.
inline constexpr std::array report_schemas{"disburse/run/1", "disburse/sensitivity/1", "disburse/compare/1",
                                           "disburse/reforecast/1", "disburse/budget-draft/1"};

/// Of a run with documents that go with it (sensitivity, cash: told apart by their schema), or of another document by
/// itself. An exhibit whose data no document has is left out, and the last one says which. Errors:
/// nlohmann::json::exception where a document is not what its schema says.
ReportContent report_content(const Json& document, const std::vector<Json>& others, Language language);

/// Two runs side by side: programmes, lines; cells that differ are marked.
ReportContent side_by_side_content(const Json& first, const Json& second, Language language);

}  // namespace disburse
