#include "outputs/office/budget_cells.hpp"

#include <algorithm>

#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "outputs/office/budget_sheets.hpp"

namespace disburse {
namespace {

constexpr std::size_t rows_above_headings = 2;  // title and unit

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

BudgetCells::BudgetCells(const BudgetDocument& document, const BudgetPaper& paper, const FormLayout& layout)
    : document_(document), paper_(paper), tables_(document, layout) {
  for (ComputedCell& one : computed_cells(document)) {
    const bool all = is_printed(one.cell) && std::all_of(one.parts.begin(), one.parts.end(),
                                                         [&](const TableCell& part) { return is_printed(part); });
    if (all) computed_.emplace(one.cell, std::move(one));
  }
  take_projects();
}

bool BudgetCells::is_printed(const TableCell& cell) const {
  return tables_.sheet_of(cell.table) != nullptr && tables_.column(cell.table, cell.column).has_value();
}

BookCell BudgetCells::place(const TableCell& cell) const {
  const PrintedTables::Sheet& sheet = *tables_.sheet_of(cell.table);
  const std::size_t column = *tables_.column(cell.table, cell.column);
  const std::size_t top = rows_above_headings + heading_levels(tables_.headings(sheet));
  const bool two_sides = sheet.table.has_value() && sheet.right.has_value();
  if (!two_sides) return {sheet.name, top + cell.row, tables_.names(cell.table) + column};
  const std::size_t behind = sheet.right == cell.table ? tables_.headings(*sheet.table).size() : 0;
  const auto printed = static_cast<std::size_t>(document_.tables[cell.table].rows[cell.row].printed_row);
  return {sheet.name, top + printed - 1, behind + 1 + column};
}

/// The projects of a line of tables 2 and 5 are those of 测算依据, where their sum is what the table prints.
void BudgetCells::take_projects() {
  for (std::size_t t = 0; t < document_.tables.size(); ++t) {
    const BudgetTable& table = document_.tables[t];
    if (table.id != official::table_2 && table.id != official::table_5) continue;
    const std::size_t column = *column_index(table.id, official::project);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      Money sum;
      std::vector<BookCell> cells;
      for (std::size_t p = 0; p < paper_.projects.size(); ++p) {
        if (paper_.projects[p].line != table.rows[r].code) continue;
        sum += paper_.projects[p].drafted;
        cells.push_back(drafted_cell(paper_, p));
      }
      const auto printed = printed_amount(table.rows[r].cells[column]);
      if (cells.empty() || !printed || *printed != sum || !is_printed({t, r, column})) continue;
      projects_[{t, r, column}] = "=SUM(" + references_to(cells, place({t, r, column}).sheet) + ")";
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
  if (!is_printed(cell)) return;
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
