#pragma once
// How long a stochastic run will take and how much memory, told before it begins; refused where it cannot fit.
#include <cstddef>

#include "engine/studies/risk_study.hpp"

namespace disburse {

struct RunEstimate {
  double seconds = 0.0;
  std::size_t bytes = 0;
};

/// Measured on the first piece of the members in a few replicates, and scaled.
RunEstimate estimate_of(const Session& session, const Measures& measures, const ReplicatePlan& plan, int threads);

/// Bytes that the replicates' amounts and sums take.
/// Errors (check_memory): InputRejected(Door::command_line) when that is more than half of this machine's memory.
std::size_t bytes_of(const ReplicatePlan& plan, const Measures& measures);
void check_memory(const ReplicatePlan& plan, const Measures& measures);

}  // namespace disburse
