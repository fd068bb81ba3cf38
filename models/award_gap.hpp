#pragma once
// What the law on record does not reach: months before its first values, in which nothing can be worked out.
#include <initializer_list>
#include <optional>

#include "engine/law/parameters.hpp"
#include "engine/projection/award.hpp"

namespace disburse {

/// The first of `paths` that has no value in `month`; null where all have one.
const char* lacking_value(const ParameterTree& law, std::initializer_list<const char*> paths, Month month);

/// Which value is lacking, since when it is on record, and what to add: "award.base is on record from 2014-10 on ...".
Message lacking_text(const ParameterTree& law, const char* path, Month month);

/// Why no pension is awarded by the law on record to who retired in the person's month: before the reform of the civil
/// service, or before a value that every award needs. Empty where there is an award, or no retirement.
std::optional<Message> award_gap(const ParameterTree& law, const Person& person);

}  // namespace disburse
