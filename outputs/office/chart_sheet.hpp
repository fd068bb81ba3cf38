#pragma once
// Native charts of a workbook, and the sheet with the numbers that they draw.
#include "outputs/office/workbook.hpp"
#include "outputs/report/exhibits.hpp"

namespace disburse {

class ChartSheet {
 public:
  /// Adds the sheet `name` at the end of the book.
  ChartSheet(lxw_workbook* book, const std::string& name, const WorkbookFormats& formats);

  /// Writes what the exhibit's chart draws below what stands, and puts the chart on `sheet` at `row`. A heat map is
  /// coloured cells and has no chart. The exhibit must have one.
  void add(lxw_worksheet* sheet, lxw_row_t row, const Exhibit& exhibit);

 private:
  void bars_or_lines(const Chart& drawn, lxw_chart* chart);
  void points(const Chart& drawn, lxw_chart* chart);

  lxw_workbook* book_;
  lxw_worksheet* sheet_;
  std::string name_;
  const WorkbookFormats& formats_;
  lxw_row_t row_ = 0;
};

}  // namespace disburse
