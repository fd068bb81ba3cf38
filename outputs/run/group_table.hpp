#pragma once
// Runs of several agencies as a table, as JSON (disburse/agency-group/1) and as CSV.
#include <string>

#include "engine/comparison/agency_group.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// Amounts in 万元: agencies, the lines summed and of each agency, payers.
std::string group_table(const AgencyGroup& group, Language language);

/// outputs/formats/agency-group.md.
std::string group_json(const AgencyGroup& group);

/// One row a line and agency, and the sums under an agency of no name; amounts in yuan.
std::string group_csv(const AgencyGroup& group);

}  // namespace disburse
