#include "outputs/office/budget_cells.hpp"

#include <algorithm>

#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "outputs/office/budget_sheets.hpp"

namespace disburse {
namespace {

constexpr std::size_t rows_above_headings = 2;  // title and unit

const char* const chinese_numbers[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

bool is_left_side(const BudgetTable& table) { return table.id.ends_with("收入"); }

std::string column_name_of(std::size_t column) {
  constexpr std::size_t letters = 26;
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / letters)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
  return name;
}

std::string cell_name(const BookCell& cell) { return column_name_of(cell.column) + std::to_string(cell.row + 1); }

/// Cells one below the other are one range.
std::string references_to(const std::vector<BookCell>& cells, const std::string& from_sheet) {
  std::string text;
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t end = i + 1;
    const auto follows = [&](const BookCell& before, const BookCell& next) {
      return next.sheet == before.sheet && next.column == before.column && next.row == before.row + 1;
    };
    while (end < cells.size() && follows(cells[end - 1], cells[end])) ++end;
    text += (text.empty() ? "" : ",") + reference_to(cells[i], from_sheet);
    if (end > i + 1) text += ":" + cell_name(cells[end - 1]);
    i = end;
  }
  return text;
}

double wan_of(Money amount) { return static_cast<double>(amount.fen()) / 1e6; }

/// Of 测算依据: where the amount of a project that enters the tables stands.
BookCell drafted_cell(const BudgetPaper& paper, std::size_t project) {
  return {paper_sheet_name, paper_row_of(paper, project), paper_drafted_column};
}

}  // namespace

std::string reference_to(const BookCell& cell, const std::string& from_sheet) {
  return (cell.sheet == from_sheet ? "" : "'" + cell.sheet + "'!") + cell_name(cell);
}

std::vector<std::string> heading_parts(const std::string& heading) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = heading.find('/'); at != std::string::npos; at = heading.find('/', begin)) {
    parts.push_back(heading.substr(begin, at - begin));
    begin = at + 1;
  }
  parts.push_back(heading.substr(begin));
  return parts;
}

std::size_t heading_levels(const std::vector<std::string>& headings) {
  std::size_t levels = 1;
  for (const std::string& heading : headings) levels = std::max(levels, heading_parts(heading).size());
  return levels;
}

std::string sheet_name(const BudgetTable& table) {
  const int number = table.id[std::string("表").size()] - '0';
  return std::string("表") + chinese_numbers[number];
}

bool is_right_side(const BudgetTable& table) {
  return table.id.ends_with("支出") && table.id.size() > std::string("表1").size();
}

const BudgetTable* right_side(const BudgetDocument& document, const BudgetTable& table) {
  if (!is_left_side(table)) return nullptr;
  return find_table(document, table.id.substr(0, table.id.size() - std::string("收入").size()) + "支出");
}

std::vector<std::string> sheet_headings(const BudgetDocument& document, const BudgetTable& table) {
  std::vector<std::string> headings = table.headings;
  if (const BudgetTable* right = right_side(document, table))
    headings.insert(headings.end(), right->headings.begin(), right->headings.end());
  return headings;
}

BudgetCells::BudgetCells(const BudgetDocument& document, const BudgetPaper& paper)
    : document_(document), paper_(paper) {
  for (ComputedCell& one : computed_cells(document)) computed_.emplace(one.cell, std::move(one));
  take_projects();
}

BookCell BudgetCells::place(const TableCell& cell) const {
  const BudgetTable& table = document_.tables[cell.table];
  const BudgetTable* left = &table;
  if (is_right_side(table)) {
    left = find_table(document_, table.id.substr(0, table.id.size() - std::string("支出").size()) + "收入");
  }
  const std::size_t top = rows_above_headings + heading_levels(sheet_headings(document_, *left));
  if (left != &table || is_left_side(table)) {
    const std::size_t behind = left == &table ? 0 : left->headings.size();
    return {sheet_name(table), top + static_cast<std::size_t>(table.rows[cell.row].printed_row) - 1,
            behind + 1 + cell.column};
  }
  const std::size_t names = table.headings.size() - table.rows.front().cells.size();
  return {sheet_name(table), top + cell.row, names + cell.column};
}

