#pragma once
// One sheet of an xlsx workbook as its XML streams by.
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/parsing/xml_stream.hpp"
#include "engine/support/spreadsheet.hpp"

namespace disburse {

/// What a cell's style says of its number.
struct CellStyle {
  bool date = false;
  std::int8_t decimals = -1;
};

/// What all sheets of a workbook share.
struct WorkbookContext {
  std::string file;
  bool system_1904 = false;
  std::vector<std::string> texts;
  std::vector<CellStyle> styles;
  std::size_t cells_left = 0;  ///< that may still be read, over all sheets
};

/// Reads cells, merged ranges, hidden rows and columns into `sheet`. Cells that cannot be read go into `errors`, by
/// address and without their content. Errors: XmlBroken, and what the source throws.
void read_xlsx_sheet(const ByteSource& source, WorkbookContext& context, Sheet& sheet, InputErrors& errors);

/// "_x000D_" and its like in texts of a workbook: the character that is meant, which XML cannot hold.
std::string unescaped_text(std::string_view text);

/// Collects the text of <si> or <is>: plain, or the runs of rich text; phonetic runs are not part of it.
class RichText {
 public:
  void begin(std::string_view name);
  void end(std::string_view name);
  /// Errors: XmlBroken beyond what a cell can hold.
  void add(std::string_view text);
  std::string take();

 private:
  std::string text_;
  bool in_text_ = false;
  int phonetic_ = 0;
};

}  // namespace disburse
