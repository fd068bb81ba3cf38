#pragma once
// A goal seek as a table and as JSON (disburse/solve/1).
#include <string>

#include "engine/goal.hpp"
#include "engine/result.hpp"
#include "outputs/language.hpp"

namespace disburse {

std::string goal_table(const GoalResult& result, Language language);
std::string goal_json(const GoalResult& result, const Manifest& manifest);

}  // namespace disburse
