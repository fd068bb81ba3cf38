#include "engine/assumption_draw.hpp"

#include <fmt/format.h>

#include <Eigen/Cholesky>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/error.hpp"
#include "engine/random.hpp"

namespace disburse {
namespace {

constexpr int rate_places = 9;  // of a drawn rate
constexpr double tail = 0.1;    // low and high cut off so much each

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

double triangular(double a, double mode, double b, double u) {
  const double turn = (mode - a) / (b - a);
  return u < turn ? a + std::sqrt(u * (b - a) * (mode - a)) : b - std::sqrt((1.0 - u) * (b - a) * (b - mode));
}

/// The triangle's ends by fixed point iteration: (low - a)^2 = tail (b - a)(mode - a), and the same at the other end.
std::pair<double, double> triangle_ends(double low, double mode, double high) {
  double a = low - 0.5 * (high - low);
  double b = high + 0.5 * (high - low);
  for (int i = 0; i < 200; ++i) {
    a = low - std::sqrt(tail * (b - a) * std::max(0.0, mode - a));
    b = high + std::sqrt(tail * (b - a) * std::max(0.0, b - mode));
  }
  return {a, b};
}

/// A number as the parameter's text has it.
double number_of(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return static_cast<double>(money->fen()) / 100.0;
  if (const auto* rate = std::get_if<Rate>(&value)) {
    return static_cast<double>(rate->numerator()) / static_cast<double>(rate->denominator());
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::numeric_limits<double>::quiet_NaN();
}

void check_correlation(const Correlation& one, const std::vector<std::string>& paths, InputErrors& errors) {
  for (const std::string* path : {&one.first, &one.second}) {
    if (std::find(paths.begin(), paths.end(), *path) != paths.end()) continue;
    const std::string near = nearest_name(*path, paths);
    errors.add(one.place, *path, "is no uncertain assumption", "only what is drawn can move together",
               near.empty() ? "Give it low, high and distribution first" : "Did you mean " + near + "?");
  }
  if (!(one.value > -1.0 && one.value < 1.0) || one.first == one.second) {
    errors.add(one.place, "correlation", fmt::format("{} is no correlation of two assumptions", one.value),
               "it lies between -1 and 1, both excluded", "Write value = \"0.5\"");
  }
}

}  // namespace

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
  if (distribution == "uniform") {
    const double width = (high - low) / (1.0 - 2.0 * tail);
    return low + (u - tail) * width;
  }
  if (distribution == "normal") {
    const double deviation = (high - low) / (2.0 * normal_quantile(1.0 - tail));
    return (low + high) / 2.0 + deviation * normal_quantile(u);
  }
  EXPECT(distribution == "triangular");
  const double mode = std::clamp(base, low, high);
  const auto [a, b] = triangle_ends(low, mode, high);
  return triangular(a, mode, b, u);
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
  for (const Correlation& one : correlations) check_correlation(one, paths_, errors);
  throw_if_any(Door::data, std::move(errors));
  const auto n = static_cast<Eigen::Index>(paths_.size());
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(n, n);
  const auto index = [&](const std::string& path) {
    return std::find(paths_.begin(), paths_.end(), path) - paths_.begin();
  };
  for (const Correlation& one : correlations) {
    matrix(index(one.first), index(one.second)) = one.value;
    matrix(index(one.second), index(one.first)) = one.value;
  }
  const Eigen::LLT<Eigen::MatrixXd> cholesky(matrix);
  if (cholesky.info() != Eigen::Success) {
    InputErrors impossible;
    impossible.add(correlations.front().place, "correlation", "the correlations cannot hold together",
                   "their matrix is not positive definite", "Make them smaller");
    throw InputRejected(Door::data, std::move(impossible));
  }
  const Eigen::MatrixXd lower = cholesky.matrixL();
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j <= i; ++j) factor_.push_back(lower(i, j));
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
