#pragma once
// What a study looks at when it replicates each point: a quantile of the output under common draws.
#include <memory>
#include <string>

#include "engine/evaluation/surrogate.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {

class ReplicateOutput {
 public:
  /// `statistic` is mean, p10, p50, p90 or p95 of the replicates; empty: p90. Errors: as plan_of.
  ReplicateOutput(std::shared_ptr<const LoadedData> data, Scenario scenario, Output output, ReplicateRequest request,
                  std::string statistic);

  /// The statistic with `changes` on top of the scenario. The same members die in the same draws at every point, so a
  /// difference of two points is much better known than either.
  Money at(const std::vector<Override>& changes) const;

  /// Of the statistic.
  const std::string& name() const { return statistic_; }
  std::uint32_t replicates() const { return request_.replicates; }

 private:
  std::shared_ptr<const LoadedData> data_;
  Scenario scenario_;
  Output output_;
  ReplicateRequest request_;
  std::string statistic_;
};

}  // namespace disburse
