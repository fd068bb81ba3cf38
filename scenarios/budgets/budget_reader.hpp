#pragma once
// Reads a department budget from scenarios/budgets/*.toml.
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/budget/budget.hpp"

namespace disburse {

/// Reads strictly and reports everything that is wrong at once. What is printed wrongly in a document is no
/// input error; the budget check finds that. Errors: InputRejected (Door::data) for a key, code, amount or
/// reference that cannot be.
BudgetDocument read_budget(const std::filesystem::path& path);
/// The same from bytes in memory; `name` is the file's name in messages.
BudgetDocument parse_budget(std::string_view bytes, const std::string& name);

}  // namespace disburse
