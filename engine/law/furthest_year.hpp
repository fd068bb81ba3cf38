#pragma once
// How far a projection may go.

namespace disburse {

/// The assumptions of the outlook say nothing about a further future.
inline constexpr int furthest_year = 2060;

}  // namespace disburse
