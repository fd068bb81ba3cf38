#include "engine/sensitivity/chebyshev.hpp"

#include <cmath>
#include <numbers>

#include "engine/error.hpp"

namespace disburse {
namespace {

/// 1 / prod (x_i - x_j), scaled to the interval so that nothing underflows.
std::vector<double> factors_of(const std::vector<double>& nodes) {
  const double scale = 4.0 / (nodes.back() - nodes.front());  // a capacity of one
  std::vector<double> factors(nodes.size(), 1.0);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = 0; j < nodes.size(); ++j) {
      if (i != j) factors[i] /= (nodes[i] - nodes[j]) * scale;
    }
  }
  return factors;
}

/// Weights of the nodes' values at x, which sum to 1.
std::vector<double> weights_at(const std::vector<double>& nodes, const std::vector<double>& factors, double x) {
  std::vector<double> weights(nodes.size());
  double sum = 0.0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (x == nodes[i]) {
      std::vector<double> one(nodes.size());
      one[i] = 1.0;
      return one;
    }
    weights[i] = factors[i] / (x - nodes[i]);
    sum += weights[i];
  }
  for (double& weight : weights) weight /= sum;
  return weights;
}

}  // namespace

std::vector<double> chebyshev_nodes(double low, double high, std::size_t count) {
  EXPECT(count >= 2);
  std::vector<double> nodes;
  for (std::size_t i = 0; i < count; ++i) {
    const double angle = std::numbers::pi * static_cast<double>(i) / static_cast<double>(count - 1);
    nodes.push_back(low + (high - low) * (1.0 - std::cos(angle)) / 2.0);
  }
  nodes.back() = high;
  return nodes;
}

ChebyshevTensor::ChebyshevTensor(std::vector<std::vector<double>> nodes, std::vector<double> values)
    : nodes_(std::move(nodes)), values_(std::move(values)) {
  std::size_t size = 1;
  for (const auto& own : nodes_) size *= own.size();
  EXPECT(size == values_.size());
  for (const auto& own : nodes_) factors_.push_back(factors_of(own));
}

double ChebyshevTensor::at(const std::vector<double>& x) const {
  std::vector<double> folded = values_;
  for (std::size_t d = nodes_.size(); d-- > 0;) {
    const std::vector<double> weights = weights_at(nodes_[d], factors_[d], x[d]);
    const std::size_t rows = folded.size() / weights.size();
    for (std::size_t r = 0; r < rows; ++r) {
      double sum = 0.0;
      for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * folded[r * weights.size() + i];
      folded[r] = sum;
    }
    folded.resize(rows);
  }
  return folded.front();
}

}  // namespace disburse
