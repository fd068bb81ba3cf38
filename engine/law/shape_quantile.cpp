#include "engine/law/shape_quantile.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "engine/base/error.hpp"
#include "engine/law/assumption_draw.hpp"

namespace disburse {
namespace {

constexpr double tail = 0.1;  // low and high cut off so much each

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

}  // namespace

ShapeQuantile::ShapeQuantile(const std::string& distribution, double low, double base, double high)
    : first_(low), mode_(std::clamp(base, low, high)), last_(high) {
  if (distribution == "uniform") return;
  if (distribution == "normal") {
    shape_ = Shape::normal;
    return;
  }
  EXPECT(distribution == "triangular");
  shape_ = Shape::triangular;
  std::tie(first_, last_) = triangle_ends(low, mode_, high);
}

double ShapeQuantile::at(double u) const {
  switch (shape_) {
    case Shape::uniform: return first_ + (u - tail) * (last_ - first_) / (1.0 - 2.0 * tail);
    case Shape::normal: {
      const double deviation = (last_ - first_) / (2.0 * normal_quantile(1.0 - tail));
      return (first_ + last_) / 2.0 + deviation * normal_quantile(u);
    }
    case Shape::triangular: break;
  }
  return triangular(first_, mode_, last_, u);
}

}  // namespace disburse
