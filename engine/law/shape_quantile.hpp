#pragma once
// The quantiles of an assumption's distribution, with what takes long worked out once.
#include <cstdint>
#include <string>

namespace disburse {

class ShapeQuantile {
 public:
  ShapeQuantile() = default;
  /// As quantile_of (engine/law/assumption_draw.hpp). Errors: ProgramFault for an unknown shape.
  ShapeQuantile(const std::string& distribution, double low, double base, double high);
  double at(double u) const;

 private:
  enum class Shape : std::uint8_t { uniform, normal, triangular };
  Shape shape_ = Shape::uniform;
  double first_ = 0.0, mode_ = 0.0, last_ = 0.0;  // ends of a triangle; of the others low and high
};

}  // namespace disburse
