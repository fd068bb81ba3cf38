#pragma once
// Sentences about a study.
#include <string>

#include "engine/planning/study_result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// Which inputs Shapley effects leave without a share; empty where every one that moves the output has one.
std::string held_text(const StudyResult& result, Language language);

}  // namespace disburse
