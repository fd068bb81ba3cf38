#include "outputs/office/budget_workbook.hpp"

#include <algorithm>

#include "outputs/office/budget_sheets.hpp"

namespace disburse {
namespace {

using Path = std::vector<std::string>;

Path split(const std::string& heading) {
  Path parts;
  std::size_t begin = 0;
  for (std::size_t at = heading.find('/'); at != std::string::npos; at = heading.find('/', begin)) {
    parts.push_back(heading.substr(begin, at - begin));
    begin = at + 1;
  }
  parts.push_back(heading.substr(begin));
  return parts;
}

lxw_row_t row_of(std::size_t i) { return static_cast<lxw_row_t>(i); }
lxw_col_t col_of(std::size_t i) { return static_cast<lxw_col_t>(i); }

/// A merged range, or one cell where nothing is to be merged (the library refuses a range of one).
void merged(lxw_worksheet* sheet, std::size_t top, std::size_t left, std::size_t bottom, std::size_t right,
            const std::string& text, lxw_format* format) {
  if (top == bottom && left == right) {
    worksheet_write_string(sheet, row_of(top), col_of(left), text.c_str(), format);
  } else {
    worksheet_merge_range(sheet, row_of(top), col_of(left), row_of(bottom), col_of(right), text.c_str(), format);
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
std::vector<HeadingCell> heading_cells(const std::vector<std::string>& headings, std::size_t& levels) {
  std::vector<Path> paths;
  levels = 1;
  for (const std::string& heading : headings) {
    paths.push_back(split(heading));
    levels = std::max(levels, paths.back().size());
  }
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
  std::size_t levels = 1;
  const std::vector<HeadingCell> cells = heading_cells(headings, levels);
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

void write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& cell,
                const WorkbookFormats& formats) {
  const auto amount = printed_amount(cell);
  if (cell.empty() || !amount) {
    worksheet_write_string(sheet, row_of(row), col_of(column), cell.c_str(), formats.centre);
  } else {
    worksheet_write_number(sheet, row_of(row), col_of(column), static_cast<double>(amount->fen()) / 1e6,
                           formats.amount);
  }
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

void coded_sheet(lxw_workbook* book, const BudgetTable& table, const SheetHead& head, const WorkbookFormats& formats) {
  constexpr std::size_t most_upright = 6;
  const Page page = table.headings.size() > most_upright ? Page::landscape : Page::portrait;
  auto [sheet, row] =
      headed_sheet(book, head, table.headings, widths_of(table.headings.size(), {11, 38}, page), page, formats);
  for (const BudgetRow& printed : table.rows) {
    worksheet_write_string(sheet, row_of(row), 0, printed.code.c_str(), formats.centre);
    worksheet_write_string(sheet, row_of(row), 1, indented(printed).c_str(), formats.text);
    for (std::size_t c = 0; c < printed.cells.size(); ++c) write_cell(sheet, row, c + 2, printed.cells[c], formats);
    ++row;
  }
}

/// One row of amounts without names.
void bare_sheet(lxw_workbook* book, const BudgetTable& table, const SheetHead& head, const WorkbookFormats& formats) {
  const std::vector<double> widths = widths_of(table.headings.size(), {}, Page::landscape);
  auto [sheet, row] = headed_sheet(book, head, table.headings, widths, Page::landscape, formats);
  for (const BudgetRow& printed : table.rows) {
    for (std::size_t c = 0; c < printed.cells.size(); ++c) write_cell(sheet, row, c, printed.cells[c], formats);
    ++row;
  }
}

/// Income beside expense, by the printed row.
void two_sided_sheet(lxw_workbook* book, const BudgetTable& income, const BudgetTable& expense, const SheetHead& head,
                     const WorkbookFormats& formats) {
  std::vector<std::string> headings = income.headings;
  headings.insert(headings.end(), expense.headings.begin(), expense.headings.end());
  const bool broad = headings.size() > 4;
  const std::vector<double> widths =
      broad ? widths_of(headings.size(), {36, 14, 36}, Page::landscape) : std::vector<double>{36, 12, 36, 12};
  const Page page = broad ? Page::landscape : Page::portrait;
  const auto [sheet, top] = headed_sheet(book, head, headings, widths, page, formats);
  std::size_t rows = 0;
  for (const BudgetTable* side : {&income, &expense}) {
    for (const BudgetRow& row : side->rows) rows = std::max(rows, static_cast<std::size_t>(row.printed_row));
  }
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < headings.size(); ++c) {
      worksheet_write_blank(sheet, row_of(top + r), col_of(c), formats.text);
    }
  }
  std::size_t left = 0;
  for (const BudgetTable* side : {&income, &expense}) {
    for (const BudgetRow& row : side->rows) {
      const std::size_t at = top + static_cast<std::size_t>(row.printed_row) - 1;
      worksheet_write_string(sheet, row_of(at), col_of(left), indented(row).c_str(), formats.text);
      for (std::size_t c = 0; c < row.cells.size(); ++c) write_cell(sheet, at, left + 1 + c, row.cells[c], formats);
    }
    left += side->headings.size();
  }
}

const char* const chinese_numbers[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

void table_sheets(lxw_workbook* book, const BudgetDocument& document, const WorkbookFormats& formats) {
  for (const BudgetTable& table : document.tables) {
    if (table.id.ends_with("支出") && table.id.size() > std::string("表1").size())
      continue;  // stands beside its income
    const int number = table.id[std::string("表").size()] - '0';
    const SheetHead head{std::string("表") + chinese_numbers[number], table.title, document.agency};
    if (table.id.ends_with("收入")) {
      const std::string other = "表" + std::to_string(number) + "支出";
      two_sided_sheet(book, table, *find_table(document, other), head, formats);
    } else if (table.headings.size() == table.rows.front().cells.size() + 2) {
      coded_sheet(book, table, head, formats);
    } else {
      bare_sheet(book, table, head, formats);
    }
  }
}

}  // namespace

std::string budget_workbook(const BudgetDocument& document, const BudgetPaper& paper) {
  return workbook_bytes(document.title, [&](lxw_workbook* book, const WorkbookFormats& formats) {
    table_sheets(book, document, formats);
    form_sheets(book, document, formats);
    paper_sheet(book, paper, formats);
  });
}

}  // namespace disburse
