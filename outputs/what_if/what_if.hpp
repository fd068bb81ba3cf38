#pragma once
// The answer to changes of one scenario, as JSON (disburse/what-if/1): the figures of the run, and what they moved by.
#include <string>
#include <vector>

#include "engine/comparison/scenario_table.hpp"
#include "engine/projection/result.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// A parameter that was changed.
struct ChangedParameter {
  std::string path, name, name_en, unit;
  std::string value, base_value;  ///< in force at `since`
  Month since;                    ///< first month of the horizon in which the change holds
  std::optional<Month> from, until;
};

struct WhatIf {
  RunResult base, variant;
  std::vector<ChangedParameter> changes;
  std::vector<Finding> doubts;  ///< of the changes
  std::string command;          ///< that gives the same figures on the command line
};

/// The base and the variant as scenarios of one table: when each line's budget is used up.
ScenarioTable table_of(const WhatIf& what_if);
std::string what_if_json(const WhatIf& what_if, Language language);

}  // namespace disburse
