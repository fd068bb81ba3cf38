#include "scenarios/published/published_headings.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "engine/base/money.hpp"
#include "scenarios/published/published_units.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

using enum ColumnRole;
using Cells = std::vector<std::string>;
using Lines = std::vector<PublishedLine>;

constexpr int basic_table = 3;

/// A heading and what it says. A weak one gives way to a plain one of the same role: 2025年预算数 to 合计.
struct Heading {
  ColumnRole role = label;
  bool weak = false, known = false;
};

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

template <typename Words>
bool one_of(const Words& words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// Without unit, numbering and 其中 in front.
std::string bare(const std::string& printed) {
  static const std::regex unit("（(人民币)?(百万|万|千|百|亿)?元）"), front("^其中：");
  return std::regex_replace(std::regex_replace(plain_name(printed), unit, ""), front, "");
}

/// What a heading of a year is: last year's spending, this year's whole, or another year's budget.
std::optional<Heading> of_year(const std::string& text, int fiscal_year) {
  static const std::regex year("^(20[0-9]{2}|上|本|当)年");
  std::smatch found;
  if (!std::regex_search(text, found, year) || holds(text, "与") || holds(text, "比") || holds(text, "较"))
    return std::nullopt;
  const std::string which = found[1].str();
  const int number = which.starts_with("20") ? std::stoi(which) : 0;
  const bool last = which == "上" || (number != 0 && number < fiscal_year);
  if (holds(text, "执行") || holds(text, "决算") || holds(text, "完成")) {
    const bool before = which == "上" || (number != 0 && (fiscal_year == 0 || number + 1 == fiscal_year));
    return Heading{before ? last_year : unread, false, true};
  }
  if (!holds(text, "预算") && !holds(text, "支出") && !holds(text, "合计")) return std::nullopt;
  if (holds(text, "基本") || holds(text, "项目")) return std::nullopt;
  return last ? Heading{unread, false, true} : Heading{total, true, true};
}

Heading heading(const std::string& printed, int fiscal_year) {
  static constexpr std::array wholes{"合计", "总计", "小计", "支出合计", "总金额"};
  static constexpr std::array weak_wholes{"预算数", "金额", "本年支出", "支出预算"};
  static constexpr std::array basics{"基本支出", "基本支出小计", "基本支出合计"};
  static constexpr std::array projects{"项目支出", "项目支出小计", "项目支出合计"};
  static constexpr std::array persons{"人员经费", "人员支出", "人员经费支出"};
  static constexpr std::array labels{"备注", "类", "款", "项", "科目", "项目名称", "栏次", "功能科目"};
  const std::string text = bare(printed);
  if (text.empty()) return {};
  if (holds(text, "增减") || holds(text, "增长")) {
    const bool rate =
        holds(text, "%") || holds(text, "％") || holds(text, "率") || holds(text, "幅") || holds(text, "比例");
    return {rate ? percent : growth, false, true};
  }
  if (const auto found = of_year(text, fiscal_year)) return *found;
  if (text == "执行数" || text == "决算数") return {last_year, true, true};
  if (one_of(wholes, text)) return {total, false, true};
  if (one_of(weak_wholes, text)) return {total, true, true};
  if (one_of(basics, text)) return {basic, false, true};
  if (one_of(projects, text)) return {project, false, true};
  if (text == "基本") return {basic, true, true};
  if (text == "项目") return {project, true, true};
  if (one_of(persons, text)) return {personnel, false, true};
  if (text.starts_with("公用") || text.starts_with("日常公用")) return {running, false, true};
  if (text == "序号") return {number, false, true};
  const bool of_row = holds(text, "科目") || holds(text, "编码") || holds(text, "代码") || holds(text, "名称");
  return {label, false, of_row || one_of(labels, text)};
}

bool is_amount(ColumnRole role) { return role != label && role != number; }
bool is_read(ColumnRole role) { return is_amount(role) && role != unread; }

/// Plain headings before weak ones; 项目 and 基本 alone are columns where both stand. In table 3 基本支出 is the whole.
void settle(int table, std::vector<Heading>& found) {
  const auto count = [&](ColumnRole role, bool weak) {
    return std::count_if(found.begin(), found.end(),
                         [&](const auto& one) { return one.role == role && one.weak == weak; });
  };
  for (const ColumnRole role : {last_year, total, basic, project}) {
    const bool plain = count(role, false) > 0;
    const bool pair = (role != basic && role != project) || (count(basic, true) == 1 && count(project, true) == 1);
    for (Heading& one : found) {
      if (one.role == role && one.weak && (plain || !pair)) one.role = label;
    }
  }
  if (table != basic_table) return;
  const bool whole = count(total, false) + count(total, true) > 0;
  for (Heading& one : found) {
    if (one.role == basic) one.role = whole ? label : total;
  }
}

/// Of cells: each column's lowest heading, with what stands above it.
class Grid {
 public:
  Grid(const Lines& lines, int fiscal_year) : lines_(lines), fiscal_year_(fiscal_year) {}

  std::vector<Heading> read(std::vector<ReadingNote>& unknown) const {
    std::size_t wide = 0;
    for (const PublishedLine& line : lines_) wide = std::max(wide, line.words.size());
    std::vector<Heading> found;
    for (std::size_t column = 0; column < wide; ++column) {
      found.push_back(of(column));
      const auto row = lowest(column);
      if (!row || (found.back().known && found.back().role != unread) || column < 2) continue;
      unknown.push_back({lines_[*row].place,
                         "column “{}” is none of the official table, it is not read"_m(lines_[*row].words[column])});
      found.back().role = unread;
    }
    return found;
  }

 private:
  std::optional<std::size_t> lowest(std::size_t column) const {
    for (std::size_t row = lines_.size(); row-- > 0;) {
      const Cells& cells = lines_[row].words;
      if (column < cells.size() && !cells[column].empty() && !holds(plain_name(cells[column]), "单位：") &&
          !amount_of(cells[column]))
        return row;
    }
    return std::nullopt;
  }

  Heading of(std::size_t column) const {
    const auto row = lowest(column);
    if (!row) return {};
    Heading found = heading(lines_[*row].words[column], fiscal_year_);
    for (std::size_t above = *row; above-- > 0;) {
      const Cells& cells = lines_[above].words;
      // A heading that spans columns stands in the first of them. One that stands in its column's lowest place spans
      // one.
      std::size_t at = std::min(column, cells.empty() ? 0 : cells.size() - 1);
      while (at > 0 && cells[at].empty()) --at;
      if (cells.empty() || cells[at].empty() || (at != column && lowest(at) == above)) continue;
      const Heading group = heading(cells[at], fiscal_year_);
      if (group.role == unread && found.role != growth && found.role != percent) return group;
      if (group.role == last_year && is_amount(found.role))
        return found.role == total ? group : Heading{unread, false, true};
      if ((group.role == basic || group.role == project) && !group.weak && found.role == total) return group;
    }
    return found;
  }

  const Lines& lines_;
  int fiscal_year_;
};

std::string said(ColumnRole role) {
  switch (role) {
    case last_year: return "上年执行数";
    case total: return "合计";
    case basic: return "基本支出";
    case project: return "项目支出";
    case growth: return "增减额";
    case percent: return "增减%";
    case personnel: return "人员支出";
    case running: return "日常公用支出";
    default: return "";
  }
}

/// What of a table is this year's.
std::vector<ColumnRole> official(int table) {
  if (table == basic_table) return {total, personnel, running};
  return {last_year, total, basic, project, growth, percent};
}

std::optional<Money> amount(const std::string& text) { return text.empty() ? Money{} : parse_wan(text); }

/// Exactly, in the unit of both.
std::string sum(const std::string& left, const std::string& right) {
  const auto one = amount(left), other = amount(right);
  if (!one || !other) return left + "+" + right;
  return *in_wan(std::to_string((*one + *other).fen()), {"分", 0, {}, true});
}

/// True where the whole is the sum of its two parts.
bool adds_up(const std::vector<ColumnRole>& columns, const Cells& amounts) {
  const auto of = [&](ColumnRole role) {
    const auto at = std::find(columns.begin(), columns.end(), role);
    return at == columns.end() ? std::nullopt : amount(amounts[static_cast<std::size_t>(at - columns.begin())]);
  };
  const bool table_3 = std::find(columns.begin(), columns.end(), personnel) != columns.end();
  const auto whole = of(total), one = of(table_3 ? personnel : basic), other = of(table_3 ? running : project);
  const auto last = of(last_year), more = of(growth);
  return whole && one && other && *whole == *one + *other && (!last || !more || *more == *whole - *last);
}

/// Of a line with fewer amounts than headings: the columns that they are, where headings stand in the official order.
std::optional<std::vector<ColumnRole>> columns_by_sum(int table, const std::vector<ColumnRole>& printed,
                                                      const Cells& amounts) {
  const std::vector<ColumnRole> order = official(table);
  auto at = order.begin();
  for (const ColumnRole role : printed) {
    at = std::find(at, order.end(), role);
    if (at == order.end()) return std::nullopt;
  }
  std::vector<std::vector<ColumnRole>> possible{order};
  if (table != basic_table)
    possible = {
        order, {last_year, total, basic, project, growth}, {last_year, total, basic, project}, {total, basic, project}};
  for (const auto& columns : possible) {
    if (columns.size() == amounts.size() && adds_up(columns, amounts)) return columns;
  }
  return std::nullopt;
}

}  // namespace

