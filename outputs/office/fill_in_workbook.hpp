#pragma once
// Workbooks to fill in: headings, one example row, rows that are there already, and checks in the cells.
#include <filesystem>
#include <string>
#include <vector>

namespace disburse {

/// What a cell may hold; the workbook refuses anything else where it is typed.
enum class CellCheck { none, amount, whole, choice };

struct FillInColumn {
  std::string heading;
  double width = 14.0;  ///< in characters
  CellCheck check = CellCheck::none;
  std::vector<std::string> choices = {};
};

struct FillInSheet {
  std::string name, title;
  std::vector<std::string> notes;  ///< above the headings, at most six
  std::vector<FillInColumn> columns;
  std::vector<std::string> example;            ///< its first cell says that it is one
  std::vector<std::vector<std::string>> rows;  ///< empty cells are to be filled in
  int blank_rows = 0;                          ///< checked rows behind them
};

std::string fill_in_workbook(const std::filesystem::path& scratch, const std::string& title,
                             const std::vector<FillInSheet>& sheets);

}  // namespace disburse
