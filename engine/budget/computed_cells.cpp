#include "engine/budget/computed_cells.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "engine/budget/draft_tables.hpp"
#include "engine/budget/functional_tables.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"

namespace disburse {
namespace {

using Rule = ComputedCell::Rule;

std::optional<Money> printed_in(const BudgetDocument& document, const TableCell& cell) {
  const std::string& text = document.tables[cell.table].rows[cell.row].cells[cell.column];
  return text.empty() ? std::nullopt : printed_amount(text);
}

/// Collects relations; keeps those that hold and make no circle.
class Collector {
 public:
  explicit Collector(const BudgetDocument& document) : document_(document) {}

  void offer(const TableCell& cell, Rule rule, std::vector<TableCell> parts) {
    if (parts.empty() || rules_.contains(cell) || !holds(cell, rule, parts)) return;
    for (const TableCell& part : parts) {
      if (part == cell || rests_on(part, cell)) return;
    }
    rules_.emplace(cell, ComputedCell{cell, rule, std::move(parts)});
  }

  /// Parts before wholes.
  std::vector<ComputedCell> in_order() const {
    std::vector<ComputedCell> ordered;
    std::set<TableCell> done;
    for (const auto& [cell, rule] : rules_) append(cell, done, ordered);
    return ordered;
  }

 private:
  bool holds(const TableCell& cell, Rule rule, const std::vector<TableCell>& parts) const {
    std::vector<Money> amounts;
    for (const TableCell& part : parts) {
      const auto amount = printed_in(document_, part);
      if (!amount) return false;
      amounts.push_back(*amount);
    }
    const std::string& text = document_.tables[cell.table].rows[cell.row].cells[cell.column];
    if (rule == Rule::per_cent) return text == per_cent_text(amounts[0], amounts[1]);
    const auto printed = printed_in(document_, cell);
    Money sum;
    for (std::size_t i = 0; i < amounts.size(); ++i) sum += rule == Rule::less && i > 0 ? -amounts[i] : amounts[i];
    return printed && *printed == sum;
  }

  bool rests_on(const TableCell& cell, const TableCell& other) const {
    const auto found = rules_.find(cell);
    if (found == rules_.end()) return false;
    return std::any_of(found->second.parts.begin(), found->second.parts.end(),
                       [&](const TableCell& part) { return part == other || rests_on(part, other); });
  }

  void append(const TableCell& cell, std::set<TableCell>& done, std::vector<ComputedCell>& ordered) const {
    const auto found = rules_.find(cell);
    if (found == rules_.end() || !done.insert(cell).second) return;
    for (const TableCell& part : found->second.parts) append(part, done, ordered);
    ordered.push_back(found->second);
  }

  const BudgetDocument& document_;
  std::map<TableCell, ComputedCell> rules_;
};

/// The relations of one table.
class TableRelations {
 public:
  TableRelations(const BudgetDocument& document, std::size_t table, Collector& into)
      : document_(document),
        table_(document.tables[table]),
        layout_(*find_layout(table_.id)),
        number_(table),
        into_(into) {}

  void offer_all() {
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      for (std::size_t column = 0; column < layout_.columns.size(); ++column) offer_levels(row, column);
      for (const ColumnRelation& relation : layout_.relations) offer_relation(row, relation);
    }
    for (std::size_t column = 0; column < layout_.columns.size(); ++column) offer_totals(column);
  }

 private:
  TableCell cell(std::size_t row, std::size_t column) const { return {number_, row, column}; }
  TableCell cell(std::size_t row, const std::string& column) const {
    return cell(row, *column_index(table_.id, column));
  }

  void offer_relation(std::size_t row, const ColumnRelation& relation) {
    std::vector<TableCell> parts;
    for (const std::string& part : relation.parts) parts.push_back(cell(row, part));
    switch (relation.rule) {
      case RowRule::sum: return into_.offer(cell(row, relation.result), Rule::sum, std::move(parts));
      case RowRule::difference: return into_.offer(cell(row, relation.result), Rule::less, std::move(parts));
      case RowRule::percent: return into_.offer(cell(row, relation.result), Rule::per_cent, std::move(parts));
      case RowRule::within: return;
    }
  }

  bool sums_up(std::size_t column) const { return cell_kind(layout_.columns[column]) == PrintedCellKind::amount; }

  /// A row by the rows one level below it; a table's first row of no code by its first level.
  void offer_levels(std::size_t row, std::size_t column) {
    if (!sums_up(column)) return;
    const std::string& code = table_.rows[row].code;
    const bool whole = layout_.coded && row == 0 && (code.empty() || code == document_.unit_code);
    const int depth = whole ? 0 : table_.rows[row].depth + 1;
    if (!whole && layout_.coded && !has_code(row)) return;
    into_.offer(cell(row, column), Rule::sum, below(row + 1, depth, column));
  }

  bool has_code(std::size_t row) const {
    const std::string& code = table_.rows[row].code;
    return !code.empty() && code != document_.unit_code && code.front() >= '0' && code.front() <= '9';
  }

  /// Cells of `depth` from `row` on until a higher level; a heading without a figure is replaced by its parts.
  std::vector<TableCell> below(std::size_t row, int depth, std::size_t column) const {
    std::vector<TableCell> cells;
    for (std::size_t i = row; i < table_.rows.size() && table_.rows[i].depth >= depth; ++i) {
      if (table_.rows[i].depth != depth) continue;
      if (printed_in(document_, cell(i, column))) {
        cells.push_back(cell(i, column));
      } else {
        for (const TableCell& part : below(i + 1, depth + 1, column)) cells.push_back(part);
      }
    }
    return cells;
  }

