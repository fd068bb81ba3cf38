#pragma once
// Several agencies' runs side by side and summed: what a region spends, line by line and payer by payer.
#include <optional>
#include <string>
#include <vector>

#include "engine/projection/result.hpp"

namespace disburse {

/// One agency's run. A run that is for publication comes with its small cells hidden: what is summed tells no more.
struct AgencyRun {
  std::string id;     ///< name of its folder
  std::string title;  ///< its own name
  RunResult run;
};

/// A budget line, or the total, over the agencies.
struct GroupLine {
  std::string code;  ///< empty for the total
  std::string name;
  /// Without a budget where an agency that projects the line has none for it: a sum of some budgets would be compared
  /// with a projection of all.
  Comparison sum;
  std::vector<std::optional<Comparison>> agencies;  ///< in the order of the agencies; none where one lacks the line
};

/// What a payer bears in the budget's year. Payers are the same where id and name are.
struct GroupPayer {
  std::string id, name, name_en;
  Money sum;
  std::vector<Money> agencies;
};

struct AgencyGroup {
  std::string name;
  int fiscal_year = 0;
  std::vector<AgencyRun> agencies;
  std::vector<GroupLine> lines;  ///< by code
  GroupLine total;
  std::vector<GroupPayer> payers;  ///< those with money, in the order in which the agencies list them
};

/// Sums of `agencies`, which have budgets of one year. At least one.
AgencyGroup group_of(std::string name, std::vector<AgencyRun> agencies);

}  // namespace disburse
