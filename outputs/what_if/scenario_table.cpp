#include "outputs/what_if/scenario_table.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/text/csv_table.hpp"
#include "outputs/text/number_text.hpp"
#include "outputs/text/scenario_words.hpp"

namespace disburse {
namespace {

std::string amount_text(const TabledAmount& one) { return wan_text(one.amount) + (one.over ? "!" : ""); }

std::vector<TextTable::Column> columns_of(const ScenarioTable& table, int year, Language language) {
  std::vector<TextTable::Column> columns{{std::to_string(year) + say(language, " 年度", ""), Align::left}};
  if (year == table.fiscal_year) columns.push_back({say(language, "预算", "budget"), Align::right});
  for (const TabledScenario& scenario : table.scenarios) {
    columns.push_back({scenario.name, Align::right});
    if (&scenario != &table.scenarios.front()) columns.push_back({say(language, "差额", "difference"), Align::right});
  }
  return columns;
}

std::vector<Cell> cells_of(const ScenarioTable& table, const TabledRow& row, Language language) {
  std::vector<Cell> cells{row_name(row, language)};
  if (row.year == table.fiscal_year) cells.emplace_back(wan_or_dash(row.budget));
  for (std::size_t s = 0; s < row.amounts.size(); ++s) {
    cells.emplace_back(amount_text(row.amounts[s]));
    if (s > 0) cells.emplace_back(row.difference(s) == Money{} ? "-" : signed_wan_text(row.difference(s)));
  }
  return cells;
}

std::string year_text(const ScenarioTable& table, int year, Language language) {
  TextTable text(columns_of(table, year, language));
  TabledRow::Of before = TabledRow::Of::programme;
  for (const TabledRow& row : table.rows) {
    if (row.year != year) continue;
    if (row.of != before && row.of != TabledRow::Of::total) text.rule();
    before = row.of;
    if (row.of == TabledRow::Of::total)
      text.total(cells_of(table, row, language));
    else
      text.row(cells_of(table, row, language));
  }
  return "\n" + text.text();
}

/// "2089999 ...: award-660 超 449.64（10 月用完）".
std::string overspent_text(const ScenarioTable& table, Language language) {
  std::string text;
  for (const TabledRow& row : table.rows) {
    if (row.of == TabledRow::Of::programme) continue;
    for (std::size_t s = 0; s < row.amounts.size(); ++s) {
      const TabledAmount& one = row.amounts[s];
      if (!one.over) continue;
      text += "  " + row_name(row, language) + say(language, "：", ": ") + table.scenarios[s].name +
              say(language, " 超 ", " over by ") + wan_text(one.amount - *row.budget);
      if (one.used_up) {
        text += say(language, "，", ", used up in ") + to_string(*one.used_up) + say(language, " 用完", "");
      }
      text += "\n";
    }
  }
  if (text.empty()) return say(language, "没有科目超出预算。\n", "No line exceeds its budget.\n");
  return say(language, "超出预算的科目（表中带 ! 者）：\n", "Lines over their budget (marked ! above):\n") + text;
}

std::string titles_text(const ScenarioTable& table, Language language) {
  std::string text;
  for (const TabledScenario& scenario : table.scenarios) {
    const bool base = &scenario == &table.scenarios.front();
    text += "  " + scenario.name + (base ? say(language, "（基准）", " (base)") : "") + "  " + scenario.title + "\n";
    if (!scenario.same_members) {
      text += say(language, "    花名册与基准不同，差额包含人员变化\n",
                  "    another roster than the base's: the differences hold that too\n");
    }
  }
  return text;
}

}  // namespace

std::string scenario_table_text(const ScenarioTable& table, Language language) {
  std::string text = say(language, "情景对照表  ", "Scenarios side by side  ") + to_string(table.manifest.horizon) +
                     say(language, "  单位：万元\n", "  in 10,000 yuan\n") + titles_text(table, language);
  for (const int year : table.years) text += year_text(table, year, language);
  return text + overspent_text(table, language);
}

std::string scenario_table_csv(const ScenarioTable& table) {
  CsvTable csv({{"年度", "year"},
                {"类别", "of"},
                {"编码", "id"},
                {"名称", "name"},
                {"情景", "scenario"},
                {"预算（元）", "budget"},
                {"金额（元）", "amount"},
                {"比基准（元）", "difference"},
                {"用完月份", "used_up"}});
  for (const TabledRow& row : table.rows) {
    for (std::size_t s = 0; s < row.amounts.size(); ++s) {
      const TabledAmount& one = row.amounts[s];
      csv.integer(row.year).text(to_string(row.of)).text(row.id).text(row.name).text(table.scenarios[s].name);
      csv.money(row.budget).money(one.amount).money(row.difference(s));
      csv.text(one.used_up ? to_string(*one.used_up) : "");
      csv.end_row();
    }
  }
  return csv.bytes();
}

}  // namespace disburse
