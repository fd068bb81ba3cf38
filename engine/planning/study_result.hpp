#pragma once
// What a sensitivity study answers.
#include <optional>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"
#include "engine/sensitivity/indices.hpp"

namespace disburse {

struct StudyInput {
  std::string kind;  ///< range, cause, question, or lever: what a planner may decide, which is never drawn
  std::string path;  ///< of the parameter, or the identifier of the others
  std::string name, unit, distribution, source;
  std::string low, base,
      high;  ///< as texts of the unit; low and high are the 10 % and 90 % points, or names of options
  double number_low = 0.0, number_base = 0.0, number_high = 0.0;
};

struct TornadoBar {
  std::size_t input = 0;
  Money at_low, at_high;
  std::optional<double> elasticity;      ///< (dY / Y) / (dx / x) between low and high
  std::optional<std::string> breaks_at;  ///< value at which this input alone brings the output to its budget
  bool dead = false;                     ///< moves nothing at either end
  bool one_sided = false;                ///< both ends move the output the same way
};

struct Slope {
  std::size_t input = 0;
  double fen_per_unit = 0.0;
  std::optional<double> fen_per_point;  ///< of a rate: per percentage point
  bool exact = false;                   ///< the derivative of the unrounded rule; else differences of the fourth order
  bool dead = false;                    ///< moves nothing
};

struct HeatMap {
  std::size_t first = 0, second = 0;       ///< inputs
  std::vector<std::string> rows, columns;  ///< values of each
  std::vector<std::vector<Money>> amounts;
};

/// Every input at an end of its range at once.
struct StudyCase {
  Message name;  ///< 乐观, 基准, 悲观, 压力
  Money amount;
  std::optional<Month> exhausted;  ///< month whose payments use up the budget; empty: it suffices
};

/// Of the output when every input is drawn.
struct StudyQuantiles {
  Money p10, p50, p75, p90, p95;
};

struct StudyResult {
  std::string scenario, method;
  std::string line, programme;  ///< of what; both empty: all lines
  Message output_name;
  int year = 0;
  Money base;
  std::optional<Money> budget;      ///< what the output is measured against
  std::string budget_kind;          ///< budget, draft (the year's own estimate at its base) or limit; empty without one
  std::vector<StudyInput> inputs;   ///< those that are drawn, then levers
  std::vector<Factor> factors;      ///< of those that are drawn
  std::vector<TornadoBar> tornado;  ///< sorted by width; every study begins with it
  std::vector<Slope> slopes;
  std::optional<HeatMap> map;
  std::optional<MorrisResult> morris;
  std::size_t trajectories = 0, levels = 0;  ///< of the Morris grid
  std::optional<SobolResult> sobol;
  std::optional<ShapleyEffects> shapley;
  std::vector<StudyCase> cases;
  std::optional<StudyQuantiles> quantiles;
  std::optional<double> any_breaks;  ///< chance that the output exceeds its budget, all inputs drawn
  std::size_t full_runs = 0;         ///< projections that were made
  std::optional<double>
      surrogate_error;  ///< largest relative error at 50 sampled points; empty: every point is a full run
};

/// A group by its name, a single input by its Chinese one.
std::string factor_name(const StudyResult& result, std::size_t factor);

}  // namespace disburse
