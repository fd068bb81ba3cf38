#include "engine/sensitivity/design.hpp"

#include <boost/random/sobol.hpp>

#include "engine/error.hpp"
#include "engine/random.hpp"

namespace disburse {

Points sobol_points(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
  EXPECT(count > 0 && (count & (count - 1)) == 0);
  constexpr double scale = 1.0 / 4294967296.0;  // 2^-32
  boost::random::sobol engine(dimensions);
  std::vector<std::uint32_t> shift;
  for (std::size_t d = 0; d < dimensions; ++d) shift.push_back(draw(seed, Stream::study, d, 0, 0)[0]);
  Points points(count, std::vector<double>(dimensions));
  for (std::vector<double>& point : points) {
    for (std::size_t d = 0; d < dimensions; ++d) {
      const auto digits = static_cast<std::uint32_t>(engine() >> 32) ^ shift[d];
      point[d] = (static_cast<double>(digits) + 0.5) * scale;
    }
  }
  return points;
}

}  // namespace disburse
