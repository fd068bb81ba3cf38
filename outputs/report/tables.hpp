#pragma once
// An exhibit's table in plain forms: CSV for spreadsheets, Markdown for notebooks and machines.
#include <string>

#include "outputs/report/exhibits.hpp"

namespace disburse {

/// Figures as plain numbers (99.5% is 0.995), nothing where a cell is empty or hidden; else as CsvTable writes text.
std::string exhibit_csv(const Exhibit& exhibit);

/// The whole report: verdict, headlines and every exhibit's table (GitHub's dialect); text is escaped.
std::string report_markdown(const ReportContent& content);

}  // namespace disburse
