#pragma once
// Values of uncertain assumptions (不确定假定), drawn: the shape between a planner's low and high.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/law/parameters.hpp"

namespace disburse {

/// The value at which the distribution of an assumption has reached `u`, 0 < u < 1, as a double of its unit. `low` and
/// `high` are its 10 % and 90 % points, `base` the mode of the triangle. normal: mean in the middle of low and high;
/// triangular: the ends a < low and b > high solve F(low) = 0.1 and F(high) = 0.9 for the mode `base`.
/// Errors: ProgramFault for an unknown shape.
double quantile_of(const std::string& distribution, double low, double base, double high, double u);

/// The standard normal quantile (Wichura 1988, AS 241, 16 digits) and distribution function.
double normal_quantile(double u);
double normal_probability(double z);

/// How two assumptions move together: the correlation of their normal scores.
struct Correlation {
  std::string first, second;
  double value = 0.0;
  Place place;
};

/// The correlation matrix of `paths`, row by row: 1 on the diagonal, 0 where no correlation is given. Correlations of
/// other assumptions are left out.
std::vector<double> correlation_matrix(const std::vector<std::string>& paths,
                                       const std::vector<Correlation>& correlations);

/// What cannot be: a correlation of something that is not uncertain, one out of (-1, 1), two of one pair, and
/// correlations that cannot hold together (their matrix is not positive semi-definite).
void check_correlations(const ParameterTree& law, const std::vector<Correlation>& correlations, InputErrors& errors);

/// Draws all assumptions of a law at once: set `index` does not depend on how many are drawn. Each assumption has a
/// draw of its own, keyed by its path; those that are correlated share normal scores by way of a Cholesky factor
/// (Gaussian copula).
class AssumptionDraw {
 public:
  /// `month`: in which the base is read. Errors: InputRejected(Door::data), as check_correlations.
  AssumptionDraw(const ParameterTree& law, Month month, const std::vector<Correlation>& correlations);

  const std::vector<std::string>& paths() const { return paths_; }
  /// One change for each assumption, its value within the parameter's own bounds and in its unit.
  std::vector<Override> set(std::uint64_t seed, std::uint32_t index) const;

 private:
  struct Shape {
    std::string distribution;
    double low, base, high, least, most;
    Unit unit;
    Place place;
  };
  std::vector<std::string> paths_;
  std::vector<Shape> shapes_;
  std::vector<double> factor_;  // lower triangle of the Cholesky factor, row by row
};

}  // namespace disburse
