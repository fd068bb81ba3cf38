#pragma once
// The exhibits of what-ifs, of the year in progress and of a drafted year.
#include "engine/comparison/run_comparison.hpp"
#include "engine/comparison/scenario_table.hpp"
#include "engine/planning/drafted_budget.hpp"
#include "engine/planning/reforecast_result.hpp"
#include "outputs/report/wording.hpp"

namespace disburse {

/// The `number`th variant of a comparison: what was changed, programmes, years, causes, shares. `fiscal_year` is the
/// budget's, which all but the years are of.
std::vector<Exhibit> variant_exhibits(const VariantComparison& variant, std::size_t number, int fiscal_year,
                                      const Wording& words);
/// Several scenarios: each year's table, the lines over their budget, what the scenarios are.
std::vector<Exhibit> scenario_exhibits(const ScenarioTable& table, const Wording& words);
/// A re-forecast: lines, months with what is locked, causes so far, cash to come.
std::vector<Exhibit> reforecast_exhibits(const ReforecastResult& result, const Wording& words);
/// A drafted budget: projects and their ranges, what each rests on, its tables, how it was drafted.
std::vector<Exhibit> draft_exhibits(const DraftedBudget& budget, const Wording& words);

}  // namespace disburse
