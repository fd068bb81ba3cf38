#include "engine/small_cells.hpp"

#include <cstddef>

namespace disburse {

std::vector<bool> suppressed(const std::vector<std::int64_t>& counts) {
  std::vector<bool> hidden(counts.size(), false);
  std::size_t cells = 0;
  std::int64_t persons = 0;
  const auto hide = [&](std::size_t i) {
    hidden[i] = true;
    ++cells;
    persons += counts[i];
  };
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0 && counts[i] < least_published) hide(i);
  }
  while (cells == 1 || (cells > 0 && persons < least_published)) {
    std::size_t smallest = counts.size();
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (!hidden[i] && counts[i] > 0 && (smallest == counts.size() || counts[i] < counts[smallest])) smallest = i;
    }
    if (smallest == counts.size()) break;  // nothing else is left: the sum itself is small
    hide(smallest);
  }
  return hidden;
}

}  // namespace disburse
