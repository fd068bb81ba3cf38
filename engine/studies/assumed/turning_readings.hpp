#pragma once
// What is found only under one reading of the source (结论随口径而变).
#include <memory>
#include <optional>
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// Of each line of the budget and of the whole in `year`: a note where an answer to an open question takes it to the
/// other side of its budget. A year without a budget has nothing to be turned: its whole is told under each answer that
/// moves it by a hundredth or more (assumed: less is no other draft). Full projections, all else at its base; each
/// note's code is that of doubted_manifest.hpp. Errors: as Evaluator::evaluate.
std::vector<Finding> turning_readings(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                                      int year);

/// The same of a base and each of its what-ifs, in this order; what they have in common is projected once.
std::vector<std::vector<Finding>> turning_readings(const std::shared_ptr<const LoadedData>& data, const Scenario& base,
                                                   const std::vector<Scenario>& variants, int year);

/// The note of one question in a year without a budget; `wholes` are what the year costs under each of its answers, the
/// base first. Empty where they all say the same.
std::optional<Finding> turning_of_draft(const Question& question, const std::vector<Money>& wholes, int year);

}  // namespace disburse
