#pragma once
// Points of the unit cube whose coordinates move together (Gaussian copula).
#include <vector>

#include "engine/sensitivity/design.hpp"

namespace disburse {

/// The lower Cholesky factor of a correlation matrix, both row by row. Errors: ProgramFault where the matrix is not
/// positive semi-definite: check_correlations at the door.
std::vector<double> cholesky_factor(const std::vector<double>& matrix);

/// Joins independent coordinates: normal scores times `factor`, as probabilities again. Each coordinate stays uniform.
Points joined(Points points, const std::vector<double>& factor);

}  // namespace disburse
