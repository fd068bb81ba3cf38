#include "outputs/office/budget_workbook.hpp"

#include <algorithm>

#include "engine/budget/layout.hpp"
#include "outputs/office/budget_cells.hpp"
#include "outputs/office/budget_sheets.hpp"

namespace disburse {
namespace {

using Path = std::vector<std::string>;

lxw_row_t row_of(std::size_t i) { return static_cast<lxw_row_t>(i); }
lxw_col_t col_of(std::size_t i) { return static_cast<lxw_col_t>(i); }

/// A merged range, or one cell where nothing is to be merged (the library refuses a range of one).
void merged(lxw_worksheet* sheet, std::size_t top, std::size_t left, std::size_t bottom, std::size_t right,
            const std::string& text, lxw_format* format) {
  if (top == bottom && left == right) {
    written(worksheet_write_string(sheet, row_of(top), col_of(left), text.c_str(), format));
  } else {
    written(
        worksheet_merge_range(sheet, row_of(top), col_of(left), row_of(bottom), col_of(right), text.c_str(), format));
  }
}

bool same_until(const Path& a, const Path& b, std::size_t level) {
  return a.size() > level && b.size() > level &&
         std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(level) + 1, b.begin());
}

/// Columns that one heading cell spans, and the rows it reaches down.
struct HeadingCell {
  std::size_t level, first, last, rows;
  std::string text;
};

/// Stacked headings: equal ones side by side are one cell, a short one reaches down.
std::vector<HeadingCell> heading_cells(const std::vector<std::string>& headings) {
  const std::size_t levels = heading_levels(headings);
  std::vector<Path> paths;
  for (const std::string& heading : headings) paths.push_back(heading_parts(heading));
  std::vector<HeadingCell> cells;
  for (std::size_t level = 0; level < levels; ++level) {
    for (std::size_t c = 0; c < paths.size();) {
      std::size_t end = c + 1;
      if (paths[c].size() > level) {
        const bool last = paths[c].size() == level + 1;
        while (!last && end < paths.size() && same_until(paths[c], paths[end], level)) ++end;
        cells.push_back({level, c, end - 1, last ? levels - level : 1, paths[c][level]});
      }
      c = end;
    }
  }
  return cells;
}

/// Writes the headings from row `top` on, each row as high as its texts need. Returns the rows used.
std::size_t write_headings(lxw_worksheet* sheet, std::size_t top, const std::vector<std::string>& headings,
                           const std::vector<double>& widths, lxw_format* format) {
  const std::size_t levels = heading_levels(headings);
  const std::vector<HeadingCell> cells = heading_cells(headings);
  constexpr double least_height = 22.0;
  std::vector<double> heights(levels, least_height);
  for (const HeadingCell& cell : cells) {
    merged(sheet, top + cell.level, cell.first, top + cell.level + cell.rows - 1, cell.last, cell.text, format);
    double width = 0.0;
    for (std::size_t c = cell.first; c <= cell.last; ++c) width += widths[c];
    double& height = heights[cell.level + cell.rows - 1];
    height = std::max(height, height_for(cell.text, width) - least_height * static_cast<double>(cell.rows - 1));
  }
  for (std::size_t level = 0; level < levels; ++level) {
    worksheet_set_row(sheet, row_of(top + level), heights[level], nullptr);
  }
  return levels;
}

std::string indented(const BudgetRow& row) {
  std::string text;
  for (int i = 0; i < row.depth; ++i) text += "　";
  return text + row.name;
}

struct SheetHead {
  std::string number, title, agency;
};

/// A sheet with title, unit line and headings over columns of the given widths; `row` is the first free row.
struct HeadedSheet {
  lxw_worksheet* sheet;
  std::size_t row;
};

HeadedSheet headed_sheet(lxw_workbook* book, const SheetHead& head, const std::vector<std::string>& headings,
                         const std::vector<double>& widths, Page page, const WorkbookFormats& formats) {
  lxw_worksheet* sheet = add_sheet(book, head.number, page, Fit::one_page);
  for (std::size_t c = 0; c < widths.size(); ++c) {
    worksheet_set_column(sheet, col_of(c), col_of(c), widths[c], nullptr);
  }
  const std::size_t last = headings.size() - 1;
  merged(sheet, 0, 0, 0, last, head.title, formats.title);
  worksheet_set_row(sheet, 0, 32, nullptr);
  merged(sheet, 1, 0, 1, last, head.number + "　" + head.agency + "　　单位：万元", formats.unit);
  const std::size_t levels = write_headings(sheet, 2, headings, widths, formats.head);
  worksheet_repeat_rows(sheet, 0, row_of(1 + levels));
  worksheet_freeze_panes(sheet, row_of(2 + levels), 0);
  return {sheet, 2 + levels};
}

/// The first columns as given; the others share what is left of the page, within what reads well.
std::vector<double> widths_of(std::size_t columns, std::vector<double> first, Page page) {
  constexpr double narrowest = 8.5;
  constexpr double widest = 16.0;
  double left = page_width(page);
  for (const double width : first) left -= width;
  const double each = left / static_cast<double>(columns - first.size());
  first.resize(columns, std::clamp(each, narrowest, widest));
  return first;
}

/// The document's tables as the layout prints them, each on its sheet.
class TableSheets {
 public:
  TableSheets(lxw_workbook* book, const BudgetDocument& document, const BudgetCells& cells,
              const WorkbookFormats& formats)
      : book_(book), document_(document), cells_(cells), tables_(cells.tables()), formats_(formats) {}

