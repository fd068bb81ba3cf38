#pragma once
// Evaluators that share many points among threads, and keep what they know for the next ones.
#include <memory>
#include <vector>

#include "engine/base/progress.hpp"
#include "engine/evaluation/evaluator.hpp"
#include "engine/evaluation/study_input.hpp"

namespace disburse {

class EvaluatorPool {
 public:
  /// `threads` as in for_blocks; no result depends on it.
  EvaluatorPool(std::shared_ptr<const LoadedData> data, Scenario scenario, int threads);

  /// Full projections at points of the inputs' values (not-a-number: the base), in order. Every point is told to
  /// `progress`, if there is one. Errors: as Evaluator::evaluate; Stopped.
  std::vector<Evaluation> evaluate(const std::vector<Input>& inputs, const std::vector<std::vector<double>>& points,
                                   Progress* progress = nullptr);
  /// One of them, for single points.
  Evaluator& first() { return *evaluators_.front(); }
  std::size_t projections() const { return projections_; }  ///< points evaluated so far

 private:
  int threads_;
  std::vector<std::unique_ptr<Evaluator>> evaluators_;
  std::size_t projections_ = 0;
};

}  // namespace disburse
