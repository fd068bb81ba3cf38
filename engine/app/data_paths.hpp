#pragma once
// Where the data files stand: law, scenarios, budgets, recipes.
#include <filesystem>

namespace disburse {

struct DataPaths {
  std::filesystem::path root;
  std::filesystem::path models() const { return root / "models"; }
  std::filesystem::path scenarios() const { return root / "scenarios" / "library"; }
  std::filesystem::path budgets() const { return root / "scenarios" / "budgets"; }
  std::filesystem::path office() const { return root / "scenarios" / "office"; }
  std::filesystem::path forms() const { return root / "scenarios" / "forms"; }
  std::filesystem::path calendars() const { return root / "scenarios" / "calendars"; }
  std::filesystem::path report() const { return root / "outputs" / "report"; }
  std::filesystem::path rosters() const { return root / "scenarios" / "rosters"; }
};

/// DISBURSE_DATA if set; else the program's folder or the one above it; else the source tree it was built from.
/// Errors: InputRejected(Door::command_line) when none of them holds models/ and scenarios/.
DataPaths find_data();

}  // namespace disburse
