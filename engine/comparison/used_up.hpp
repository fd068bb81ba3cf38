#pragma once
// The month in which what a budget grants is used up (用完月份).
#include <map>
#include <optional>
#include <string>

#include "engine/projection/result.hpp"

namespace disburse {

using MonthlyLine = std::map<Month, Money>;

/// The first month in which the sum of `months` passes `budget`; empty where it never does.
std::optional<Month> used_up(Money budget, const MonthlyLine& months);

/// What falls on a functional line in the months of `year`. Of a programme that is paid on several lines (basic
/// expenditure) each line has the same share of every month, rounded so that the months up to any one are the rounded
/// share of those months. The lines' shares are those of the budget's year.
MonthlyLine months_of_line(const RunResult& run, const std::string& code, int year);

}  // namespace disburse
