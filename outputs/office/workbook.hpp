#pragma once
// A workbook under construction (libxlsxwriter): formats of an office's document, sheets ready for A4.
#include <xlsxwriter.h>

#include <filesystem>
#include <functional>
#include <string>

namespace disburse {

struct WorkbookFormats {
  lxw_format *title, *unit, *head, *text, *text_bold, *centre, *amount, *amount_bold, *plain_number, *percent, *note;
};

/// Calls `fill` with an empty workbook and its formats; returns the finished bytes. The library writes to a file: it
/// stands in a private folder below `scratch` and is gone afterwards. Errors: std::runtime_error when the workbook
/// cannot be written.
std::string workbook_bytes(const std::string& title,
                           const std::function<void(lxw_workbook*, const WorkbookFormats&)>& fill);

/// A sheet with A4 paper, margins, repeated head rows and page numbers.
lxw_worksheet* add_sheet(lxw_workbook* book, const std::string& name, bool landscape);

}  // namespace disburse
