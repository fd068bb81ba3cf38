#pragma once
// Reads pay days and public holidays (disburse/pay-calendar/1).
#include <filesystem>
#include <vector>

#include "engine/comparison/pay_calendar.hpp"
#include "engine/law/programme_definition.hpp"

namespace disburse {

/// Errors: InputRejected(Door::data): a programme that is not known, a day that is none, a range that runs backwards.
PayCalendar read_pay_calendar(const std::filesystem::path& file, const std::vector<ProgrammeDefinition>& programmes);

}  // namespace disburse
