#pragma once
// How far each reading of a source is believed after the first months of a year (口径的权重).
#include <vector>

#include "engine/evaluation/evaluator.hpp"
#include "engine/evaluation/study_input.hpp"
#include "engine/planning/reforecast_result.hpp"

namespace disburse {

/// The questions among `inputs` whose answers differ in a locked month of a programme that is given, with weights after
/// Bayes' rule: an answer's weight times exp(-1/2 sum of ((paid - projected) / deviation)^2), programmes summed, the
/// months of one averaged, since what moves one month of a programme moves the others. The deviation of a month is that
/// of all ranges and common causes among `inputs`, each alone at its 10 % and 90 % points, and at least a thousandth of
/// the programme's largest month (assumed: mistakes of a payroll). Other questions stay at their base. Of the answers
/// the locked sums are told, not the estimates. Errors: as Evaluator::evaluate.
std::vector<WeighedQuestion> weigh_readings(Evaluator& evaluator, const std::vector<Input>& inputs,
                                            const Actuals& actuals, int year);

}  // namespace disburse
