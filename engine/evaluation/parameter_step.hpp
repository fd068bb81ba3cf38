#pragma once
// A parameter counted in its smallest steps: fen, millionths of a rate, persons, months.
#include <cstdint>
#include <optional>
#include <string>

#include "engine/law/parameters.hpp"

namespace disburse {

class ParameterStep {
 public:
  /// Empty for units that are no number: months of the calendar, choices, tables.
  static std::optional<ParameterStep> of(Unit unit);
  /// Of a change by a percentage ("+5.25%"), in hundredths of a per cent: how a cohort moves.
  static ParameterStep relative();

  /// A text of the unit, or a relative one, in steps; empty where it is neither.
  std::optional<std::int64_t> parse(const std::string& text) const;

  std::int64_t count(const Value& value) const;  ///< rounded to the nearest step
  std::int64_t count_of(double number) const;    ///< of a number in the unit
  double number(std::int64_t steps) const;       ///< in the unit
  std::string text(std::int64_t steps) const;    ///< as parse_value reads it
  Override change(const std::string& path, std::int64_t steps) const;
  Unit unit() const { return unit_; }

 private:
  ParameterStep(Unit unit, double per_unit, bool relative = false)
      : unit_(unit), per_unit_(per_unit), relative_(relative) {}
  Unit unit_;
  double per_unit_;  // steps in one of the unit
  bool relative_;
};

}  // namespace disburse
