#pragma once
// The expected value as a function of what is assumed, quick enough for ten thousands of points.
#include <map>
#include <memory>
#include <optional>

#include "engine/evaluation/evaluator_pool.hpp"
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

/// One programme's part of an output about the base: what each input does alone, and what two of them do together
/// beyond that (anchored decomposition to the second order; Rabitz and Alis 1999). Alone, an input is followed by
/// parabolas from its base to both outermost values; together, by straight lines in each.
class ProgrammeModel {
 public:
  /// A parabola from the base: slope x d + bend x d^2, d being the distance from it.
  struct Side {
    double slope = 0.0, bend = 0.0;
  };
  /// What an input alone makes of the base.
  struct Alone {
    std::size_t input = 0;
    Side below, above;              ///< the base; of options neither
    std::vector<double> by_option;  ///< of options: by their place
  };
  struct Together {
    std::size_t first = 0, second = 0;
    std::vector<double> rows, columns;        ///< the ends of each
    std::vector<std::vector<double>> beyond;  ///< by the ends of the first and of the second
  };

  double base = 0.0;
  std::vector<Alone> alone;
  std::vector<Together> together;

  double at(const std::vector<Input>& inputs, const std::vector<double>& values) const;
};

/// How far the decomposition goes: each input alone on straight lines, or on parabolas and with pairs.
enum class Order : std::uint8_t { first, second };

/// Programmes are functions of the inputs that move them. Pairs that cannot matter (the product of what both do alone
/// is a small part of the spread) are left out, but for those with answers to a question. With pairs, 50 sampled points
/// are projected in full; where more than a hundredth of their variance stays unexplained (Q2 below 0.99), every point
/// is.
class Surrogate {
 public:
  Surrogate(EvaluatorPool& pool, std::vector<Input> inputs, Output output, std::uint64_t seed, Order order,
            Progress* progress = nullptr);
  Batch operator()(const Points& points);
  /// Each programme's part at values of the inputs, fen.
  std::vector<double> parts(const std::vector<double>& values) const;
  std::vector<double> values_of(const std::vector<double>& point) const;
  const std::vector<ProgrammeModel>& models() const { return models_; }
  std::optional<double> error() const { return error_; }  ///< largest relative one; empty: full projections

 private:
  double interpolated(const std::vector<double>& values) const;
  Batch projected(const std::vector<std::vector<double>>& values);
  void build_alone();
  void build_together();
  void check();
  std::vector<std::vector<double>> parts_at(const std::vector<std::vector<double>>& points);

  EvaluatorPool& pool_;
  std::vector<Input> inputs_;
  Output output_;
  std::uint64_t seed_;
  bool middles_;  // projected too, for parabolas
  Progress* progress_;
  std::vector<ProgrammeModel> models_;     // by programme
  std::vector<std::vector<double>> ends_;  // by input: the outermost values that are not the base, or the options
  std::optional<double> error_;
};

}  // namespace disburse
