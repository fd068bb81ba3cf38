#include "engine/session/synthetic_country.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/base/error.hpp"
#include "engine/base/parallel.hpp"
#include "engine/session/scenario_law.hpp"

namespace disburse {
namespace {

constexpr std::size_t cities_at_once = 8;  // in memory together, side by side on the threads

/// The number of the city stands before the key, so that keys ascend from city to city.
MemberKey key_in_city(std::size_t number, const MemberKey& key) {
  return MemberKey::from(fmt::format("{:06}-{}", number, key.view()));
}

}  // namespace

SyntheticCountry::SyntheticCountry(const LoadedData& data, const Scenario& scenario, std::size_t members)
    : data_(data), scenario_(scenario), law_(data.law.parameters), members_(members) {
  apply_scenario(law_, scenario);
  const Roster first = opening_members(data, law_, scenario);
  // Another seed moves a city's size by a few: each gives a thousandth less than the first has.
  const std::size_t of_each = std::max<std::size_t>(1, first.size() - first.size() / 1000);
  cities_ = (members + of_each - 1) / of_each;
  head_ = first.head();
  head_.source = fmt::format("recipe {}, {} members from seed {} on", scenario.recipe, members, scenario.seed);
}

Roster SyntheticCountry::city(std::size_t number) const {
  // Not the kept parts: cities are made side by side under one law, and no two have the same seed.
  const Roster whole = synthesize(data_.recipe, law_, *data_.mortality, scenario_.seed + number);
  std::vector<std::size_t> order(whole.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return whole.key[a] < whole.key[b]; });
  const std::size_t wanted = members_ * (number + 1) / cities_ - members_ * number / cities_;
  EXPECT(wanted <= whole.size());
  Roster taken = whole.head();
  taken.reserve(wanted);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i * wanted / whole.size() == (i + 1) * wanted / whole.size()) continue;
    taken.add(key_in_city(number, whole.key[order[i]]), whole.member(order[i]));
  }
  return taken;
}

void SyntheticCountry::each(int threads, const std::function<void(const Roster&)>& visit) const {
  Roster pending = head_;
  for (std::size_t first = 0; first < cities_; first += cities_at_once) {
    std::vector<Roster> some(std::min(cities_at_once, cities_ - first));
    for_blocks(some.size(), threads, [&](std::size_t i) { some[i] = city(first + i); });
    for (const Roster& one : some) {
      pending.append(one);
      while (pending.size() >= members_a_piece) {
        visit(pending.slice(0, members_a_piece));
        pending = pending.slice(members_a_piece, pending.size());
      }
    }
  }
  if (pending.size() > 0) visit(pending);
}

}  // namespace disburse
