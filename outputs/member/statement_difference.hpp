#pragma once
// One member's difference between two scenarios as a table and as JSON (disburse/explain-against/1).
#include <string>

#include "engine/comparison/statement_difference.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// By programme: months with the same difference in one row, what it was and is, and the values that changed.
std::string difference_table(const StatementDifference& difference, Language language);

/// Every payment that differs, unfolded.
std::string difference_json(const StatementDifference& difference, const DoubtedManifest& manifest);

}  // namespace disburse
