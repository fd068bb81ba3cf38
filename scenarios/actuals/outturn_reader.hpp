#pragma once
// What years cost in the end, from CSV: year, programme or functional line, amount.
#include <cstdint>
#include <filesystem>
#include <vector>

#include "engine/law/programme_definition.hpp"
#include "engine/planning/track_record.hpp"

namespace disburse {

/// Which codes may stand in a row: those that a programme spends from, or those of the agency's own expenditure too.
enum class LinesTaken : std::uint8_t { of_programmes, all };

/// Headings 年度 (year), 项目 or 科目 (programme: id or name; the code of a line, its name may follow; 合计 for all),
/// 金额（元） or 金额（万元）, and 人数 (persons) where it is known.
/// Errors: InputRejected(Door::roster), all at once with their rows.
std::vector<Outturn> read_outturns(const std::filesystem::path& file,
                                   const std::vector<ProgrammeDefinition>& programmes,
                                   LinesTaken lines = LinesTaken::of_programmes);

}  // namespace disburse
