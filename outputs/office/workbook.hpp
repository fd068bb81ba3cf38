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

/// Calls `fill` with an empty workbook and its formats; returns the finished bytes, read back and counted. The library
/// writes to files: they stand in `scratch`, a folder that nobody else sees (Staged::folder), and are gone afterwards.
/// Errors: Failure when the workbook cannot be written; DiskDiffers, ArchiveDamaged when it lost something.
std::string workbook_bytes(const std::filesystem::path& scratch, const std::string& title,
                           const std::function<void(lxw_workbook*, const WorkbookFormats&)>& fill);

/// What the library says of a cell, a merge or a chart: it leaves out what it refuses (a text of more than 32,767
/// characters, a row beyond the last) and goes on. Errors: Failure.
void written(lxw_error error);

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
