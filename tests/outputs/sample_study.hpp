#pragma once
// A small hand-made sensitivity study that has something of every method, in amounts that can be checked by hand.
#include "engine/planning/study_result.hpp"

namespace disburse::testing {

/// Base 1,000.00万 against a budget of 1,010.00万: a rate that moves it by 30万 either way, mortality by 5万, a lever
/// whose ends both spend more, and a number that moves nothing.
StudyResult sample_study();

}  // namespace disburse::testing