  void write() const {
    for (const PrintedTables::Sheet& sheet : tables_.sheets()) {
      if (!sheet.table || (!sheet.statement.empty() && is_empty(*sheet.table))) {
        stated(sheet);
      } else if (sheet.right) {
        two_sided(sheet);
      } else if (tables_.names(*sheet.table) == 2) {
        coded(sheet);
      } else {
        bare(sheet);
      }
    }
  }

 private:
  SheetHead head(const PrintedTables::Sheet& sheet) const { return {sheet.name, sheet.title, document_.agency}; }

  bool is_empty(std::size_t table) const {
    const auto& rows = document_.tables[table].rows;
    return std::all_of(rows.begin(), rows.end(), [](const BudgetRow& row) {
      return std::all_of(row.cells.begin(), row.cells.end(),
                         [](const std::string& cell) { return printed_amount(cell).value_or(Money{}) == Money{}; });
    });
  }

  /// A sentence in place of a table.
  void stated(const PrintedTables::Sheet& sheet) const {
    const auto [at, top] =
        headed_sheet(book_, head(sheet), {sheet.title}, {page_width(Page::portrait)}, Page::portrait, formats_);
    written(worksheet_write_string(at, row_of(top), 0, sheet.statement.c_str(), formats_.text));
  }

  void write_cells(lxw_worksheet* sheet, std::size_t table, std::size_t row) const {
    for (std::size_t c = 0; c < document_.tables[table].rows[row].cells.size(); ++c)
      cells_.write(sheet, {table, row, c}, formats_);
  }

  /// Cells of columns that are filled in by hand.
  void write_added(lxw_worksheet* sheet, const PrintedTables::Sheet& printed, std::size_t row) const {
    const std::size_t behind = tables_.headings(printed).size() - printed.added.size();
    for (std::size_t c = 0; c < printed.added.size(); ++c)
      written(worksheet_write_blank(sheet, row_of(row), col_of(behind + c), formats_.text));
  }

  void coded(const PrintedTables::Sheet& printed) const {
    const BudgetTable& table = document_.tables[*printed.table];
    const std::vector<std::string> headings = tables_.headings(printed);
    constexpr std::size_t most_upright = 6;
    const Page page = headings.size() > most_upright ? Page::landscape : Page::portrait;
    const auto [sheet, top] =
        headed_sheet(book_, head(printed), headings, widths_of(headings.size(), {11, 38}, page), page, formats_);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      written(worksheet_write_string(sheet, row_of(top + r), 0, table.rows[r].code.c_str(), formats_.centre));
      written(worksheet_write_string(sheet, row_of(top + r), 1, indented(table.rows[r]).c_str(), formats_.text));
      write_cells(sheet, *printed.table, r);
      write_added(sheet, printed, top + r);
    }
  }

