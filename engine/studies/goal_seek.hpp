#pragma once
// Goal seek (目标求解): which value of a parameter brings a line to an amount.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/planning/goal_result.hpp"
#include "engine/session/session.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {

/// Two values of a parameter, as texts of its unit, the lower one first.
struct ValueRange {
  std::string low, high;
};

struct GoalRequest {
  std::vector<std::string> vary;    ///< the path that is sought; of two, the second at values of the first
  std::vector<ValueRange> between;  ///< where, for each of `vary`; absent: the parameter's own bounds
  std::string line;                 ///< functional code; empty: all
  std::optional<Money> target;      ///< absent: the line's budget
  int year = 0;                     ///< 0: the budget's
  double confidence = 0.0;          ///< chance of staying within the target; 0: the expected value meets it
  ReplicateRequest replicates;      ///< behind a confidence
};

/// With a confidence p, the amount that must not exceed the target is the p quantile of the line: sets of the uncertain
/// assumptions are drawn, each with its own expected value, and the deviations of individual chance (replicates of the
/// scenario itself) are added to each. Common draws: the same sets and deviations at every value that is tried.
///
/// Errors: InputRejected(Door::command_line): an unknown path or line, a parameter that is no number, a range that is
/// none, a confidence where the line does not follow the parameter in a straight line; as plan_of.
GoalResult seek(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const GoalRequest& request);

}  // namespace disburse
