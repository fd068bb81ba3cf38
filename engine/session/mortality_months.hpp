#pragma once
// Of which months mortality is asked.
#include <algorithm>

#include "engine/base/calendar.hpp"

namespace disburse {

/// The months of the horizon, and those after it until the members were counted, at the end of `as_of`: who was there
/// earlier follows from the deaths until then.
inline Horizon mortality_months(Horizon horizon, Month as_of) {
  return {horizon.first, std::max(horizon.count, as_of - horizon.first + 1)};
}

}  // namespace disburse
