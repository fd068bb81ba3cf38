#pragma once
// Rows that were set aside, as a workbook that a clerk mends in Excel or WPS and that imports as it is.
#include <string>
#include <vector>

namespace disburse {

/// A source table's rows: its headings, and for each row why it was set aside, where it stood, and its cells.
struct QuarantineSheet {
  struct Row {
    std::string reasons, place;
    std::vector<std::string> cells;
  };
  std::string name;  ///< of the source table
  std::vector<std::string> headings;
  std::vector<Row> rows;
};

/// One sheet for each source table. Every cell is text, so that no digit is lost; the reasons stand in the first column
/// and the places in the second, under headings that an import passes over. It is made in memory: rows of persons stand
/// in no temporary file. Errors: std::runtime_error when the archive cannot be made.
std::string quarantine_workbook(const std::vector<QuarantineSheet>& sheets);

}  // namespace disburse
