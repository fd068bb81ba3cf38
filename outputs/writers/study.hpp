#pragma once
// A sensitivity study as a table, as JSON (disburse/sensitivity/1) and as CSV.
#include <string>

#include "engine/result.hpp"
#include "engine/study_result.hpp"
#include "outputs/language.hpp"
#include "outputs/writers/json_parts.hpp"

namespace disburse {

/// A group by its name, a single input by its Chinese one.
std::string factor_name(const StudyResult& result, std::size_t factor);

std::string study_table(const StudyResult& result, Language language);
Json study_part(const StudyResult& result);
std::string study_json(const StudyResult& result, const Manifest& manifest);
/// One row an input: both ends, and whatever the method found for it.
std::string study_csv(const StudyResult& result);

}  // namespace disburse
