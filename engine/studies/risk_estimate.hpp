#pragma once
// How long a stochastic run will take and how much memory, told before it begins; refused where it cannot fit.
#include <cstddef>
#include <string>

#include "engine/app/options.hpp"
#include "engine/app/risk_run.hpp"

namespace disburse {

struct Estimate {
  double seconds = 0.0;
  std::size_t bytes = 0;
};

/// Measured on the first piece of the members in a few replicates, and scaled.
Estimate estimate_of(const Session& session, const Measures& measures, const ReplicatePlan& plan, int threads);

/// "估计用时约 35 秒，内存约 210 MiB".
std::string estimate_text(const Estimate& estimate, Language language);

/// Bytes that the replicates' amounts and sums take.
/// Errors (check_memory): InputRejected(Door::command_line) when that is more than half of this machine's memory.
std::size_t bytes_of(const ReplicatePlan& plan, const Measures& measures);
void check_memory(const ReplicatePlan& plan, const Measures& measures);

}  // namespace disburse
