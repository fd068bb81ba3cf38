#pragma once
// The triangle of a correlation matrix, by which independent scores become correlated ones.
#include <optional>
#include <vector>

namespace disburse {

/// The lower triangular L (row by row, zeros above) with L L' = `matrix`, which is square, symmetric and given row by
/// row. Empty where there is none: the matrix has a negative eigenvalue. One that is singular has one, too: what
/// follows wholly from the others has no score of its own, and its column is 0.
std::optional<std::vector<double>> correlation_factor(const std::vector<double>& matrix);

}  // namespace disburse
