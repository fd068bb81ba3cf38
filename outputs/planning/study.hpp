#pragma once
// A sensitivity study as a table, as JSON (disburse/sensitivity/1) and as CSV.
#include <string>

#include "engine/planning/study_result.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/manifested.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string study_table(const StudyResult& result, Language language);
Json study_part(const StudyResult& result, Language language = Language::zh);
/// `command` gives the same study again.
std::string study_json(const StudyResult& result, const DoubtedManifest& manifest, const std::string& command,
                       Language language = Language::zh);
/// The study that a document was written from. Errors: nlohmann::json::exception, UnsoundDocument where it is no
/// disburse/sensitivity/1.
Manifested<StudyResult> study_from_json(const Json& document);
/// One row an input: both ends, and whatever the method found for it.
std::string study_csv(const StudyResult& result);

}  // namespace disburse
