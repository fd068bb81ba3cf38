#pragma once
// A goal seek as a table and as JSON (disburse/solve/1).
#include <string>

#include "engine/planning/goal_result.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string goal_table(const GoalResult& result, Language language);
std::string goal_json(const GoalResult& result, const DoubtedManifest& manifest);

}  // namespace disburse
