#include "engine/base/share.hpp"

#include <algorithm>

#include "engine/base/error.hpp"

namespace disburse {

Portion Share::of_piece(std::size_t piece, std::size_t pieces) const {
  EXPECT(index < count && piece < pieces);
  // In units of 1/count of a piece, the part reaches from index * pieces to (index + 1) * pieces.
  const std::size_t begins = piece * count;
  const auto within = [&](std::size_t at) { return std::clamp(at, begins, begins + count) - begins; };
  return {within(index * pieces), within((index + 1) * pieces), count};
}

}  // namespace disburse
