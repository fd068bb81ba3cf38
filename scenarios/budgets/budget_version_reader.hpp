#pragma once
// Reads the later versions of a year's budget (disburse/budget-versions/1).
#include <filesystem>
#include <vector>

#include "engine/budget/version.hpp"

namespace disburse {

/// Versions in the order of their dates: [[version]] name, kind, date, reference, changes = [ { line, programme,
/// amount, carried } ], amounts in 万元. Errors: InputRejected(Door::data): a line or programme that the budget has
/// not, two versions of one name, more carried over than added, an amount taken away that is not there.
std::vector<BudgetVersion> read_budget_versions(const std::filesystem::path& file, const Budget& budget);

}  // namespace disburse
