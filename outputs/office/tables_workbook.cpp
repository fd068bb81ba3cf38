#include "outputs/office/tables_workbook.hpp"

#include <algorithm>

#include "engine/support/text_width.hpp"
#include "outputs/office/workbook.hpp"

namespace disburse {
namespace {

constexpr double narrowest = 12.0, widest = 46.0;

double width_of(const SheetTable& table, std::size_t column) {
  double width = std::max(narrowest, static_cast<double>(display_width(table.headings[column])) + 2.0);
  for (const auto& row : table.rows) {
    if (const auto* text = std::get_if<std::string>(&row[column]))
      width = std::max(width, static_cast<double>(display_width(*text)) + 2.0);
  }
  return std::min(width, widest);
}

/// Over all columns.
void across(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t last, const std::string& text, lxw_format* format) {
  if (last > 0)
    written(worksheet_merge_range(sheet, row, 0, row, last, text.c_str(), format));
  else
    written(worksheet_write_string(sheet, row, 0, text.c_str(), format));
}

/// A sentence over all columns, as high as it needs.
void sentence(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t last, const std::string& text, double width,
              lxw_format* format) {
  worksheet_set_row(sheet, row, height_for(text, width), nullptr);
  across(sheet, row, last, text, format);
}

void cells_of(lxw_worksheet* sheet, lxw_row_t row, const std::vector<SheetTable::Value>& cells,
              const WorkbookFormats& formats, lxw_format* number) {
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    if (const auto* amount = std::get_if<double>(&cells[c]))
      written(worksheet_write_number(sheet, row, column, *amount, number));
    else if (const auto* text = std::get_if<std::string>(&cells[c]))
      written(worksheet_write_string(sheet, row, column, text->c_str(), formats.text));
    else
      written(worksheet_write_blank(sheet, row, column, formats.text));
  }
}

void fill(lxw_worksheet* sheet, const SheetTable& table, const std::vector<std::string>& doubts,
          const WorkbookFormats& formats, lxw_format* number) {
  const auto last = static_cast<lxw_col_t>(table.headings.size() - 1);
  double width = 0.0;
  for (std::size_t c = 0; c < table.headings.size(); ++c) width += width_of(table, c);
  lxw_row_t row = 0;
  across(sheet, row++, last, table.title, formats.title);
  for (const std::string& doubt : doubts) sentence(sheet, row++, last, doubt, width, formats.note);
  across(sheet, row, last, table.unit, formats.unit);
  const lxw_row_t heading_row = ++row;
  for (lxw_col_t c = 0; c <= last; ++c) {
    worksheet_set_column(sheet, c, c, width_of(table, c), nullptr);
    written(worksheet_write_string(sheet, heading_row, c, table.headings[c].c_str(), formats.head));
  }
  const lxw_row_t first_row = ++row;
  for (const auto& cells : table.rows) cells_of(sheet, row++, cells, formats, number);
  for (const std::string& note : table.notes) sentence(sheet, row++, last, note, width, formats.note);
  worksheet_freeze_panes(sheet, first_row, 1);
  worksheet_repeat_rows(sheet, heading_row, heading_row);
}

}  // namespace

std::string tables_workbook(const std::filesystem::path& scratch, const std::string& title,
                            const std::vector<SheetTable>& tables, const std::vector<std::string>& doubts) {
  return workbook_bytes(scratch, title, [&](lxw_workbook* book, const WorkbookFormats& formats) {
    for (const SheetTable& table : tables) {
      lxw_worksheet* sheet = add_sheet(book, table.sheet, Page::landscape, Fit::as_many_as_needed);
      fill(sheet, table, doubts, formats, table.decimals == 0 ? formats.plain_number : formats.amount);
    }
  });
}

}  // namespace disburse