bool TableHeadings::seen() const { return std::count_if(columns.begin(), columns.end(), is_read) > 1; }

bool TableHeadings::has(ColumnRole role) const {
  return std::find(columns.begin(), columns.end(), role) != columns.end();
}

std::size_t TableHeadings::first() const {
  return static_cast<std::size_t>(std::find_if(columns.begin(), columns.end(), is_read) - columns.begin());
}

std::string TableHeadings::missing(int table) const {
  const bool parts = has(personnel) && has(running);
  for (const ColumnRole role : official(table)) {
    const bool needed = role == total || role == project || role == personnel || role == running || role == basic;
    if (needed && !has(role) && !(role == basic && parts)) return said(role);
  }
  return "";
}

std::string TableHeadings::twice() const {
  for (const ColumnRole role : columns) {
    if (is_read(role) && std::count(columns.begin(), columns.end(), role) > 1) return said(role);
  }
  return "";
}

TableHeadings headings_of(int table, const Lines& lines, int fiscal_year) {
  TableHeadings headings;
  Lines rows;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(rows), [](const auto& line) { return line.of_table; });
  headings.of_cells = !rows.empty();
  std::vector<Heading> found;
  if (headings.of_cells) {
    found = Grid(rows, fiscal_year).read(headings.notes);
  } else {
    for (const PublishedLine& line : lines) {
      std::string_view before;
      for (const std::string& word : line.words) {
        const Heading one = heading(word, fiscal_year);
        const bool compared = before.ends_with("与") || before.ends_with("比") || before.ends_with("较");
        if (is_amount(one.role) && !compared) found.push_back(one);
        before = word;
      }
    }
  }
  settle(table, found);
  for (const Heading& one : found) {
    if (headings.of_cells || is_amount(one.role)) headings.columns.push_back(one.role);
  }
  return headings;
}

std::optional<Cells> official_cells(int table, const TableHeadings& headings, const Cells& amounts) {
  std::vector<ColumnRole> columns = headings.columns;
  if (columns.size() != amounts.size()) {
    if (headings.of_cells) return std::nullopt;
    const auto fewer = columns_by_sum(table, columns, amounts);
    if (!fewer) return std::nullopt;
    columns = *fewer;
  }
  const auto of = [&](ColumnRole role) -> std::string {
    const auto at = std::find(columns.begin(), columns.end(), role);
    return at == columns.end() ? "" : amounts[static_cast<std::size_t>(at - columns.begin())];
  };
  const bool by_parts = std::find(columns.begin(), columns.end(), basic) == columns.end();
  Cells cells;
  for (const ColumnRole role : official(table))
    cells.push_back(role == basic && by_parts ? sum(of(personnel), of(running)) : of(role));
  return cells;
}

}  // namespace disburse
