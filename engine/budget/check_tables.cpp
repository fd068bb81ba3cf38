// Sums inside one table: the cells of a row, the codes below a code, the names below a name.
#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/budget/findings.hpp"
#include "engine/budget/functional_tables.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"

namespace disburse {
namespace {

Message row_name(const BudgetTable& table, const BudgetRow& row) {
  std::string name = row.key;
  if (!row.code.empty() && row.code != row.name) name += " " + row.name;
  return "{} {}"_m(table_name(table.id), name);
}

Message cell_place(const BudgetTable& table, const BudgetRow& row, const std::string& column) {
  return "{}, {}"_m(row_name(table, row), column_name(column));
}

const std::string& text_at(const BudgetTable& table, const BudgetRow& row, const std::string& column) {
  const auto index = column_index(table.id, column);
  EXPECT(index && *index < row.cells.size());
  return row.cells[*index];
}

Money amount_at(const BudgetTable& table, const BudgetRow& row, const std::string& column) {
  const auto amount = printed_amount(text_at(table, row, column));
  EXPECT(amount.has_value());
  return *amount;
}

std::vector<Message> column_names(const std::vector<std::string>& columns) {
  std::vector<Message> names;
  for (const std::string& column : columns) names.push_back(column_name(column));
  return names;
}

// ---- the cells of one row ---------------------------------------------------------------------------

void check_percent(const BudgetTable& table, const BudgetRow& row, const ColumnRelation& relation,
                   BudgetFindings& findings) {
  const std::string& printed = text_at(table, row, relation.result);
  const Money part = amount_at(table, row, relation.parts[0]);
  const Money whole = amount_at(table, row, relation.parts[1]);
  const Message where = cell_place(table, row, relation.result);
  if (whole > Money{} && !printed.empty()) {
    findings.compare(PercentClaim{where, row.line, printed, part, whole});
  } else if (whole > Money{}) {
    findings.add(
        "percent_missing", Severity::error, where, row.line,
        "{} is {} and not zero, yet no percentage is printed"_m(column_name(relation.parts[1]), in_wan(whole)));
  } else if (!printed.empty() && Rate::parse(printed) != Rate{}) {
    findings.add("percent_of_zero", Severity::error, where, row.line,
                 "{} is zero: the percentage means nothing and should be blank, printed is {}%"_m(
                     column_name(relation.parts[1]), printed));
  }
}

void check_relation(const BudgetTable& table, const BudgetRow& row, const ColumnRelation& relation,
                    BudgetFindings& findings) {
  if (relation.rule == RowRule::percent) return check_percent(table, row, relation, findings);
  // A grand total may print its whole alone.
  const auto blank = [&](const std::string& part) { return text_at(table, row, part).empty(); };
  if (std::all_of(relation.parts.begin(), relation.parts.end(), blank)) return;
  // A layout without last year's columns prints no change either.
  if (relation.rule == RowRule::difference && blank(relation.result) && blank(relation.parts.back())) return;
  const Money result = amount_at(table, row, relation.result);
  Money computed;
  for (const std::string& part : relation.parts) {
    const bool subtracted = relation.rule == RowRule::difference && part != relation.parts.front();
    computed += subtracted ? -amount_at(table, row, part) : amount_at(table, row, part);
  }
  if (relation.rule == RowRule::within && computed <= result) return;
  const Message sign = relation.rule == RowRule::difference ? " less "_m : " and "_m;
  findings.compare(FigureComparison{"row_sum_wrong", Severity::error, cell_place(table, row, relation.result), row.line,
                                    "printed is"_m, result, "{} make"_m(joined(column_names(relation.parts), sign)),
                                    computed, ""});
}

// ---- the codes below a code -------------------------------------------------------------------------

bool is_code(const BudgetRow& row, const BudgetDocument& document) {
  return !row.code.empty() && row.code.front() >= '0' && row.code.front() <= '9' && row.code != document.unit_code;
}

/// Indices of the rows one level below row `parent`; all first-level codes when `parent` is the total's row.
std::vector<std::size_t> children_of(const BudgetTable& table, std::size_t parent, const BudgetDocument& document) {
  const bool total = !is_code(table.rows[parent], document);
  const int depth = total ? 0 : table.rows[parent].depth + 1;
  std::vector<std::size_t> children;
  for (std::size_t i = total ? 0 : parent + 1; i < table.rows.size(); ++i) {
    if (!is_code(table.rows[i], document)) continue;
    if (table.rows[i].depth < depth) break;
    if (table.rows[i].depth == depth) children.push_back(i);
  }
  return children;
}

void check_child_sums(const BudgetTable& table, const BudgetRow& parent, const std::vector<std::size_t>& children,
                      BudgetFindings& findings) {
  for (const std::string& column : find_layout(table.id)->columns) {
    if (cell_kind(column) == PrintedCellKind::percent) continue;
    Money computed;
    for (const std::size_t child : children) computed += amount_at(table, table.rows[child], column);
    findings.compare(FigureComparison{"children_sum_wrong", Severity::error, cell_place(table, parent, column),
                                      parent.line, "printed is"_m, amount_at(table, parent, column),
                                      "the parts below sum to"_m, computed, ""});
  }
}

void check_prefix(const BudgetTable& table, const BudgetRow& parent, const std::vector<std::size_t>& children,
                  BudgetFindings& findings) {
  for (const std::size_t child : children) {
    const std::string& code = table.rows[child].code;
    if (code.starts_with(parent.code)) continue;
    findings.add("class_code_mismatch", Severity::error, row_name(table, parent), parent.line,
                 "the code is printed as {}, below it stands {}: it should be {}"_m(
                     parent.code, code, code.substr(0, parent.code.size())));
    return;
  }
}

void check_coded(const BudgetDocument& document, const BudgetTable& table, int deepest, BudgetFindings& findings) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const BudgetRow& row = table.rows[i];
    if (is_code(row, document) && row.depth == deepest) continue;
    const auto children = children_of(table, i, document);
    if (children.empty()) {
      findings.add("code_without_parts", Severity::error, row_name(table, row), row.line,
                   "no code stands below it, there is nothing to sum"_m);
      continue;
    }
    check_child_sums(table, row, children, findings);
    if (is_code(row, document)) check_prefix(table, row, children, findings);
  }
}

