#include "engine/replicates/death_table.hpp"

#include <algorithm>

#include "engine/members/mortality.hpp"

namespace disburse {
namespace {

constexpr std::uint16_t upper_most = 0xffff;

}  // namespace

DeathTable::DeathTable(const std::vector<std::int64_t>& survival) {
  for (const std::int64_t alive : survival)
    below_.push_back(static_cast<std::uint64_t>(certain - alive) >> (survival_bits - 32));
}

std::uint16_t DeathTable::threshold() const {
  return static_cast<std::uint16_t>(std::min<std::uint64_t>(below_.back() >> 16, upper_most));
}

UpperTables::UpperTables(const std::vector<DeathTable>& tables) {
  std::size_t months = 0;
  for (const DeathTable& table : tables) months = std::max(months, table.below().size());
  stride_ = 1 + guides + months;
  words_.assign(tables.size() * stride_, 0);
  for (std::size_t t = 0; t < tables.size(); ++t) {
    if (!tables[t].mortal()) continue;
    std::uint16_t* own = words_.data() + t * stride_;
    std::uint16_t* upper = own + 1 + guides;
    const std::vector<std::uint64_t>& below = tables[t].below();
    for (std::size_t m = 1; m < below.size(); ++m)
      upper[m - 1] = static_cast<std::uint16_t>(std::min<std::uint64_t>(below[m] >> 16, upper_most));
    upper[below.size() - 1] = upper_most;
    const std::uint32_t threshold = tables[t].threshold();
    while (threshold >> own[0] >= guides) ++own[0];
    std::uint16_t m = 0;
    for (std::uint32_t g = 0; g <= threshold >> own[0]; ++g) {
      while (upper[m] < g << own[0]) ++m;
      own[1 + g] = m;
    }
  }
}

int DeathTable::month(std::uint32_t u, int from) const {
  auto m = static_cast<std::size_t>(from);
  while (m + 1 < below_.size() && below_[m + 1] <= u) ++m;
  return m + 1 < below_.size() ? static_cast<int>(m) : -1;
}

}  // namespace disburse
