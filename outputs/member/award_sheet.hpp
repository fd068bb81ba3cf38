#pragma once
// One person's award (待遇核定表) as a table and as JSON (disburse/award/1).
#include <string>

#include "engine/projection/award.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// Statutory age, parts with their working, comparison of methods, later adjustments, then every parameter once.
std::string award_table(const AwardStatement& statement, Language language);
std::string award_json(const AwardStatement& statement, const std::string& scenario, const DoubtedManifest& manifest);

}  // namespace disburse
