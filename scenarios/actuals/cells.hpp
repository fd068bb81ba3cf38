#pragma once
// Cells of actuals and outturns: what is read of them, and what may be said of one that is not understood.
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/calendar.hpp"
#include "engine/base/message.hpp"

namespace disburse {

/// A month as offices write it; without a year, as 8月 or 08月份, the month of `year`.
std::optional<Month> month_in(std::string_view cell, int year);

/// "未知": whether and how much was paid is not known.
bool says_unknown(std::string_view cell);

/// What the cell holds as a kind (content_kind), since it may be whatever slipped into the wrong column.
Message held(std::string_view cell);

/// A sentence that an office gives as a reason, its runs of eleven digits or more (numbers of persons, accounts and
/// telephones) put as dots.
std::string without_long_numbers(std::string_view sentence);

}  // namespace disburse
