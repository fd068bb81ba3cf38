#pragma once
// Why a project's budget differs from the last one (增减原因), from its own components.
#include "engine/budget/paper.hpp"

namespace disburse {

/// The parts of `drafted - last_budget`; they sum to it. A component's volume is its change in units at the average of
/// the year before, its price the rest; of a component that one of the two years lacks the whole is volume.
struct PaperChange {
  Money volume;   ///< more or fewer persons, months, pieces
  Money price;    ///< another average
  Money outlook;  ///< what the last budget already differed from the projection of its year
  Money rest;     ///< rounding, and what no component holds
  Money total() const { return volume + price + outlook + rest; }
};

PaperChange change_of(const PaperProject& project);

}  // namespace disburse
