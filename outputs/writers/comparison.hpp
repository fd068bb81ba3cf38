#pragma once
// What-if comparisons as a table and as JSON (disburse/compare/1).
#include <string>
#include <vector>

#include "engine/run_comparison.hpp"
#include "outputs/language.hpp"

namespace disburse {

std::string comparison_table(const RunResult& base, const std::vector<VariantComparison>& variants, Language language);
std::string comparison_json(const RunResult& base, const std::vector<VariantComparison>& variants);

}  // namespace disburse
