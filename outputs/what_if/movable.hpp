#pragma once
// What a planner may move, as JSON (disburse/movable/1).
#include "engine/planning/movable.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string movable_json(const MovableParameters& movable, Language language);

}  // namespace disburse
