#include <Eigen/Dense>
#include <bit>

#include "engine/base/error.hpp"
#include "engine/law/assumption_draw.hpp"
#include "engine/law/correlation_factor.hpp"
#include "engine/sensitivity/indices_common.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_inputs = 12;

Eigen::MatrixXd correlation_of(std::size_t inputs, const std::vector<double>& factor) {
  const auto n = static_cast<Eigen::Index>(inputs);
  Eigen::MatrixXd lower = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j <= i; ++j) lower(i, j) = factor[static_cast<std::size_t>(i * n + j)];
  }
  return lower * lower.transpose();
}

/// The triangle of a covariance, which may be singular: what follows from what is held has none left.
Eigen::MatrixXd triangle_of(const Eigen::MatrixXd& covariance) {
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const RowMajor rows = covariance;
  const auto factor = correlation_factor({rows.data(), rows.data() + rows.size()});
  EXPECT(factor.has_value());
  return Eigen::Map<const RowMajor>(factor->data(), covariance.rows(), covariance.cols());
}

std::vector<Eigen::Index> members(std::uint32_t subset, std::size_t inputs, bool in) {
  std::vector<Eigen::Index> list;
  for (std::size_t i = 0; i < inputs; ++i) {
    if (((subset >> i & 1U) != 0) == in) list.push_back(static_cast<Eigen::Index>(i));
  }
  return list;
}

/// Normal scores of points, and the points that agree with them in `subset` and are redrawn elsewhere, given it:
/// z_T | z_S is normal with mean R_TS R_SS^-1 z_S and covariance R_TT - R_TS R_SS^-1 R_ST.
Points redrawn(const Eigen::MatrixXd& scores, const Eigen::MatrixXd& fresh, const Eigen::MatrixXd& correlation,
               std::uint32_t subset, std::size_t inputs) {
  const auto held = members(subset, inputs, true);
  const auto free = members(subset, inputs, false);
  const Eigen::MatrixXd held_held = correlation(held, held);
  const Eigen::MatrixXd free_held = correlation(free, held);
  const Eigen::MatrixXd weights = held.empty()
                                      ? Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(free.size()), 0)
                                      : Eigen::MatrixXd(held_held.ldlt().solve(free_held.transpose()).transpose());
  const Eigen::MatrixXd covariance = correlation(free, free) - weights * free_held.transpose();
  const Eigen::MatrixXd lower = triangle_of(covariance);
  Points points(static_cast<std::size_t>(scores.rows()), std::vector<double>(inputs));
  for (Eigen::Index row = 0; row < scores.rows(); ++row) {
    Eigen::VectorXd own = scores.row(row).transpose();
    const Eigen::VectorXd drawn = weights * own(held) + lower * fresh.row(row).transpose()(free);
    own(free) = drawn;
    for (std::size_t i = 0; i < inputs; ++i)
      points[static_cast<std::size_t>(row)][i] = normal_probability(own(static_cast<Eigen::Index>(i)));
  }
  return points;
}

/// |S|! (k - |S| - 1)! / k!
double weight_of(std::size_t size, std::size_t inputs) {
  return std::tgamma(static_cast<double>(size) + 1.0) * std::tgamma(static_cast<double>(inputs - size)) /
         std::tgamma(static_cast<double>(inputs) + 1.0);
}

}  // namespace

ShapleyEffects shapley_effects(const Model& model, std::size_t inputs, const std::vector<double>& factor,
                               std::size_t samples, std::uint64_t seed) {
  EXPECT(inputs >= 1 && inputs <= most_inputs && factor.size() == inputs * inputs);
  const Eigen::MatrixXd correlation = correlation_of(inputs, factor);
  const Eigen::MatrixXd lower = triangle_of(correlation);
  const Points uniform = sobol_points(samples, 2 * inputs, seed);
  const auto rows = static_cast<Eigen::Index>(samples);
  const auto columns = static_cast<Eigen::Index>(inputs);
  Eigen::MatrixXd independent(rows, columns);
  Eigen::MatrixXd fresh(rows, columns);
  for (Eigen::Index r = 0; r < rows; ++r) {
    for (Eigen::Index c = 0; c < columns; ++c) {
      independent(r, c) = normal_quantile(uniform[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)]);
      fresh(r, c) = normal_quantile(uniform[static_cast<std::size_t>(r)][static_cast<std::size_t>(c + columns)]);
    }
  }
  const Eigen::MatrixXd scores = independent * lower.transpose();
  const std::uint32_t everything = (1U << inputs) - 1;
  std::vector<Batch> outputs(everything + 1);
  ShapleyEffects effects;
  for (std::uint32_t subset = 0; subset <= everything; ++subset) {
    outputs[subset] = answers(model, redrawn(scores, fresh, correlation, subset, inputs));
    effects.evaluations += samples;
  }
  const Batch& base = outputs[everything];
  double mean = 0.0;
  for (const double value : base) mean += value / static_cast<double>(samples);
  const auto closed = [&](std::uint32_t subset, const std::vector<std::uint32_t>& some) {
    if (subset == 0) return 0.0;  // nothing is known: by definition, not by estimate
    double product = 0.0;
    double own = 0.0;
    double other = 0.0;
    for (const std::uint32_t i : some) {
      product += (base[i] - mean) * (outputs[subset][i] - mean);
      own += base[i] - mean;
      other += outputs[subset][i] - mean;
    }
    const auto n = static_cast<double>(some.size());
    return product / n - own / n * (other / n);
  };
  std::vector<std::uint32_t> all(samples);
  for (std::size_t i = 0; i < samples; ++i) all[i] = static_cast<std::uint32_t>(i);
  effects.variance = closed(everything, all);
  if (!(effects.variance > 0.0))
    throw UndefinedIndices("no input moves the output: there is no variance to share out"_m);
  for (std::size_t input = 0; input < inputs; ++input) {
    effects.share.push_back(estimated(samples, seed, [&](const std::vector<std::uint32_t>& some) {
      double sum = 0.0;
      for (std::uint32_t subset = 0; subset <= everything; ++subset) {
        if ((subset >> input & 1U) != 0) continue;
        const auto size = static_cast<std::size_t>(std::popcount(subset));
        sum += weight_of(size, inputs) * (closed(subset | 1U << input, some) - closed(subset, some));
      }
      return sum / closed(everything, some);
    }));
  }
  return effects;
}

}  // namespace disburse
