#include "engine/sensitivity/design.hpp"

#include <boost/random/sobol.hpp>

#include "engine/base/error.hpp"
#include "engine/base/random.hpp"

namespace disburse {

Points sobol_points(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
  EXPECT(count > 0 && (count & (count - 1)) == 0);
  constexpr double scale = 1.0 / 4294967296.0;  // 2^-32
  boost::random::sobol engine(dimensions);
  std::vector<std::uint32_t> shift;
  for (std::size_t d = 0; d < dimensions; ++d) shift.push_back(draw(seed, Stream::study, d, 0, 0)[0]);
  Points points(count, std::vector<double>(dimensions));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t d = 0; d < dimensions; ++d) {
      // Boost's sequence leaves its first point, the origin, out; without it 2^k points are no net (Owen 2020).
      const auto digits = i == 0 ? 0U : static_cast<std::uint32_t>(engine() >> 32);
      points[i][d] = (static_cast<double>(digits ^ shift[d]) + 0.5) * scale;
    }
  }
  return points;
}

}  // namespace disburse
