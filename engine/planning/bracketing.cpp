#include "engine/planning/bracketing.hpp"

#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <map>

#include "engine/base/error.hpp"

namespace disburse {

Solution solve(const std::function<Money(std::int64_t)>& amount, Money target, std::int64_t low, std::int64_t high) {
  EXPECT(low <= high);
  std::map<std::int64_t, Money> known;
  const auto at = [&](std::int64_t value) {
    const auto [found, fresh] = known.try_emplace(value);
    if (fresh) found->second = amount(value);
    return found->second;
  };
  Solution solution;
  solution.low = low;
  solution.high = high;
  solution.at_low = at(low);
  solution.at_high = at(high);
  const auto within = [&](std::int64_t value) { return at(value) <= target; };
  const auto found = [&](std::int64_t value, std::int64_t next) {
    solution.found = true;
    solution.value = value;
    solution.amount = at(value);
    solution.beyond = at(next);
  };
  if (solution.at_low == target) {
    found(low, low);
  } else if (solution.at_high == target) {
    found(high, high);
  } else if (within(low) != within(high)) {
    // Between whole steps nothing changes: a search over steps must end at two neighbours.
    const auto distance = [&](double value) {
      return static_cast<double>((at(std::llround(value)) - target).fen()) - 0.5;  // on the target is within it
    };
    std::uintmax_t most = 200;
    const auto close = [](double a, double b) { return std::abs(b - a) < 0.5; };
    const auto bracket = boost::math::tools::toms748_solve(
        distance, static_cast<double>(low), static_cast<double>(high), distance(static_cast<double>(low)),
        distance(static_cast<double>(high)), close, most);
    std::int64_t first = std::max<std::int64_t>(low, std::llround(bracket.first) - 1);
    std::int64_t last = std::min<std::int64_t>(high, std::llround(bracket.second) + 1);
    while (last - first > 1) {
      const std::int64_t middle = first + (last - first) / 2;
      (within(middle) == within(first) ? first : last) = middle;
    }
    within(first) ? found(first, last) : found(last, first);
  }
  solution.evaluations = static_cast<int>(known.size());
  return solution;
}

}  // namespace disburse
