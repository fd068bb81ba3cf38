#include "outputs/office/budget_workbook.hpp"

#include <algorithm>

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

/// The document's tables, each on its sheet.
class TableSheets {
 public:
  TableSheets(lxw_workbook* book, const BudgetDocument& document, const BudgetCells& cells,
              const WorkbookFormats& formats)
      : book_(book), document_(document), cells_(cells), formats_(formats) {}

  void write() const {
    for (std::size_t t = 0; t < document_.tables.size(); ++t) {
      const BudgetTable& table = document_.tables[t];
      if (is_right_side(table)) continue;  // stands beside its left one
      if (right_side(document_, table) != nullptr) {
        two_sided(t);
      } else if (table.headings.size() == table.rows.front().cells.size() + 2) {
        coded(t);
      } else {
        bare(t);
      }
    }
  }

 private:
  SheetHead head(const BudgetTable& table) const { return {sheet_name(table), table.title, document_.agency}; }

  void write_cells(lxw_worksheet* sheet, std::size_t table, std::size_t row) const {
    for (std::size_t c = 0; c < document_.tables[table].rows[row].cells.size(); ++c)
      cells_.write(sheet, {table, row, c}, formats_);
  }

  void coded(std::size_t t) const {
    const BudgetTable& table = document_.tables[t];
    constexpr std::size_t most_upright = 6;
    const Page page = table.headings.size() > most_upright ? Page::landscape : Page::portrait;
    const auto [sheet, top] = headed_sheet(book_, head(table), table.headings,
                                           widths_of(table.headings.size(), {11, 38}, page), page, formats_);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      written(worksheet_write_string(sheet, row_of(top + r), 0, table.rows[r].code.c_str(), formats_.centre));
      written(worksheet_write_string(sheet, row_of(top + r), 1, indented(table.rows[r]).c_str(), formats_.text));
      write_cells(sheet, t, r);
    }
  }

  /// One row of amounts without names.
  void bare(std::size_t t) const {
    const BudgetTable& table = document_.tables[t];
    const std::vector<double> widths = widths_of(table.headings.size(), {}, Page::landscape);
    const auto [sheet, top] = headed_sheet(book_, head(table), table.headings, widths, Page::landscape, formats_);
    for (std::size_t r = 0; r < table.rows.size(); ++r) write_cells(sheet, t, r);
  }

  /// Income beside expense, by the printed row.
  void two_sided(std::size_t t) const {
    const BudgetTable& income = document_.tables[t];
    const BudgetTable& expense = *right_side(document_, income);
    const std::vector<std::string> headings = sheet_headings(document_, income);
    const bool broad = headings.size() > 4;
    const std::vector<double> widths =
        broad ? widths_of(headings.size(), {36, 14, 36}, Page::landscape) : std::vector<double>{36, 12, 36, 12};
    const Page page = broad ? Page::landscape : Page::portrait;
    const auto [sheet, top] = headed_sheet(book_, head(income), headings, widths, page, formats_);
    std::size_t rows = 0;
    for (const BudgetTable* side : {&income, &expense}) {
      for (const BudgetRow& row : side->rows) rows = std::max(rows, static_cast<std::size_t>(row.printed_row));
    }
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c < headings.size(); ++c) {
        written(worksheet_write_blank(sheet, row_of(top + r), col_of(c), formats_.text));
      }
    }
    write_side(sheet, t, top, 0);
    write_side(sheet, static_cast<std::size_t>(&expense - document_.tables.data()), top, income.headings.size());
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
  const WorkbookFormats& formats_;
};

}  // namespace

std::string budget_workbook(const std::filesystem::path& scratch, const BudgetDocument& document,
                            const BudgetPaper& paper) {
  return workbook_bytes(scratch, document.title, [&](lxw_workbook* book, const WorkbookFormats& formats) {
    const BudgetCells cells(document, paper);
    TableSheets(book, document, cells, formats).write();
    form_sheets(book, document, paper, cells, formats);
    paper_sheet(book, paper, formats);
  });
}

}  // namespace disburse