/// Table 2's projects of a line are those of 测算依据, where their sum is what the table prints.
void BudgetCells::take_projects() {
  for (std::size_t t = 0; t < document_.tables.size(); ++t) {
    const BudgetTable& table = document_.tables[t];
    if (table.id != official::table_2) continue;
    const std::size_t column = *column_index(official::table_2, official::project);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      Money sum;
      std::vector<BookCell> cells;
      for (std::size_t p = 0; p < paper_.projects.size(); ++p) {
        if (paper_.projects[p].line != table.rows[r].code) continue;
        sum += paper_.projects[p].drafted;
        cells.push_back(drafted_cell(paper_, p));
      }
      const auto printed = printed_amount(table.rows[r].cells[column]);
      if (cells.empty() || !printed || *printed != sum) continue;
      projects_[{t, r, column}] = "=SUM(" + references_to(cells, sheet_name(table)) + ")";
    }
  }
}

std::string BudgetCells::formula(const ComputedCell& computed) const {
  const std::string sheet = place(computed.cell).sheet;
  std::vector<BookCell> parts;
  for (const TableCell& part : computed.parts) parts.push_back(place(part));
  const auto part = [&](std::size_t i) { return reference_to(parts[i], sheet); };
  switch (computed.rule) {
    case ComputedCell::Rule::less: {
      std::string text = "=" + part(0);
      for (std::size_t i = 1; i < parts.size(); ++i) text += "-" + part(i);
      return text;
    }
    case ComputedCell::Rule::per_cent:
      return "=IF(" + part(1) + "=0,\"\",ROUND(" + part(0) + "/" + part(1) + "*100,2))";
    case ComputedCell::Rule::sum: break;
  }
  return parts.size() == 1 ? "=" + part(0) : "=SUM(" + references_to(parts, sheet) + ")";
}

void BudgetCells::write_formula(lxw_worksheet* sheet, const BookCell& at, const std::string& formula,
                                const std::string& printed, const WorkbookFormats& formats) const {
  const auto row = static_cast<lxw_row_t>(at.row);
  const auto column = static_cast<lxw_col_t>(at.column);
  if (printed.empty()) {
    written(worksheet_write_formula_str(sheet, row, column, formula.c_str(), formats.amount, ""));
  } else {
    written(worksheet_write_formula_num(sheet, row, column, formula.c_str(), formats.amount,
                                        wan_of(*printed_amount(printed))));
  }
}

void BudgetCells::write(lxw_worksheet* sheet, const TableCell& cell, const WorkbookFormats& formats) const {
  const BookCell at = place(cell);
  const std::string& printed = document_.tables[cell.table].rows[cell.row].cells[cell.column];
  if (const auto project = projects_.find(cell); project != projects_.end())
    return write_formula(sheet, at, project->second, printed, formats);
  if (const auto computed = computed_.find(cell); computed != computed_.end())
    return write_formula(sheet, at, formula(computed->second), printed, formats);
  const auto row = static_cast<lxw_row_t>(at.row);
  const auto column = static_cast<lxw_col_t>(at.column);
  const auto amount = printed_amount(printed);
  if (printed.empty() || !amount) {
    written(worksheet_write_string(sheet, row, column, printed.c_str(), formats.centre));
  } else {
    written(worksheet_write_number(sheet, row, column, wan_of(*amount), formats.amount));
  }
}

std::optional<BookCell> BudgetCells::money_of(const BudgetForm& form) const {
  const auto printed = printed_amount(form.total);
  if (!printed) return std::nullopt;
  std::vector<std::size_t> projects;
  for (std::size_t p = 0; p < paper_.projects.size(); ++p) {
    if (paper_.projects[p].line == form.function) projects.push_back(p);
  }
  const auto own = std::find_if(projects.begin(), projects.end(),
                                [&](std::size_t p) { return paper_.projects[p].programme == form.programme; });
  if (own == projects.end() || paper_.projects[*own].drafted != *printed) return std::nullopt;
  if (projects.size() > 1) return drafted_cell(paper_, *own);
  for (const auto& [cell, formula] : projects_) {
    if (document_.tables[cell.table].rows[cell.row].code == form.function) return place(cell);
  }
  return drafted_cell(paper_, *own);
}

}  // namespace disburse
