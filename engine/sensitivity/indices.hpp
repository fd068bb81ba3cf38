#pragma once
// Global sensitivity: elementary effects, variance-based indices and Shapley effects, from any model of the unit cube.
#include <functional>
#include <optional>

#include "engine/base/error.hpp"
#include "engine/sensitivity/design.hpp"

namespace disburse {

using Model = std::function<Batch(const Points&)>;

/// Shares of nothing, or of what is no number.
class UndefinedIndices : public Failure {
 public:
  using Failure::Failure;
};

/// An estimate with the 2.5 % and 97.5 % points of a bootstrap over rows.
struct Estimated {
  double value = 0.0, low = 0.0, high = 0.0;
};

/// Morris (1991): mean, mean size (Campolongo 2007) and deviation of the elementary effects of a factor, in output per
/// whole range. A group moves as one; its sign means nothing.
struct ElementaryEffect {
  double mu = 0.0, mu_star = 0.0, sigma = 0.0;
};
struct MorrisResult {
  std::vector<ElementaryEffect> effects;  ///< by factor
  std::size_t evaluations = 0;
};
/// `trajectories` random paths over a grid of `levels` (even) levels, step levels / (2 (levels - 1)).
MorrisResult morris(const Model& model, const std::vector<Factor>& factors, std::size_t inputs,
                    std::size_t trajectories, std::size_t levels, std::uint64_t seed);

struct SecondOrder {
  std::size_t first = 0, second = 0;  ///< factors
  Estimated index;
};
struct SobolResult {
  double mean = 0.0, variance = 0.0;
  std::vector<Estimated> first;  ///< by factor: share of the variance that the factor explains alone (Saltelli 2010)
  std::vector<Estimated> total;  ///< with all its interactions (Jansen 1999)
  std::vector<SecondOrder> second;
  std::size_t samples = 0, evaluations = 0;
  /// Total indices of the first eighth, quarter, half and all of the samples.
  std::vector<std::pair<std::size_t, std::vector<double>>> convergence;
};
struct SobolPlan {
  std::size_t samples = 1024;  ///< a power of two; rows of each matrix
  bool second_order = false;
  double until_width = 0.0;  ///< doubles `samples` until every interval of a total index is no wider; 0: once
  std::size_t most_samples = 1 << 16;
  std::uint64_t seed = 0;
};
/// Negative estimates stay as they are. Errors: ProgramFault for samples that are no power of two; UndefinedIndices
/// where the model gives a value that is no number, or never another one (variance 0).
SobolResult sobol(const Model& model, const std::vector<Factor>& factors, std::size_t inputs, const SobolPlan& plan);

struct ShapleyEffects {
  std::vector<Estimated> share;  ///< by input; they sum to 1
  double variance = 0.0;
  std::size_t evaluations = 0;
  std::vector<std::size_t> held = {};  ///< inputs that move the output and were held at their middle, without a share
};
/// Shares of the variance by the Shapley value of Var E(Y | X_S) (Owen 2014; Song, Nelson and Staum 2016), also where
/// inputs are correlated by a Gaussian copula: `factor` is the lower Cholesky factor of their correlation, row by row.
/// Every subset's closed index is estimated by pairs that agree in it (pick and freeze), the others redrawn given it.
/// Errors: ProgramFault for more than 12 inputs; UndefinedIndices as `sobol`.
ShapleyEffects shapley_effects(const Model& model, std::size_t inputs, const std::vector<double>& factor,
                               std::size_t samples, std::uint64_t seed);

}  // namespace disburse
