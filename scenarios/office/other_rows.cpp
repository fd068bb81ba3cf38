#include "scenarios/office/other_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "scenarios/office/cleaned.hpp"
#include "scenarios/office/headings.hpp"
#include "scenarios/office/identity.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr int months_a_year = 12;
constexpr std::size_t shortest_identity = 15;

struct Filled {
  std::size_t column = 0;
  std::string text;
};

std::vector<Filled> filled_of(const OfficeRow& row) {
  std::vector<Filled> filled;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (row.cells[c].text.empty() || row.cells[c].spread) continue;
    std::string text = without_blanks(row.cells[c].text);
    if (!text.empty()) filled.push_back({c, std::move(text)});
  }
  return filled;
}

bool has_identity(const OfficeRow& row, const Mapping& mapping) {
  if (!mapping.has(Field::identity)) return false;
  const std::size_t at = mapping.at[static_cast<std::size_t>(Field::identity)];
  return at < row.cells.size() && row.cells[at].text.size() >= shortest_identity &&
         std::any_of(row.cells[at].text.begin(), row.cells[at].text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_remark(std::string_view text) {
  constexpr std::array beginnings{
      "制表",   "填表",  "审核", "复核",     "经办",   "负责人",   "单位负责人", "打印",     "备注：", "备注:",
      "注：",   "注:",   "说明", "以下空白", "联系人", "联系电话", "盖章",       "单位盖章", "（盖章", "(盖章",
      "日期：", "日期:", "填报", "制单",     "主管",   "会计",     "出纳",       "第",       "单位："};
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view begin) { return text.starts_with(begin); });
}

/// 1, 2, 3 in order, or 甲, 乙, 丙 before them.
bool is_numbering(const std::vector<Filled>& filled) {
  constexpr std::size_t fewest = 3;
  constexpr std::array stems{"甲", "乙", "丙", "丁", "戊"};
  if (filled.size() < fewest) return false;
  int last = 0;
  for (const Filled& one : filled) {
    if (std::find(stems.begin(), stems.end(), one.text) != stems.end() || one.text == "栏次") continue;
    int number = 0;
    const auto [end, error] = std::from_chars(one.text.data(), one.text.data() + one.text.size(), number);
    if (error != std::errc{} || end != one.text.data() + one.text.size() || number != last + 1) return false;
    last = number;
  }
  return last >= 2;
}

/// A title or a note between the rows: a single text that is too long for a name.
bool is_lone_text(const std::vector<Filled>& filled) {
  constexpr std::size_t longest_name = 8;
  return filled.size() == 1 && characters_in(filled.front().text) > longest_name &&
         filled.front().text.find_first_not_of("0123456789.,") != std::string::npos;
}

