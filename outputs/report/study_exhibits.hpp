#pragma once
// The exhibits of a sensitivity study.
#include "engine/planning/study_result.hpp"
#include "outputs/report/wording.hpp"

namespace disburse {

/// Every exhibit that the study has the data for, the tornado first.
std::vector<Exhibit> study_exhibits(const StudyResult& study, const Wording& words);
/// The assumptions with their ranges and sources.
Exhibit inputs_exhibit(const StudyResult& study, const Wording& words);
/// What base, median and band of the study are; empty where nothing was drawn.
std::string study_sentence(const StudyResult& study, const Wording& words);

}  // namespace disburse
