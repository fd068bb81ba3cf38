#pragma once
// The official tables without figures (scenarios/published/official.toml), and what documents call them.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/budget/budget.hpp"

namespace disburse {

struct OfficialTables {
  /// All of them, in order; those with codes have no rows, the others every row, with "0" or a blank.
  std::vector<BudgetTable> tables;
  struct Title {
    int number = 0;
    std::string text;
  };
  std::vector<Title> titles;  ///< the longest first, so that none hides one that it is part of
};

/// Errors: InputRejected(Door::data).
OfficialTables read_official_tables(const std::filesystem::path& file);

/// Tables that no official one stands for.
inline constexpr int foreign_table = 10;

/// The list of projects of a workbook that was filled in.
inline constexpr int project_list = 11;

/// The table that a line is the title of; 0 for none, 9 for the performance forms, foreign_table for one that is
/// numbered as a table and known by no title.
int table_titled(const OfficialTables& official, std::string_view line);

}  // namespace disburse
