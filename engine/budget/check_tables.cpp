// Sums inside one table: the cells of a row, the codes below a code, the names below a name.
#include <algorithm>

#include "engine/budget_findings.hpp"
#include "engine/budget_layout.hpp"
#include "engine/error.hpp"

namespace disburse {
namespace {

std::string row_name(const BudgetTable& table, const BudgetRow& row) {
  std::string name = table.id + " " + row.key;
  if (!row.code.empty() && row.code != row.name) name += " " + row.name;
  return name;
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

std::string joined(const std::vector<std::string>& names, const char* sign) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : sign) + name;
  return text;
}

// ---- the cells of one row ---------------------------------------------------------------------------

void check_percent(const BudgetTable& table, const BudgetRow& row, const ColumnRelation& relation,
                   BudgetFindings& findings) {
  const std::string& printed = text_at(table, row, relation.result);
  const Money part = amount_at(table, row, relation.parts[0]);
  const Money whole = amount_at(table, row, relation.parts[1]);
  const std::string where = row_name(table, row) + "·" + relation.result;
  if (whole > Money{} && !printed.empty()) {
    findings.compare(PercentClaim{where, row.line, printed, part, whole});
  } else if (whole > Money{}) {
    findings.add("percent_missing", Severity::error, where, row.line,
                 relation.parts[1] + in_wan(whole) + "，不为零，却没有印出百分比。");
  } else if (!printed.empty() && Rate::parse(printed) != Rate{}) {
    findings.add("percent_of_zero", Severity::error, where, row.line,
                 relation.parts[1] + "为零，百分比无意义，应为空白，却印作" + printed + "%。");
  }
}

void check_relation(const BudgetTable& table, const BudgetRow& row, const ColumnRelation& relation,
                    BudgetFindings& findings) {
  if (relation.rule == RowRule::percent) return check_percent(table, row, relation, findings);
  // A grand total may print its whole alone.
  const auto blank = [&](const std::string& part) { return text_at(table, row, part).empty(); };
  if (std::all_of(relation.parts.begin(), relation.parts.end(), blank)) return;
  const Money result = amount_at(table, row, relation.result);
  Money computed;
  for (const std::string& part : relation.parts) {
    const bool subtracted = relation.rule == RowRule::difference && part != relation.parts.front();
    computed += subtracted ? -amount_at(table, row, part) : amount_at(table, row, part);
  }
  if (relation.rule == RowRule::within && computed <= result) return;
  const char* sign = relation.rule == RowRule::difference ? "−" : "＋";
  findings.compare(FigureComparison{"row_sum_wrong",
                                    Severity::error,
                                    row_name(table, row) + "·" + relation.result,
                                    row.line,
                                    "印作",
                                    result,
                                    joined(relation.parts, sign) + "=",
                                    computed,
                                    {}});
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
    if (cell_kind(column) == CellKind::percent) continue;
    Money computed;
    for (const std::size_t child : children) computed += amount_at(table, table.rows[child], column);
    findings.compare(FigureComparison{"children_sum_wrong",
                                      Severity::error,
                                      row_name(table, parent) + "·" + column,
                                      parent.line,
                                      "印作",
                                      amount_at(table, parent, column),
                                      "下级各项之和",
                                      computed,
                                      {}});
  }
}

void check_prefix(const BudgetTable& table, const BudgetRow& parent, const std::vector<std::size_t>& children,
                  BudgetFindings& findings) {
  for (const std::size_t child : children) {
    const std::string& code = table.rows[child].code;
    if (code.starts_with(parent.code)) continue;
    findings.add("class_code_mismatch", Severity::error, row_name(table, parent), parent.line,
                 "科目编码印作" + parent.code + "，其下级为" + code + "，上级编码应为" +
                     code.substr(0, parent.code.size()) + "。");
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
                   "没有下级科目，金额无从汇总。");
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
    const std::string column = persons ? "日常公用支出" : "人员支出";
    const Money misplaced = amount_at(table, row, column);
    if (misplaced == Money{}) continue;
    findings.add("personnel_column_wrong", Severity::warning, row_name(table, row) + "·" + column, row.line,
                 "该类科目不应列" + column + "，却印作" + in_wan(misplaced) + "。");
  }
}

// ---- the names below a name -------------------------------------------------------------------------

enum class SumName { none, subtotal, total };

SumName sum_name(const BudgetRow& row) {
  if (row.depth != 0) return SumName::none;
  if (row.name.ends_with("总计")) return SumName::total;
  return row.name.ends_with("小计") || row.name.ends_with("合计") ? SumName::subtotal : SumName::none;
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
  const bool of_which = table.rows[at + 1].name.starts_with("其中");
  if (of_which && computed <= printed) return;
  findings.compare(FigureComparison{"children_sum_wrong",
                                    Severity::error,
                                    row_name(table, row) + "·" + column,
                                    row.line,
                                    "印作",
                                    printed,
                                    "下级各项之和",
                                    computed,
                                    {}});
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
      findings.compare(FigureComparison{"subtotal_wrong",
                                        Severity::error,
                                        row_name(table, row) + "·" + column,
                                        row.line,
                                        "印作",
                                        amount_at(table, row, column),
                                        "以上各项之和",
                                        kind == SumName::total ? all : since_subtotal,
                                        {}});
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
  if (const BudgetTable* table = find_table(document, "表2")) check_coded(document, *table, item_depth, findings);
  if (const BudgetTable* table = find_table(document, "表3")) {
    check_coded(document, *table, economic_depth, findings);
    check_personnel(*table, findings);
  }
}

void check_sided_tables(const BudgetDocument& document, BudgetFindings& findings) {
  for (const BudgetTable& table : document.tables) {
    const TableLayout* layout = find_layout(table.id);
    if (layout->number != 1 && layout->number != 6) continue;
    for (const std::string& column : layout->columns) check_column(table, column, findings);
  }
}

}  // namespace disburse
