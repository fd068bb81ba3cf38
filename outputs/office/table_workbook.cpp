#include "outputs/office/table_workbook.hpp"

#include <algorithm>
#include <cstdlib>

#include "outputs/office/workbook.hpp"

namespace disburse {

std::string table_workbook(const std::filesystem::path& scratch, const std::string& title,
                           const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows,
                           std::size_t numeric_column, const std::vector<std::size_t>& numeric) {
  return workbook_bytes(scratch, title, [&](lxw_workbook* book, const WorkbookFormats& formats) {
    lxw_worksheet* sheet = add_sheet(book, "花名册", Page::landscape, Fit::as_many_as_needed);
    const auto last = static_cast<lxw_col_t>(headings.size() - 1);
    written(worksheet_merge_range(sheet, 0, 0, 0, last, title.c_str(), formats.title));
    for (lxw_col_t c = 0; c <= last; ++c)
      written(worksheet_write_string(sheet, 1, c, headings[c].c_str(), formats.head));
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        const auto row = static_cast<lxw_row_t>(r + 2);
        const auto column = static_cast<lxw_col_t>(c);
        const bool as_number = c == numeric_column && std::binary_search(numeric.begin(), numeric.end(), r);
        if (as_number) {
          written(worksheet_write_number(sheet, row, column, std::strtod(rows[r][c].c_str(), nullptr), nullptr));
        } else if (!rows[r][c].empty()) {
          written(worksheet_write_string(sheet, row, column, rows[r][c].c_str(), nullptr));
        }
      }
    }
    worksheet_freeze_panes(sheet, 2, 0);
  });
}

}  // namespace disburse
