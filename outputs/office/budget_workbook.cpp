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

/// Stacked headings: equal ones side by side are one cell, a short one reaches down. Returns the rows used.
std::size_t write_headings(lxw_worksheet* sheet, std::size_t top, const std::vector<std::string>& headings,
                           lxw_format* format) {
  std::vector<Path> paths;
  std::size_t levels = 1;
  for (const std::string& heading : headings) {
    paths.push_back(split(heading));
    levels = std::max(levels, paths.back().size());
  }
  for (std::size_t level = 0; level < levels; ++level) {
    for (std::size_t c = 0; c < paths.size();) {
      std::size_t end = c + 1;
      if (paths[c].size() > level) {
        const bool last = paths[c].size() == level + 1;
        while (!last && end < paths.size() && same_until(paths[c], paths[end], level)) ++end;
        merged(sheet, top + level, c, last ? top + levels - 1 : top + level, end - 1, paths[c][level], format);
      }
      c = end;
    }
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

/// Title, unit line and headings; returns the first free row.
std::size_t write_head(lxw_worksheet* sheet, const SheetHead& head, const std::vector<std::string>& headings,
                       const WorkbookFormats& formats) {
  const std::size_t last = headings.size() - 1;
  merged(sheet, 0, 0, 0, last, head.title, formats.title);
  worksheet_set_row(sheet, 0, 32, nullptr);
  merged(sheet, 1, 0, 1, last, head.number + "　" + head.agency + "　　单位：万元", formats.unit);
  const std::size_t levels = write_headings(sheet, 2, headings, formats.head);
  for (std::size_t level = 0; level < levels; ++level) worksheet_set_row(sheet, row_of(2 + level), 28, nullptr);
  worksheet_repeat_rows(sheet, 0, row_of(1 + levels));
  return 2 + levels;
}

void set_widths(lxw_worksheet* sheet, std::size_t columns, const std::vector<double>& first) {
  for (std::size_t c = 0; c < columns; ++c) {
    worksheet_set_column(sheet, col_of(c), col_of(c), c < first.size() ? first[c] : 13, nullptr);
  }
}

void coded_sheet(lxw_workbook* book, const BudgetTable& table, const SheetHead& head, const WorkbookFormats& formats) {
  lxw_worksheet* sheet = add_sheet(book, head.number, table.headings.size() > 6);
  std::size_t row = write_head(sheet, head, table.headings, formats);
  set_widths(sheet, table.headings.size(), {12, 38});
  for (const BudgetRow& printed : table.rows) {
    worksheet_write_string(sheet, row_of(row), 0, printed.code.c_str(), formats.centre);
    worksheet_write_string(sheet, row_of(row), 1, indented(printed).c_str(), formats.text);
    for (std::size_t c = 0; c < printed.cells.size(); ++c) write_cell(sheet, row, c + 2, printed.cells[c], formats);
    ++row;
  }
}

/// One row of amounts without names.
void bare_sheet(lxw_workbook* book, const BudgetTable& table, const SheetHead& head, const WorkbookFormats& formats) {
  lxw_worksheet* sheet = add_sheet(book, head.number, true);
  std::size_t row = write_head(sheet, head, table.headings, formats);
  set_widths(sheet, table.headings.size(), {});
  for (const BudgetRow& printed : table.rows) {
    for (std::size_t c = 0; c < printed.cells.size(); ++c) write_cell(sheet, row, c, printed.cells[c], formats);
    ++row;
  }
}

/// Income beside expense, by the printed row.
void two_sided_sheet(lxw_workbook* book, const BudgetTable& income, const BudgetTable& expense, const SheetHead& head,
                     const WorkbookFormats& formats) {
  lxw_worksheet* sheet = add_sheet(book, head.number, false);
  std::vector<std::string> headings = income.headings;
  headings.insert(headings.end(), expense.headings.begin(), expense.headings.end());
  const std::size_t top = write_head(sheet, head, headings, formats);
  set_widths(sheet, headings.size(), {36, 14, 36, 14});
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
