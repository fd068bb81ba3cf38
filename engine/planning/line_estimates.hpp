#pragma once
// Estimates of functional lines (按科目), made of those of their programmes: final accounts are published by code.
#include <set>
#include <string>
#include <vector>

#include "engine/law/programme_definition.hpp"
#include "engine/planning/track_record.hpp"

namespace disburse {

/// True for a 项 code, of seven digits.
bool is_line_code(const std::string& text);

/// The codes among `outturns`.
std::set<std::string> codes_of(const std::vector<Outturn>& outturns);

/// `estimates` and, for each code, the sums of those of its programmes that were issued together: on one day, of one
/// kind and scenario, for one year. An issue that lacks one of the code's programmes gives none. The sum has a low and
/// a high where a single programme is on the line, since those of several do not add up.
std::vector<IssuedEstimate> with_lines(std::vector<IssuedEstimate> estimates,
                                       const std::vector<ProgrammeDefinition>& programmes,
                                       const std::set<std::string>& codes);

}  // namespace disburse
