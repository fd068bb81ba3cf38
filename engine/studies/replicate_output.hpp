#pragma once
// What a study looks at when it replicates each point: a quantile of the output under common draws.
#include <memory>
#include <string>

#include "engine/app/surrogate.hpp"

namespace disburse {

class ReplicateOutput {
 public:
  /// `statistic` is mean, p10, p50, p90 or p95 of `options.replicates` replicates. Errors: as plan_of in risk_run.hpp.
  ReplicateOutput(std::shared_ptr<const LoadedData> data, Scenario scenario, Output output, const Options& options);

  /// The statistic with `changes` on top of the scenario. The same members die in the same draws at every point, so a
  /// difference of two points is much better known than either.
  Money at(const std::vector<Override>& changes) const;

  /// Of the statistic; p90 where none is asked for.
  std::string name() const;

 private:
  std::shared_ptr<const LoadedData> data_;
  Scenario scenario_;
  Output output_;
  const Options& options_;
};

}  // namespace disburse