  /// 小计 takes what stands since the last one, 总计 and 合计 everything but sub-totals.
  void offer_totals(std::size_t column) {
    if (layout_.coded) return;
    std::vector<TableCell> since, all;
    std::size_t subtotal = table_.rows.size();
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (table_.rows[row].depth != 0) continue;
      const std::string& name = table_.rows[row].name;
      if (name.ends_with(official::grand_total)) {
        // Shorter by the sub-total and what stands behind it, where that holds.
        if (subtotal < table_.rows.size()) {
          std::vector<TableCell> parts = since;
          parts.insert(parts.begin(), cell(subtotal, column));
          into_.offer(cell(row, column), Rule::sum, std::move(parts));
        }
        into_.offer(cell(row, column), Rule::sum, all);
      } else if (name.ends_with(official::subtotal) || name.ends_with(official::total)) {
        into_.offer(cell(row, column), Rule::sum, since);
        subtotal = row;
        since.clear();
      } else {
        const std::vector<TableCell> value = value_of(row, column);
        since.insert(since.end(), value.begin(), value.end());
        all.insert(all.end(), value.begin(), value.end());
      }
    }
  }

  std::vector<TableCell> value_of(std::size_t row, std::size_t column) const {
    if (printed_in(document_, cell(row, column))) return {cell(row, column)};
    return below(row + 1, table_.rows[row].depth + 1, column);
  }

  const BudgetDocument& document_;
  const BudgetTable& table_;
  const TableLayout& layout_;
  std::size_t number_;
  Collector& into_;
};

/// What one table takes from another.
class Ties {
 public:
  Ties(const BudgetDocument& document, Collector& into) : document_(document), into_(into) {}

  void offer_all() {
    using namespace official;
    classes_of_summary();
    take({table_1_income, general_income_row, budgeted}, {table_1_expense, expense_subtotal, general_expense});
    const std::string general = std::string(appropriation_income) + ">" + general_income;
    take({table_6_income, general + ">" + own_level, budgeted}, {table_1_income, general_income_row, budgeted});
    for (const char* kind : {institution_expense, administrative_expense}) {
      // Without money of either an institution is assumed.
      if (kind == administrative_expense && !has_money(address(table_6_expense, kind, budgeted))) continue;
      const std::string appropriated = std::string(kind) + ">" + appropriation_expense;
      take({table_6_expense, appropriated + ">" + general_expense, budgeted},
           {table_1_expense, expense_subtotal, general_expense});
      if (has_fund_lines(document_))
        take({table_6_expense, appropriated + ">" + fund_expense, budgeted},
             {table_1_expense, expense_subtotal, fund_expense});
    }
    if (has_fund_lines(document_)) funds();
    for (const BudgetTie& tie : official_ties()) {
      const Address to = address_of(tie.left.front());
      if (tie.left.size() == 1 && tie.right.size() == 1 && (to.table == table_7 || to.table == table_8))
        take(to, address_of(tie.right.front()));
    }
  }

 private:
  struct Address {
    std::string table, row, column;
  };

  static Address address_of(const std::string& text) {
    const auto first = text.find('/');
    const auto last = text.rfind('/');
    return {text.substr(0, first), text.substr(first + 1, last - first - 1), text.substr(last + 1)};
  }

  std::optional<TableCell> find(const Address& address) const {
    for (std::size_t t = 0; t < document_.tables.size(); ++t) {
      if (document_.tables[t].id != address.table) continue;
      const auto column = column_index(address.table, address.column);
      for (std::size_t r = 0; column && r < document_.tables[t].rows.size(); ++r) {
        if (document_.tables[t].rows[r].key == address.row) return TableCell{t, r, *column};
      }
    }
    return std::nullopt;
  }

  bool has_money(const std::string& text) const {
    const auto found = find(address_of(text));
    return found && printed_in(document_, *found).value_or(Money{}) != Money{};
  }

  void take(const Address& to, const Address& from) {
    const auto target = find(to);
    const auto source = find(from);
    if (target && source) into_.offer(*target, Rule::sum, {*source});
  }

  /// Money of government funds comes from table 5, as that of the general budget from table 2.
  void funds() {
    using namespace official;
    take({table_1_income, fund_income_row, budgeted}, {table_1_expense, expense_subtotal, fund_expense});
    const std::string row = std::string(appropriation_income) + ">" + fund_income;
    take({table_6_income, row + ">" + own_level, budgeted}, {table_1_income, fund_income_row, budgeted});
    for (const BudgetRow& one : find_table(document_, table_5)->rows) {
      if (one.code.size() != class_digits || one.code == none) continue;
      take({table_1_expense, class_rows + one.name, fund_expense}, {table_5, one.key, subtotal});
    }
  }

  /// Each class of table 1 is the class of the same name in table 2.
  void classes_of_summary() {
    const BudgetTable* functional = find_table(document_, official::table_2);
    if (functional == nullptr) return;
    for (const BudgetRow& row : functional->rows) {
      if (row.code.size() != class_digits) continue;
      take({official::table_1_expense, official::class_rows + row.name, official::general_expense},
           {official::table_2, row.key, official::total});
    }
  }

  const BudgetDocument& document_;
  Collector& into_;
};

}  // namespace

std::vector<ComputedCell> computed_cells(const BudgetDocument& document) {
  Collector collector(document);
  Ties(document, collector).offer_all();
  for (std::size_t t = 0; t < document.tables.size(); ++t) TableRelations(document, t, collector).offer_all();
  return collector.in_order();
}

}  // namespace disburse