std::optional<std::size_t> persons_in(std::string_view text) {
  if (text.starts_with("共")) text.remove_prefix(std::string_view("共").size());
  if (!text.ends_with("人")) return std::nullopt;
  text.remove_suffix(std::string_view("人").size());
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

RowRole role_of_row(const OfficeRow& row, const Mapping& mapping, const ColumnNames& names) {
  if (has_identity(row, mapping)) return RowRole::person;
  const std::vector<Filled> filled = filled_of(row);
  if (filled.empty()) return RowRole::blank;
  std::size_t same = 0;
  std::size_t known = 0;
  for (const Filled& one : filled) {
    const auto field = names.field_of(one.text);
    if (!field) continue;
    ++known;
    if (one.column < mapping.columns.size() && mapping.columns[one.column].field == field) ++same;
  }
  if (same >= 2 && 2 * same >= known) return RowRole::repeated_headings;
  constexpr std::size_t beyond_doubt = 3;
  if (known >= beyond_doubt) return RowRole::other_headings;
  constexpr std::size_t first_cells = 3;
  for (std::size_t i = 0; i < std::min(first_cells, filled.size()); ++i) {
    if (names_a_sum(filled[i].text)) return RowRole::totals;
  }
  if (is_numbering(filled)) return RowRole::numbering;
  if (is_remark(filled.front().text) || is_lone_text(filled)) return RowRole::remark;
  return RowRole::person;
}

Message name_of(RowRole role) {
  switch (role) {
    case RowRole::person: return {};
    case RowRole::blank: return "blank rows"_m;
    case RowRole::totals: return "rows of sums (held against our own)"_m;
    case RowRole::repeated_headings: return "repeated headings"_m;
    case RowRole::other_headings: return "headings of another table"_m;
    case RowRole::numbering: return "rows that number the columns"_m;
    case RowRole::remark: return "titles and remarks between or below the rows"_m;
  }
  return {};
}

std::optional<Money> TotalsCheck::amount(const OfficeRow& row, std::size_t column) const {
  if (column >= row.cells.size() || row.cells[column].text.empty() || row.cells[column].spread) return std::nullopt;
  const OfficeCell& cell = row.cells[column];
  const ColumnUnit unit = mapping_.columns[column].unit.value_or(ColumnUnit::yuan);
  const auto read = money_of(cell.text, unit);
  return !read && cell.source != nullptr ? money_of(cell.source->shown(), unit) : read;
}

void TotalsCheck::person(const OfficeRow& row) {
  for (Sums* sums : {&all_, &since_}) ++sums->persons;
  for (const MappedColumn& column : mapping_.columns) {
    if (!column.field || !is_amount(*column.field)) continue;
    if (const auto read = amount(row, column.column)) {
      all_.amounts[column.column] += *read;
      since_.amounts[column.column] += *read;
    }
  }
}

void TotalsCheck::compare_amount(const OfficeRow& row, std::size_t column, bool part,
                                 std::vector<OfficeFinding>& findings) {
  const std::string heading = bare_heading(mapping_.columns[column].heading);
  const SheetCell* source = row.cells[column].source;
  if (source != nullptr && source->kind == CellKind::error) {
    findings.push_back({"total_unknown",
                        Severity::warning,
                        true,
                        table_.name,
                        row.number,
                        heading,
                        "The row of sums shows no value here, so our sum was not held against it."_m,
                        {}});
    return;
  }
  const auto theirs = amount(row, column);
  if (!theirs) return;
  const auto sum = [&](const Sums& ours) {
    const auto found = ours.amounts.find(column);
    return found == ours.amounts.end() ? Money{} : found->second;
  };
  // A page's sum is often called the sum as well.
  if (sum(since_) == *theirs || (!part && sum(all_) == *theirs)) return;
  const Money own = sum(part ? since_ : all_);
  const Money difference = own > *theirs ? own - *theirs : *theirs - own;
  findings.push_back({"total_differs", Severity::error, true, table_.name, row.number, heading,
                      "The table says {} yuan in all, its rows sum to {} yuan: {} yuan apart."_m(
                          yuan_text(*theirs), yuan_text(own), yuan_text(difference)),
                      difference * months_a_year});
}

void TotalsCheck::totals(const OfficeRow& row, std::vector<OfficeFinding>& findings) {
  const std::vector<Filled> filled = filled_of(row);
  const bool part = std::any_of(filled.begin(), filled.end(), [](const Filled& one) {
    return one.text.starts_with("小计") || one.text.starts_with("本页");
  });
  for (const Filled& one : filled) {
    if (const auto theirs = persons_in(one.text)) {
      const Sums& ours = part ? since_ : all_;
      if (*theirs != since_.persons && (part || *theirs != all_.persons))
        findings.push_back({"total_differs",
                            Severity::error,
                            true,
                            table_.name,
                            row.number,
                            "",
                            "The table says {} persons, it has {} rows."_m(*theirs, ours.persons),
                            {}});
    }
  }
  for (const MappedColumn& column : mapping_.columns) {
    if (column.field && is_amount(*column.field) && *column.field != Field::grade && column.column < row.cells.size())
      compare_amount(row, column.column, part, findings);
  }
  since_ = {};
}

}  // namespace disburse
