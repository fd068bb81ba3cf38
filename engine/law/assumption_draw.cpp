#include "engine/law/assumption_draw.hpp"

#include <fmt/format.h>

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include "engine/base/error.hpp"
#include "engine/base/random.hpp"
#include "engine/law/correlation_factor.hpp"
#include "engine/law/shape_quantile.hpp"
#include "engine/law/unknowns.hpp"

namespace disburse {
namespace {

constexpr int rate_places = 9;  // of a drawn rate

// AS 241, PPND16: rational approximations of the centre, the tails and the far tails; highest power first.
using Polynomial = std::array<double, 8>;
constexpr Polynomial centre_top{2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
                                45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
                                133.14166789178437745, 3.387132872796366608};
constexpr Polynomial centre_bottom{
    5226.495278852545925,  28729.085735721942674, 39307.89580009271061,  21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083,  42.313330701600911252, 1.0};
constexpr Polynomial tail_top{7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
                              1.27045825245236838258,   3.64784832476320460504,   5.7694972214606914055,
                              4.6303378461565452959,    1.42343711074968357734};
constexpr Polynomial tail_bottom{
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455,    1.6763848301838038494,   2.05319162663775882187,   1.0};
constexpr Polynomial far_top{2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
                             0.026532189526576123093,   0.29656057182850489123,    1.7848265399172913358,
                             5.4637849111641143699,     6.6579046435011037772};
constexpr Polynomial far_bottom{
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525,   0.13692988092273580531,   0.59983220655588793769,   1.0};

double ratio(const Polynomial& top, const Polynomial& bottom, double r) {
  const auto at = [r](const Polynomial& polynomial) {
    double sum = 0.0;
    for (const double coefficient : polynomial) sum = sum * r + coefficient;
    return sum;
  };
  return at(top) / at(bottom);
}

void check_correlation(const Correlation& one, const std::vector<std::string>& paths, InputErrors& errors) {
  for (const std::string* path : {&one.first, &one.second}) {
    if (std::find(paths.begin(), paths.end(), *path) != paths.end()) continue;
    const std::string near = nearest_name(*path, paths);
    errors.add(one.place, *path, "is no uncertain assumption"_m, "only what is drawn can move together"_m,
               near.empty() ? "Give it low, high and distribution first"_m : "Did you mean {}?"_m(near));
  }
  if (one.first == one.second) {
    errors.add(one.place, "correlation", "{} is named as both"_m(one.first),
               "an assumption moves with itself in any case"_m, "Name another one as first or second"_m);
  }
  if (!(one.value > -1.0 && one.value < 1.0)) {
    errors.add(one.place, "correlation", "{} is no correlation of two assumptions"_m(fmt::format("{}", one.value)),
               "it lies between -1 and 1, both excluded"_m, "Write value = \"0.5\""_m);
  }
}

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::MatrixXd square(const std::vector<double>& rows, Eigen::Index n) {
  return Eigen::Map<const RowMajor>(rows.data(), n, n);
}

std::vector<std::string> uncertain_paths(const ParameterTree& law) {
  std::vector<std::string> paths;
  for (const auto& [path, parameter] : law.all()) {
    if (parameter.uncertainty) paths.push_back(path);
  }
  return paths;
}

/// Whether the correlations can hold together; if not, by how much they are too strong: I + s A has no negative
/// eigenvalue as long as s is at most 1 over the size of the smallest one of A.
void check_together(const std::vector<std::string>& paths, const std::vector<Correlation>& correlations,
                    InputErrors& errors) {
  const std::vector<double> matrix = correlation_matrix(paths, correlations);
  if (correlation_factor(matrix)) return;
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(square(matrix, static_cast<Eigen::Index>(paths.size())),
                                                              Eigen::EigenvaluesOnly);
  const double most = 1.0 / (1.0 - solver.eigenvalues().minCoeff());
  std::string names;
  for (const Correlation& one : correlations) {
    names += fmt::format("{}{} ~ {} = {}", names.empty() ? "" : ", ", one.first, one.second, one.value);
  }
  errors.add(
      correlations.front().place, "correlation", "the correlations cannot hold together"_m,
      "their matrix is not positive semi-definite: {}"_m(names),
      "Make them smaller: all of them times {} would do"_m(fmt::format("{:.2f}", std::floor(most * 100.0) / 100.0)));
}

}  // namespace

std::vector<double> correlation_matrix(const std::vector<std::string>& paths,
                                       const std::vector<Correlation>& correlations) {
  const std::size_t n = paths.size();
  std::vector<double> matrix(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i) matrix[i * n + i] = 1.0;
  for (const Correlation& one : correlations) {
    const auto index = [&](const std::string& path) {
      return static_cast<std::size_t>(std::find(paths.begin(), paths.end(), path) - paths.begin());
    };
    const std::size_t i = index(one.first);
    const std::size_t j = index(one.second);
    if (i < n && j < n) matrix[i * n + j] = matrix[j * n + i] = one.value;
  }
  return matrix;
}

void check_correlations(const ParameterTree& law, const std::vector<Correlation>& correlations, InputErrors& errors) {
  if (correlations.empty()) return;
  const std::vector<std::string> paths = uncertain_paths(law);
  const std::size_t before = errors.size();
  std::set<std::pair<std::string, std::string>> seen;
  for (const Correlation& one : correlations) {
    check_correlation(one, paths, errors);
    if (!seen.insert(std::minmax(one.first, one.second)).second) {
      errors.add(one.place, "correlation", "{} and {} are correlated twice"_m(one.first, one.second),
                 "the second would silently win"_m, "Keep one of them"_m);
    }
  }
  if (errors.size() == before) check_together(paths, correlations, errors);
}

double normal_probability(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double normal_quantile(double u) {
  EXPECT(u > 0.0 && u < 1.0);
  const double q = u - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * ratio(centre_top, centre_bottom, r);
  }
  const double r = std::sqrt(-std::log(q < 0 ? u : 1.0 - u));
  const double value = r <= 5.0 ? ratio(tail_top, tail_bottom, r - 1.6) : ratio(far_top, far_bottom, r - 5.0);
  return q < 0 ? -value : value;
}

double quantile_of(const std::string& distribution, double low, double base, double high, double u) {
  return ShapeQuantile(distribution, low, base, high).at(u);
}

AssumptionDraw::AssumptionDraw(const ParameterTree& law, Month month, const std::vector<Correlation>& correlations) {
  for (const auto& [path, parameter] : law.all()) {
    if (!parameter.uncertainty) continue;
    const double inf = std::numeric_limits<double>::infinity();
    paths_.push_back(path);
    shapes_.push_back({parameter.uncertainty->distribution, number_of(parameter.uncertainty->low),
                       number_of(law.at(path, month).value), number_of(parameter.uncertainty->high),
                       parameter.minimum ? number_of(*parameter.minimum) : -inf,
                       parameter.maximum ? number_of(*parameter.maximum) : inf, parameter.unit, parameter.place});
  }
  InputErrors errors;
  check_correlations(law, correlations, errors);
  throw_if_any(Door::data, std::move(errors));
  const std::vector<double> lower = correlation_factor(correlation_matrix(paths_, correlations)).value();
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) factor_.push_back(lower[i * paths_.size() + j]);
  }
}

std::vector<Override> AssumptionDraw::set(std::uint64_t seed, std::uint32_t index) const {
  std::vector<double> scores;
  for (const std::string& path : paths_) {
    const std::uint32_t word = draw32(seed, Stream::assumption, draw_key(path), 0, index);
    scores.push_back(normal_quantile((static_cast<double>(word) + 0.5) / 4294967296.0));
  }
  std::vector<Override> changes;
  std::size_t at = 0;
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    double score = 0.0;
    for (std::size_t j = 0; j <= i; ++j) score += factor_[at++] * scores[j];
    const Shape& shape = shapes_[i];
    // Probabilities of 0 and 1 have no quantile; scores beyond 8 do not come up.
    const double u = std::clamp(normal_probability(score), 1e-15, 1.0 - 1e-15);
    const double value =
        std::clamp(quantile_of(shape.distribution, shape.low, shape.base, shape.high, u), shape.least, shape.most);
    changes.push_back({paths_[i], number_text(shape.unit, value, rate_places), "drawn", "uncertain", shape.place});
  }
  return changes;
}

}  // namespace disburse
