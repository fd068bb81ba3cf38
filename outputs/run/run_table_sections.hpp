#pragma once
// The sections of the run's table, one function each; each ends in a line feed, an empty section is empty
// text.
#include <string>

#include "engine/projection/result.hpp"
#include "engine/projection/run_beside.hpp"
#include "engine/support/text_table.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// How the table is wanted.
struct TableStyle {
  Language language = Language::zh;
  Colour colour = Colour::off;
};

/// Paragraphs are wrapped at this width; tables keep below 140.
inline constexpr int paragraph_width = 120;

/// "\n[ title ]\n"
std::string section_title(const std::string& title, const TableStyle& style);
/// A programme's name in the table's language.
const std::string& name_in(const ProgrammeResult& programme, Language language);

std::string headline_section(const RunResult& result, const TableStyle& style);
/// What a reader is told of the band before any table; empty without one.
std::string band_lead(const RunBeside& beside, const TableStyle& style);
/// The band by line, and the readings of the source side by side; empty without one.
std::string bands_section(const RunBeside& beside, const TableStyle& style);
std::string programmes_section(const RunResult& result, const TableStyle& style);
std::string lines_section(const RunResult& result, const TableStyle& style);
std::string months_section(const RunResult& result, const TableStyle& style);

/// Empty within one year.
std::string years_section(const RunResult& result, const TableStyle& style);
/// The year whose outturn is published, line by line; empty without one.
std::string outturns_section(const RunBeside& beside, const TableStyle& style);

std::string meaning_section(const RunResult& result, const TableStyle& style);
std::string payers_section(const RunResult& result, const TableStyle& style);
std::string population_section(const RunResult& result, const TableStyle& style);
std::string basis_section(const RunResult& result, const TableStyle& style);
std::string documents_section(const RunResult& result, const TableStyle& style);
/// Empty for an expected value.
std::string risk_section(const RunResult& result, const TableStyle& style);
/// `budget_check`: the command that lists all of the budget's document; may be empty.
std::string findings_section(const RunResult& result, const TableStyle& style, const std::string& budget_check);

}  // namespace disburse
