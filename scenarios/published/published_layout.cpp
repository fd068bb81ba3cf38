#include "scenarios/published/published_layout.hpp"

#include <algorithm>

#include "engine/support/toml_reader.hpp"
#include "scenarios/budgets/budget_tables_reader.hpp"

namespace disburse {
namespace {

constexpr int forms_table = 9;
constexpr std::string_view forms_title = "绩效目标表";

/// True for what numbers a title: "二、", "（二）", "表2", "附表二：", nothing.
bool is_number(std::string_view before) {
  constexpr std::size_t longest = 18;  // bytes: 附表十一：
  static constexpr std::string_view marks[] = {"、", "：", "）", ":", "."};
  if (before.empty()) return true;
  if (before.size() > longest) return false;
  if (before.starts_with("表") || before.starts_with("附表")) return true;
  return std::any_of(std::begin(marks), std::end(marks), [&](const auto mark) { return before.ends_with(mark); });
}

/// "表12 某某支出表", "附表三：某某表"; not "表3" alone, nor a page's "续表".
bool is_numbered_table(std::string_view line) {
  constexpr std::string_view table = "表";
  if (line.starts_with("附")) line.remove_prefix(std::string_view("附").size());
  if (!line.starts_with(table) || !line.ends_with(table)) return false;
  line.remove_prefix(table.size());
  static constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const bool digit = !line.empty() && line.front() >= '0' && line.front() <= '9';
  return digit || std::any_of(std::begin(numerals), std::end(numerals),
                              [&](const auto numeral) { return line.starts_with(numeral); });
}

/// "政府采购预算表": the title of a table that no official one is. Headings of columns, the numbers of pages
/// (公开02表) and sentences are none.
bool is_other_title(std::string_view line) {
  constexpr std::size_t longest = 90, shortest = 15;  // bytes
  constexpr std::string_view table = "表";
  if (line.size() < shortest || line.size() > longest || !line.ends_with(table)) return false;
  static constexpr std::string_view marks[] = {"。", "，", "：", "；", "公开", "续表", "见", "了", "如"};
  static constexpr std::string_view kinds[] = {"预算", "支出", "收入", "采购", "资产", "明细", "债务", "资金"};
  const auto holds = [&](const auto word) { return line.find(word) != std::string_view::npos; };
  return std::none_of(std::begin(marks), std::end(marks), holds) &&
         std::any_of(std::begin(kinds), std::end(kinds), holds);
}

}  // namespace

OfficialTables read_official_tables(const std::filesystem::path& file) {
  InputErrors errors;
  OfficialTables official;
  TomlDocument document(file, errors);
  TomlTable root = document.root();
  root.schema("disburse/official-tables/1");
  for (TomlTable& called : root.tables("called")) {
    const int number = static_cast<int>(called.integer("number"));
    for (const std::string& text : called.texts("titles")) official.titles.push_back({number, text});
    called.finish();
  }
  std::stable_sort(official.titles.begin(), official.titles.end(),
                   [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
  official.tables = read_budget_tables(root, "");
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return official;
}

int table_titled(const OfficialTables& official, std::string_view line) {
  constexpr std::size_t longest_title = 160;  // bytes; a sentence is longer, and ends in a stop
  if (line.size() > longest_title || line.ends_with("。")) return 0;
  if (line.ends_with(forms_title)) return forms_table;
  for (const OfficialTables::Title& title : official.titles) {
    if (!line.ends_with(title.text)) continue;
    const std::string_view before = line.substr(0, line.size() - title.text.size());
    if (is_number(before) || before.ends_with("年")) return title.number;
  }
  return is_numbered_table(line) || is_other_title(line) ? foreign_table : 0;
}

}  // namespace disburse
