#include "outputs/office/tables_workbook.hpp"

#include <algorithm>

#include "engine/support/text_width.hpp"
#include "outputs/office/workbook.hpp"

namespace disburse {
namespace {

constexpr lxw_row_t title_row = 0, unit_row = 1, heading_row = 2, first_row = 3;
constexpr double narrowest = 12.0, widest = 46.0;

double width_of(const SheetTable& table, std::size_t column) {
  double width = std::max(narrowest, static_cast<double>(display_width(table.headings[column])) + 2.0);
  for (const auto& row : table.rows) {
    if (const auto* text = std::get_if<std::string>(&row[column]))
      width = std::max(width, static_cast<double>(display_width(*text)) + 2.0);
  }
  return std::min(width, widest);
}

void fill(lxw_worksheet* sheet, const SheetTable& table, const WorkbookFormats& formats, lxw_format* number) {
  const auto last = static_cast<lxw_col_t>(table.headings.size() - 1);
  for (lxw_col_t c = 0; c <= last; ++c) {
    worksheet_set_column(sheet, c, c, width_of(table, c), nullptr);
    written(worksheet_write_string(sheet, heading_row, c, table.headings[c].c_str(), formats.head));
  }
  if (last > 0) {
    written(worksheet_merge_range(sheet, title_row, 0, title_row, last, table.title.c_str(), formats.title));
    written(worksheet_merge_range(sheet, unit_row, 0, unit_row, last, table.unit.c_str(), formats.unit));
  }
  lxw_row_t row = first_row;
  for (const auto& cells : table.rows) {
    for (lxw_col_t c = 0; c <= last; ++c) {
      const SheetTable::Value& value = cells[c];
      if (const auto* amount = std::get_if<double>(&value))
        written(worksheet_write_number(sheet, row, c, *amount, number));
      else if (const auto* text = std::get_if<std::string>(&value))
        written(worksheet_write_string(sheet, row, c, text->c_str(), formats.text));
      else
        written(worksheet_write_blank(sheet, row, c, formats.text));
    }
    ++row;
  }
  double width = 0.0;
  for (std::size_t c = 0; c < table.headings.size(); ++c) width += width_of(table, c);
  for (const std::string& note : table.notes) {
    worksheet_set_row(sheet, row, height_for(note, width), nullptr);
    if (last > 0)
      written(worksheet_merge_range(sheet, row, 0, row, last, note.c_str(), formats.note));
    else
      written(worksheet_write_string(sheet, row, 0, note.c_str(), formats.note));
    ++row;
  }
  worksheet_freeze_panes(sheet, first_row, 1);
  worksheet_repeat_rows(sheet, heading_row, heading_row);
}

}  // namespace

std::string tables_workbook(const std::filesystem::path& scratch, const std::string& title,
                            const std::vector<SheetTable>& tables) {
  return workbook_bytes(scratch, title, [&](lxw_workbook* book, const WorkbookFormats& formats) {
    for (const SheetTable& table : tables) {
      lxw_worksheet* sheet = add_sheet(book, table.sheet, Page::landscape, Fit::as_many_as_needed);
      fill(sheet, table, formats, table.decimals == 0 ? formats.plain_number : formats.amount);
    }
  });
}

}  // namespace disburse
