#pragma once
// What a budget draft shows beside its tables: the working paper (测算依据) with ranges and reserves.
#include <optional>
#include <string>
#include <vector>

#include "engine/budget.hpp"
#include "engine/money.hpp"

namespace disburse {

/// Persons times rate: one component of a project on the city's line.
struct PaperRow {
  std::string component, unit;
  double units = 0.0;
  Money amount;
};

struct PaperProject {
  std::string programme, name, line;
  Money last_budget;  ///< in the budget before
  Money projected;    ///< what the engine expects, unrounded
  Money drafted;      ///< as printed
  Money low, high;    ///< by the uncertain assumptions
  std::vector<PaperRow> rows;
  std::string basis;  ///< what the figure rests on
};

struct BudgetPaper {
  std::string scenario, title;
  int year = 0;
  std::vector<PaperProject> projects;
  std::vector<std::string> notes;  ///< what was carried or assumed
};

}  // namespace disburse