  /// One row of amounts without names.
  void bare(const PrintedTables::Sheet& printed) const {
    const BudgetTable& table = document_.tables[*printed.table];
    const std::vector<std::string> headings = tables_.headings(printed);
    const std::vector<double> widths = widths_of(headings.size(), {}, Page::landscape);
    const auto [sheet, top] = headed_sheet(book_, head(printed), headings, widths, Page::landscape, formats_);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      write_cells(sheet, *printed.table, r);
      write_added(sheet, printed, top + r);
    }
  }

  /// Income beside expense, by the printed row.
  void two_sided(const PrintedTables::Sheet& printed) const {
    const BudgetTable& income = document_.tables[*printed.table];
    const BudgetTable& expense = document_.tables[*printed.right];
    const std::vector<std::string> headings = tables_.headings(printed);
    const bool broad = headings.size() > 4;
    const std::vector<double> widths =
        broad ? widths_of(headings.size(), {36, 14, 36}, Page::landscape) : std::vector<double>{36, 12, 36, 12};
    const Page page = broad ? Page::landscape : Page::portrait;
    const auto [sheet, top] = headed_sheet(book_, head(printed), headings, widths, page, formats_);
    std::size_t rows = 0;
    for (const BudgetTable* side : {&income, &expense}) {
      for (const BudgetRow& row : side->rows) rows = std::max(rows, static_cast<std::size_t>(row.printed_row));
    }
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c < headings.size(); ++c) {
        written(worksheet_write_blank(sheet, row_of(top + r), col_of(c), formats_.text));
      }
    }
    write_side(sheet, *printed.table, top, 0);
    write_side(sheet, *printed.right, top, tables_.headings(*printed.table).size());
  }

  void write_side(lxw_worksheet* sheet, std::size_t t, std::size_t top, std::size_t left) const {
    const BudgetTable& table = document_.tables[t];
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const std::size_t at = top + static_cast<std::size_t>(table.rows[r].printed_row) - 1;
      written(worksheet_write_string(sheet, row_of(at), col_of(left), indented(table.rows[r]).c_str(), formats_.text));
      write_cells(sheet, t, r);
    }
  }

  lxw_workbook* book_;
  const BudgetDocument& document_;
  const BudgetCells& cells_;
  const PrintedTables& tables_;
  const WorkbookFormats& formats_;
};

void doubts_sheet(lxw_workbook* book, const std::vector<std::string>& doubts, const WorkbookFormats& formats) {
  constexpr double width = 88.0;
  lxw_worksheet* sheet = add_sheet(book, "请核对", Page::portrait, Fit::one_page);
  worksheet_set_column(sheet, 0, 0, width, nullptr);
  written(worksheet_write_string(sheet, 0, 0, "上报前请核对（核对后删去本页）", formats.title));
  worksheet_set_row(sheet, 0, 32, nullptr);
  for (std::size_t i = 0; i < doubts.size(); ++i) {
    written(worksheet_write_string(sheet, row_of(i + 1), 0, doubts[i].c_str(), formats.note));
    worksheet_set_row(sheet, row_of(i + 1), height_for(doubts[i], width), nullptr);
  }
}

}  // namespace

std::string budget_workbook(const std::filesystem::path& scratch, const BudgetDocument& document,
                            const BudgetPaper& paper, const FormLayout& layout,
                            const std::vector<std::string>& doubts) {
  return workbook_bytes(scratch, document.title, [&](lxw_workbook* book, const WorkbookFormats& formats) {
    const BudgetCells cells(document, paper, layout);
    if (!doubts.empty()) doubts_sheet(book, doubts, formats);
    TableSheets(book, document, cells, formats).write();
    if (layout.forms) form_sheets(book, document, paper, cells, formats);
    paper_sheet(book, paper, formats);
  });
}

}  // namespace disburse
