#pragma once
// Points of a study in the unit cube, and who moves with whom.
#include <cstdint>
#include <string>
#include <vector>

namespace disburse {

/// Points x inputs, each in (0, 1).
using Points = std::vector<std::vector<double>>;
/// The output at every point, in order. A study never calls it for a point twice without need.
/// Errors: what the model throws; a value that is no number is refused by the study.
using Batch = std::vector<double>;

/// Inputs that are one factor of a study: alone, or as a group.
struct Factor {
  std::string name;
  std::vector<std::size_t> inputs;
};

/// The first `count` Sobol' points of `dimensions` dimensions (Joe and Kuo 2008), with a digital shift drawn from
/// `seed` (Matousek 1998: scrambled, each point uniform). `count` is a power of two.
Points sobol_points(std::size_t count, std::size_t dimensions, std::uint64_t seed);

}  // namespace disburse
