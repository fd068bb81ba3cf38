#pragma once
// What a command issues, entered into the registry when one is named.
#include "engine/app/options/options.hpp"
#include "engine/budget/paper.hpp"
#include "engine/planning/reforecast_result.hpp"
#include "engine/projection/result.hpp"
#include "engine/storage/registry.hpp"
#include "engine/support/publication.hpp"

namespace disburse {

/// The day on which an estimate is made: --as-known-on, else today.
Date issued_on(const Options& options);

/// Every programme and the whole in every year of a run; bands where it is stochastic.
std::vector<IssuedEstimate> issued_by(const RunResult& run, const std::string& kind, Date made);
std::vector<IssuedEstimate> issued_by(const ReforecastResult& result, Date made);
/// Every project of a drafted budget, with its range, and their sum.
std::vector<IssuedEstimate> issued_by(const BudgetPaper& paper, Date made);

/// Enters them when all that the command writes stands. Errors: RegistryUnusable.
void enter(const std::string& registry, const std::vector<IssuedEstimate>& estimates, Publication& files);

}  // namespace disburse
