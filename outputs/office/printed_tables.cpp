#include "outputs/office/printed_tables.hpp"

#include <algorithm>
#include <array>

#include "engine/budget/layout.hpp"

namespace disburse {
namespace {

constexpr std::string_view income = "收入", expense = "支出";

/// "表2" of "表2", "表6" of "表6收入".
std::string bare_id(const std::string& id) {
  for (const std::string_view side : {income, expense}) {
    if (id.ends_with(side)) return id.substr(0, id.size() - side.size());
  }
  return id;
}

std::string numbered(std::size_t number) {
  static constexpr std::array digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr std::size_t ten = 10;
  const std::string tens = number < ten ? "" : number < 2 * ten ? "十" : std::string(digits[number / ten]) + "十";
  return "表" + tens + digits[number % ten];
}

std::vector<std::size_t> chosen(const BudgetTable& table, const std::vector<std::string>& wanted) {
  const std::vector<std::string>& columns = find_layout(table.id)->columns;
  std::vector<std::size_t> found;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), columns[c]) != wanted.end()) found.push_back(c);
  }
  return found;
}

/// The official layout: every table on a sheet, in the document's order, under its own number.
std::vector<PrintedSheet> official_sheets(const BudgetDocument& document) {
  std::vector<PrintedSheet> sheets;
  for (const BudgetTable& table : document.tables) {
    if (!table.id.ends_with(expense)) sheets.push_back({bare_id(table.id), {}, {}, {}, {}});
  }
  return sheets;
}

}  // namespace

PrintedTables::PrintedTables(const BudgetDocument& document, const FormLayout& layout)
    : document_(document), columns_(document.tables.size()) {
  const std::vector<PrintedSheet> wanted = layout.sheets.empty() ? official_sheets(document) : layout.sheets;
  for (std::size_t s = 0; s < wanted.size(); ++s) {
    Sheet sheet;
    sheet.name =
        layout.sheets.empty() ? numbered(static_cast<std::size_t>(wanted[s].table.back() - '0')) : numbered(s + 1);
    sheet.title = wanted[s].title;
    sheet.statement = wanted[s].statement;
    sheet.added = wanted[s].added;
    for (std::size_t t = 0; t < document.tables.size(); ++t) {
      const BudgetTable& table = document.tables[t];
      if (wanted[s].table.empty() || bare_id(table.id) != wanted[s].table) continue;
      (table.id.ends_with(expense) ? sheet.right : sheet.table) = t;
      columns_[t] = chosen(table, wanted[s].columns);
      if (sheet.title.empty()) sheet.title = table.title;
    }
    sheets_.push_back(std::move(sheet));
  }
}

const PrintedTables::Sheet* PrintedTables::sheet_of(std::size_t table) const {
  const auto found = std::find_if(sheets_.begin(), sheets_.end(),
                                  [&](const Sheet& sheet) { return sheet.table == table || sheet.right == table; });
  return found == sheets_.end() ? nullptr : &*found;
}

std::optional<std::size_t> PrintedTables::column(std::size_t table, std::size_t column) const {
  const auto found = std::find(columns_[table].begin(), columns_[table].end(), column);
  if (found == columns_[table].end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_[table].begin());
}

std::size_t PrintedTables::names(std::size_t table) const {
  const BudgetTable& one = document_.tables[table];
  return one.headings.size() - find_layout(one.id)->columns.size();
}

std::vector<std::string> PrintedTables::headings(std::size_t table) const {
  const std::vector<std::string>& all = document_.tables[table].headings;
  const std::size_t before = names(table);
  std::vector<std::string> printed(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(before));
  for (const std::size_t c : columns_[table]) printed.push_back(all[before + c]);
  return printed;
}

std::vector<std::string> PrintedTables::headings(const Sheet& sheet) const {
  std::vector<std::string> all;
  for (const auto& side : {sheet.table, sheet.right}) {
    if (!side) continue;
    const std::vector<std::string> own = headings(*side);
    all.insert(all.end(), own.begin(), own.end());
  }
  all.insert(all.end(), sheet.added.begin(), sheet.added.end());
  return all;
}

}  // namespace disburse
