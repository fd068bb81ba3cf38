#pragma once
// The expected value as a function of the uncertain assumptions, quick enough for ten thousands of points.
#include <memory>
#include <optional>

#include "engine/app/evaluator.hpp"
#include "engine/sensitivity/chebyshev.hpp"
#include "engine/sensitivity/design.hpp"

namespace disburse {

/// What a study looks at: one line, one programme or all, in a year.
struct Output {
  std::string line;
  std::optional<std::size_t> programme;
  int year = 0;
  Money of(const Evaluation& evaluation) const;
  /// One programme's part of it.
  Money part(const Evaluation& evaluation, std::size_t programme_at) const;
  /// The month whose payments bring the year's sum above `budget`.
  std::optional<Month> exhausts(const Evaluation& evaluation, Money budget) const;
};

/// One uncertain assumption as an input of a study.
struct Input {
  std::string path;
  Unit unit = Unit::rate;
  std::string distribution;
  double low = 0.0, base = 0.0, high = 0.0, least = 0.0, most = 0.0;
  Place place;
  double value(double u) const;  ///< at a probability, within the parameter's bounds, rounded as a parameter is
  double rounded(double number) const;
  Override change(double number) const;
  bool whole() const { return unit != Unit::rate && unit != Unit::yuan_per_unit && !money(); }
  bool money() const;
};

/// A value that is not a number leaves its input as it is.
std::vector<Override> changes_at(const std::vector<Input>& inputs, const std::vector<double>& values);

/// Full projections at points of the inputs' values, on any number of threads.
std::vector<Evaluation> evaluate_points(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                                        const std::vector<Input>& inputs,
                                        const std::vector<std::vector<double>>& values, int threads);

/// Programmes are functions of few inputs each: those that moved them at low or high. Each is kept at Chebyshev nodes
/// of its own inputs and interpolated. 50 sampled points are projected in full; where any is off by more than 10^-6 of
/// it, or a programme has more than three inputs or one that counts in whole numbers, every point is a full projection.
class Surrogate {
 public:
  Surrogate(std::shared_ptr<const LoadedData> data, Scenario scenario, std::vector<Input> inputs, Output output,
            int threads);
  Batch operator()(const Points& points);
  std::size_t full_runs() const { return full_runs_; }
  std::optional<double> error() const { return error_; }  ///< largest relative one; empty: full projections

 private:
  struct Piece {
    std::vector<std::size_t> inputs;
    std::optional<ChebyshevTensor> tensor;
    double constant = 0.0;
  };
  std::vector<double> values_of(const std::vector<double>& point) const;
  double interpolated(const std::vector<double>& values) const;
  Batch projected(const std::vector<std::vector<double>>& values);
  bool build();
  void check();

  std::shared_ptr<const LoadedData> data_;
  Scenario scenario_;
  std::vector<Input> inputs_;
  Output output_;
  int threads_;
  std::vector<Piece> pieces_;  // by programme
  std::size_t full_runs_ = 0;
  std::optional<double> error_;
};

}  // namespace disburse
