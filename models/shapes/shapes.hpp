#pragma once
// The built-in shapes of programmes: rules that need no formula of their own, only numbers in TOML.
#include <memory>
#include <vector>

#include "engine/derivatives/smooth_programme.hpp"
#include "engine/law/programme.hpp"

namespace disburse {

/// Payments to members as the programme's file says: to whom, how much, when, borne by whom.
std::unique_ptr<Programme> make_member_shape(const ProgrammeContext& context);
std::unique_ptr<SmoothProgramme> make_member_shape(const SmoothContext& context);

/// Drivers times unit cost (驱动量 × 单价), in even monthly parts. Parameters: ID.driver, ID.unit_cost.
std::unique_ptr<Programme> make_driver_cost(const ProgrammeContext& context);
std::unique_ptr<SmoothProgramme> make_driver_cost(const SmoothContext& context);
/// The budget's own basic expenditure by functional code, in even monthly parts.
std::unique_ptr<Programme> make_planned_lines(const ProgrammeContext& context);
std::unique_ptr<SmoothProgramme> make_planned_lines(const SmoothContext& context);

/// A programme over the months `horizon` of which those before the programme's own first month are not projected.
std::unique_ptr<Programme> make_later(std::unique_ptr<Programme> programme, const ProgrammeContext& context);
std::unique_ptr<SmoothProgramme> make_later(std::unique_ptr<SmoothProgramme> programme, const SmoothContext& context);

/// A programme that a scenario leaves out: it keeps its name and pays nothing.
std::unique_ptr<Programme> make_switched_off(const ProgrammeContext& context);
std::unique_ptr<SmoothProgramme> make_switched_off(const SmoothContext& context);

/// `amount` in twelve parts of a year; the parts up to any month are the rounded share of the year, so that they sum
/// to it exactly.
template <class Money>
Money monthly_part(const Money& amount, Month month, Rounding rounding) {
  const auto until = [&](int months) { return (amount * months).divided_by(12, rounding); };
  return until(month.month()) - until(month.month() - 1);
}

}  // namespace disburse
