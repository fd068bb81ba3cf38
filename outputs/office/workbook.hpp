#pragma once
// A workbook under construction (libxlsxwriter): formats of an office's document, sheets ready for A4.
#include <xlsxwriter.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace disburse {

struct WorkbookFormats {
  lxw_format *title, *unit, *head, *text, *text_bold, *centre, *amount, *amount_bold, *plain_number, *percent, *note;
};

/// Calls `fill` with an empty workbook and its formats; returns the finished bytes. The library writes to a file: it
/// stands in a private folder below `scratch` and is gone afterwards. Errors: std::runtime_error when the workbook
/// cannot be written.
std::string workbook_bytes(const std::string& title,
                           const std::function<void(lxw_workbook*, const WorkbookFormats&)>& fill);

enum class Page { portrait, landscape };
enum class Fit { one_page, as_many_as_needed };

/// A sheet with A4 paper, margins and page numbers, as wide as the page.
lxw_worksheet* add_sheet(lxw_workbook* book, const std::string& name, Page page, Fit fit);

/// Width of the page in columns' units (characters of the default font) where nothing is scaled.
double page_width(Page page);

/// Points that `text` needs in a cell of `width` characters, wrapped: the library knows no row height by itself, and
/// no program finds one for merged cells.
double height_for(std::string_view text, double width);

}  // namespace disburse
