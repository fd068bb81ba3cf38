#pragma once
// The report of an import: what the files were taken for, what is wrong with them and what it costs. It gets plain
// texts and amounts, and no name or number of a person.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/base/money.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

struct ReportedColumn {
  std::string letter;          ///< "K", as a spreadsheet shows the column
  std::string heading, field;  ///< empty where the heading is not known: it could hold anything
  std::string nearest;         ///< a known heading that may be meant
  std::string unit;            ///< how the column is read; empty where nothing says it
  bool dropped = false;
};

struct ReportedTable {
  std::string name, encoding;
  std::size_t heading_row = 0, rows = 0, accepted = 0;
  std::vector<ReportedColumn> columns;
  std::vector<std::vector<std::string>> first_rows;  ///< kinds of content; shown in a preview
};

/// Sheets, columns or rows that were not imported.
struct ReportedLeftOut {
  std::string table, what;
  std::size_t count = 0;
};

struct ReportedFinding {
  std::string rule;
  Severity severity = Severity::error;
  bool certain = true;
  std::string file;
  std::size_t row = 0;
  std::string column, message;
  Money stake;
};

/// Persons and monthly amounts of all rows that were read, as control totals count them.
struct ReportedTotal {
  std::string scheme, role;
  std::int64_t persons = 0;
  Money monthly;
};

/// Findings of one rule, most costly groups first.
struct ReportedGroup {
  std::string rule;
  Severity severity = Severity::error;
  Money stake;
  std::vector<ReportedFinding> findings;
};

struct ImportReport {
  std::vector<ReportedTable> tables;
  std::vector<ReportedGroup> groups;
  std::vector<ReportedLeftOut> left_out;
  std::vector<ReportedTotal> totals;
  bool preview = false;  ///< mapping and first rows are shown
};

std::string import_table(const ImportReport& report, Language language);
std::string import_json(const ImportReport& report);
std::string import_csv(const ImportReport& report);   ///< one row a finding
std::string import_html(const ImportReport& report);  ///< one page, no script, nothing fetched

}  // namespace disburse
