#pragma once
// The tables of a budget file: rows with their keys, codes and cells. Used by the budget reader alone.
#include <vector>

#include "engine/budget/budget.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

/// All [[table]] entries in the order of the official layout; tables that are missing are reported.
std::vector<BudgetTable> read_budget_tables(TomlTable& root, const std::string& unit_code);

/// Reports a text that is no amount in 万元 exact to the fen, is beyond a million million yuan or, unless
/// allowed, is negative. Blank is fine. `what` names it in the message.
void require_amount(TomlTable& table, const std::string& key, const std::string& what, const std::string& text,
                    bool may_be_negative);

/// Reports a text that is no decimal with at most two places. Blank is fine.
void require_percent(TomlTable& table, const std::string& key, const std::string& what, const std::string& text);

bool all_digits(const std::string& text);

}  // namespace disburse
