#pragma once
// An exhibit's table in plain forms: CSV for spreadsheets, Markdown for notebooks and machines.
#include <optional>
#include <string>

#include "outputs/report/exhibits.hpp"

namespace disburse {

/// Figures as plain numbers (99.5% is 0.995), nothing where a cell is "-"; else as CsvTable writes text.
std::string exhibit_csv(const Exhibit& exhibit);

/// The whole report: headlines and every exhibit's table (GitHub's dialect); text is escaped.
std::string report_markdown(const ReportContent& content);

/// "1,234.56", "-203.64", "+3", "≠ 5.00" as a number; "99.5%" as 0.995. Empty where a cell is text or a code (2080507).
struct NumberCell {
  double value = 0.0;
  int decimals = 0;
  bool percent = false;
};
std::optional<NumberCell> number_cell(const std::string& text);

}  // namespace disburse
