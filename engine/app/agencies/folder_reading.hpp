#pragma once
// Everything that stands in an agency's folder, read as the commands read it.
#include <optional>
#include <vector>

#include "engine/app/options/options.hpp"
#include "engine/base/error.hpp"
#include "engine/base/finding.hpp"
#include "engine/session/session.hpp"

namespace disburse {

struct FolderReading {
  std::optional<LoadedData> data;  ///< of the scenario that the options name; empty where it cannot be read
  InputErrors errors;              ///< of all files, each once
  std::vector<Finding> findings;   ///< files that nothing reads
};

/// Reads law, budgets with their versions, recipes, scenarios, layout, forms, pay days, outturns and payments of the
/// agency that `options` name, joins each scenario to a session, and tries the agency's own scenario over three years,
/// its pay days and the budget of the year after. `threads` as in for_blocks.
/// Errors: InputRejected where no agency can be told, or its agency.toml cannot be read; Stopped.
FolderReading read_folder(const InputOptions& options, int threads);

}  // namespace disburse