/// 人员支出 are the salaries and the transfers to persons, 日常公用支出 the goods and the equipment.
void check_personnel(const BudgetTable& table, BudgetFindings& findings) {
  for (const BudgetRow& row : table.rows) {
    const bool persons = row.code.starts_with("301") || row.code.starts_with("303");
    if (row.code.empty()) continue;
    const std::string column = persons ? official::running : official::personnel;
    const Money misplaced = amount_at(table, row, column);
    if (misplaced == Money{}) continue;
    findings.add("personnel_column_wrong", Severity::warning, cell_place(table, row, column), row.line,
                 "this class has no {}, yet printed is {}"_m(column_name(column), in_wan(misplaced)));
  }
}

// ---- the names below a name -------------------------------------------------------------------------

enum class SumName { none, subtotal, total };

SumName sum_name(const BudgetRow& row) {
  if (row.depth != 0) return SumName::none;
  if (row.name.ends_with(official::grand_total)) return SumName::total;
  return row.name.ends_with(official::subtotal) || row.name.ends_with(official::total) ? SumName::subtotal
                                                                                       : SumName::none;
}

/// The amount of a row; a heading without one stands for the sum of the rows below it.
Money value_of(const BudgetTable& table, std::size_t at, const std::string& column) {
  const BudgetRow& row = table.rows[at];
  if (!text_at(table, row, column).empty()) return amount_at(table, row, column);
  Money sum;
  for (std::size_t i = at + 1; i < table.rows.size() && table.rows[i].depth > row.depth; ++i) {
    if (table.rows[i].depth == row.depth + 1) sum += value_of(table, i, column);
  }
  return sum;
}

void check_parts(const BudgetTable& table, std::size_t at, const std::string& column, BudgetFindings& findings) {
  const BudgetRow& row = table.rows[at];
  Money computed;
  std::size_t parts = 0;
  for (std::size_t i = at + 1; i < table.rows.size() && table.rows[i].depth > row.depth; ++i) {
    if (table.rows[i].depth != row.depth + 1) continue;
    computed += value_of(table, i, column);
    ++parts;
  }
  if (parts == 0 || text_at(table, row, column).empty()) return;
  const Money printed = amount_at(table, row, column);
  // "其中" names some of the parts, not all of them.
  const bool of_which = table.rows[at + 1].name.starts_with(official::of_which);
  if (of_which && computed <= printed) return;
  findings.compare(FigureComparison{"children_sum_wrong", Severity::error, cell_place(table, row, column), row.line,
                                    "printed is"_m, printed, "the parts below sum to"_m, computed, ""});
}

/// Walks down one column: sub-totals take what stands since the last one, the total takes everything.
void check_column(const BudgetTable& table, const std::string& column, BudgetFindings& findings) {
  Money since_subtotal;
  Money all;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const BudgetRow& row = table.rows[i];
    const SumName kind = sum_name(row);
    if (kind == SumName::none) {
      check_parts(table, i, column, findings);
      if (row.depth != 0) continue;
      since_subtotal += value_of(table, i, column);
      all += value_of(table, i, column);
      continue;
    }
    if (!text_at(table, row, column).empty()) {
      findings.compare(FigureComparison{"subtotal_wrong", Severity::error, cell_place(table, row, column), row.line,
                                        "printed is"_m, amount_at(table, row, column), "the items above sum to"_m,
                                        kind == SumName::total ? all : since_subtotal, ""});
    }
    since_subtotal = Money{};
  }
}

}  // namespace

void check_rows(const BudgetDocument& document, BudgetFindings& findings) {
  for (const BudgetTable& table : document.tables) {
    for (const BudgetRow& row : table.rows) {
      for (const ColumnRelation& relation : find_layout(table.id)->relations) {
        check_relation(table, row, relation, findings);
      }
    }
  }
}

void check_coded_tables(const BudgetDocument& document, BudgetFindings& findings) {
  constexpr int item_depth = 2;      // 类, 款, 项
  constexpr int economic_depth = 1;  // 类, 款
  if (const BudgetTable* table = find_table(document, official::table_2))
    check_coded(document, *table, item_depth, findings);
  if (const BudgetTable* table = find_table(document, official::table_3)) {
    check_coded(document, *table, economic_depth, findings);
    check_personnel(*table, findings);
  }
  if (has_fund_lines(document)) check_coded(document, *find_table(document, official::table_5), item_depth, findings);
}

void check_sided_tables(const BudgetDocument& document, BudgetFindings& findings) {
  for (const BudgetTable& table : document.tables) {
    const TableLayout* layout = find_layout(table.id);
    if (layout->number != 1 && layout->number != 6) continue;
    for (const std::string& column : layout->columns) check_column(table, column, findings);
  }
}

}  // namespace disburse
