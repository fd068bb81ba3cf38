#pragma once
// Two rosters held against each other, as far as it may be published: nothing of 1 to 9 persons, nor what gives it
// away.
#include "engine/comparison/roster_reconcile.hpp"

namespace disburse {

/// Hides the cells of 1 to 9 persons, or of 1 to 9 who draw; and of every sum that a reader has (the pensions of each
/// month and their difference, the stocks that draw and that pay, as other publications show them) so many more that at
/// least ten persons in two cells stay open in it. Where a scheme has no more to hide, the totals are hidden. Keys of
/// members are dropped.
void hide_small_movements(Reconciliation& reconciliation);

}  // namespace disburse
