#pragma once
// Smooth functions of a few numbers, kept at Chebyshev nodes and interpolated between them.
#include <cstddef>
#include <vector>

namespace disburse {

/// Nodes of one dimension between two ends: Chebyshev points of the second kind, ends included.
std::vector<double> chebyshev_nodes(double low, double high, std::size_t count);

/// Barycentric interpolation (Berrut and Trefethen 2004) on a tensor of nodes, which may be moved a little from where
/// they were made (rounded to a fen); the last dimension runs fastest.
class ChebyshevTensor {
 public:
  ChebyshevTensor(std::vector<std::vector<double>> nodes, std::vector<double> values);
  double at(const std::vector<double>& x) const;

 private:
  std::vector<std::vector<double>> nodes_;
  std::vector<std::vector<double>> factors_;  // barycentric weights of the nodes
  std::vector<double> values_;
};

}  // namespace disburse
