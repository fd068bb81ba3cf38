#pragma once
// What years cost in the end, from CSV: year, programme or functional line, amount.
#include <filesystem>
#include <vector>

#include "engine/law/programme_definition.hpp"
#include "engine/planning/track_record.hpp"

namespace disburse {

/// Headings 年度 (year), 项目 or 科目 (programme: id or name; the code of a line, its name may follow; 合计 for all),
/// 金额（元） or 金额（万元）.
/// Errors: InputRejected(Door::roster), all at once with their rows.
std::vector<Outturn> read_outturns(const std::filesystem::path& file,
                                   const std::vector<ProgrammeDefinition>& programmes);

}  // namespace disburse
