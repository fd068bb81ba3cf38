#pragma once
// Actual payments of a year in progress, from CSV or xlsx: programme, month, amount, persons.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/law/programme_definition.hpp"
#include "engine/planning/reforecast.hpp"

namespace disburse {

/// What the office says of programmes without rows, by id; "" answers for all others.
using AbsentAnswers = std::map<std::string, Absent>;

/// Reads a table with the headings 项目 (id or name), 月份, 金额（元） or 金额（万元）, and optionally 人数; English:
/// programme, month, amount (yuan) or amount (wan), persons. `projected`, in the order of `programmes`, tells which
/// months must be there and what amounts are likely: a programme that is given at all is given for every month, up to
/// the last one of the file, in which something is projected (0 where nothing was paid, 未知 where it is not known). A
/// programme of which something is projected so far and that has no rows is asked for, unless `absent` or a row without
/// a month says 0 or 未知. A month below nothing says why in a column 原因. What is far from the projection is a
/// finding. Errors: InputRejected(Door::roster), all at once, with row and column: an unknown programme, a month
/// missing, twice, of another year, no amount, a unit that is off by ten thousand, an absent programme without an
/// answer.
Actuals read_actuals(const std::filesystem::path& file, const std::vector<ProgrammeDefinition>& programmes,
                     const std::vector<std::vector<ProjectedMonth>>& projected, const AbsentAnswers& absent = {});

}  // namespace disburse
