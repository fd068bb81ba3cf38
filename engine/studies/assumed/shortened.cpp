#include "engine/studies/assumed/shortened.hpp"

#include <algorithm>

namespace disburse {

Scenario shortened(Scenario scenario, int year) {
  constexpr int december = 12;
  const Month last = std::min(scenario.horizon.end() - 1, Month(year, december));
  if (last >= scenario.horizon.first) scenario.horizon.count = last - scenario.horizon.first + 1;
  return scenario;
}

}  // namespace disburse
