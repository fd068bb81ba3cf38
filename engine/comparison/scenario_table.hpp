#pragma once
// Several scenarios in one table (情景对照表): programme x scenario x year, held against the budget.
#include <optional>
#include <string>
#include <vector>

#include "engine/projection/doubted_manifest.hpp"

namespace disburse {

struct TabledScenario {
  std::string name, title;
  bool same_members = true;  ///< the roster is the first scenario's
};

/// What one scenario pays in one year.
struct TabledAmount {
  Money amount;  ///< on the city's line
  /// Of the budget's year: the month in which the payments so far exceed the budget. Empty where they never do.
  std::optional<Month> used_up;
  bool over = false;  ///< the year exceeds the budget
};

struct TabledRow {
  enum class Of { programme, line, total };
  Of of = Of::programme;
  std::string id;             ///< of the programme, or the line's code; empty for the total
  std::string name, name_en;  ///< `name_en` is empty where the data have none
  int year = 0;
  std::optional<Money> budget;        ///< of the budget's year
  std::vector<TabledAmount> amounts;  ///< by scenario; the first is the base

  Money difference(std::size_t scenario) const { return amounts[scenario].amount - amounts.front().amount; }
  /// Some scenario pays another amount than the base.
  bool differs() const;
};

struct ScenarioTable {
  DoubtedManifest manifest;  ///< the base's, with the doubts of all
  int fiscal_year = 0;
  std::vector<TabledScenario> scenarios;  ///< the first is the base
  std::vector<int> years;
  std::vector<TabledRow> rows;  ///< by year: programmes, lines, the total
  std::string command;          ///< that gives the same table again; empty: not said
};

/// The table of runs, the base first. All must have the same programmes, lines and horizon (ProgramFault otherwise: the
/// door checks it).
ScenarioTable scenario_table(const std::vector<RunResult>& runs);

}  // namespace disburse
