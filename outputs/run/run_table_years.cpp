// The many-year half of the run's table: money, headcounts, averages and movements by year, and what was carried on.
#include "outputs/run/run_table_sections.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::vector<TextTable::Column> year_columns(const RunResult& result, const std::string& first) {
  std::vector<TextTable::Column> columns{{first, Align::left}};
  for (const YearFigure& year : result.years) columns.push_back({std::to_string(year.year), Align::right});
  return columns;
}

constexpr int name_width = 26;

/// One row a programme; `cell` says what stands in a year. Programmes without any figure are left out.
template <class CellOf>
void programme_rows(TextTable& table, const RunResult& result, Language language, const CellOf& cell) {
  for (std::size_t p = 0; p < result.programmes.size(); ++p) {
    std::vector<Cell> cells{clipped(name_in(result.programmes[p], language), name_width)};
    bool any = false;
    for (const YearFigure& year : result.years) {
      cells.emplace_back(cell(year.programmes[p]));
      any = any || !cells.back().text.empty();
    }
    if (any) table.row(std::move(cells));
  }
}

std::string money_table(const RunResult& result, const TableStyle& style) {
  TextTable table(year_columns(result, say(style.language, "项目（万元）", "programme (10,000 yuan)")), 1);
  programme_rows(table, result, style.language, [](const YearOfProgramme& year) { return wan_text(year.line); });
  std::vector<Cell> total{say(style.language, "合计", "total")};
  for (const YearFigure& year : result.years) total.emplace_back(wan_text(year.line));
  table.total(std::move(total));
  return section_title(say(style.language, "分年支出（预算科目负担）", "Year by year (what falls on the lines)"),
                       style) +
         table.text(style.colour);
}

std::string persons_table(const RunResult& result, const TableStyle& style) {
  TextTable table(year_columns(result, say(style.language, "项目", "programme")), 1);
  programme_rows(table, result, style.language, [](const YearOfProgramme& year) {
    return year.headcount > 0.0 ? count_text(year.headcount, 0) : std::string();
  });
  return section_title(say(style.language, "分年人数（最多月）", "Persons paid (top month)"), style) +
         table.text(style.colour);
}

std::string average_table(const RunResult& result, const TableStyle& style) {
  TextTable table(year_columns(result, say(style.language, "项目", "programme")), 1);
  programme_rows(table, result, style.language, [](const YearOfProgramme& year) {
    return year.average == Money() ? std::string() : grouped_yuan_text(year.average);
  });
  return section_title(say(style.language, "分年人均每次支出（元，全部支付方，不含缴费）",
                           "Average per person and payment (yuan, all payers, no contributions)"),
                       style) +
         table.text(style.colour);
}

void flow_rows(TextTable& table, const std::vector<PopulationFlow>& flows, const std::string& whose, bool retire,
               Language language) {
  const auto row = [&](const PopulationFlow& flow, const std::string& what, double FlowMonth::*field) {
    std::vector<Cell> cells{label(flow.scheme, language) + whose + what};
    for (const FlowMonth& year : flow.years) cells.emplace_back(count_text(year.*field, 0));
    table.row(std::move(cells));
  };
  for (const PopulationFlow& flow : flows) {
    if (flow.years.empty() || (flow.year.opening == 0.0 && flow.year.closing == 0.0)) continue;
    row(flow, say(language, "新增", " new"), &FlowMonth::entrants);
    row(flow, say(language, "死亡", " deaths"), &FlowMonth::deaths);
    if (retire) row(flow, say(language, "退休", " retired"), &FlowMonth::other_exits);
    row(flow, say(language, "年末", " closing"), &FlowMonth::closing);
  }
}

std::string flows_table(const RunResult& result, const TableStyle& style) {
  TextTable table(year_columns(result, say(style.language, "险种", "scheme")), 1);
  flow_rows(table, result.population, say(style.language, "·领取", ", pensioners:"), false, style.language);
  table.rule();
  flow_rows(table, result.contributors, say(style.language, "·缴费", ", paying:"), true, style.language);
  return section_title(say(style.language, "分年人员变动（人）", "Movements, persons"), style) +
         table.text(style.colour);
}

std::string carried_table(const RunResult& result, const TableStyle& style) {
  if (result.carried.empty()) return "";
  TextTable table({{say(style.language, "沿用的数值", "carried value"), Align::left},
                   {say(style.language, "取值", "value"), Align::left},
                   {say(style.language, "自", "since"), Align::left},
                   {say(style.language, "涉及支出（万元）", "outlay of later years resting on it"), Align::right}});
  constexpr int longest_name = 36;
  constexpr int longest_value = 30;
  for (const CarriedValue& value : result.carried) {
    table.row({clipped(value.name, longest_name), clipped(value.value, longest_value), to_string(value.since),
               wan_text(value.outlay)});
  }
  return section_title(say(style.language, "以后各年沿用、没有依据也没有假定增长的数值", "Carried on unchanged"),
                       style) +
         table.text(style.colour) +
         say(style.language, "按假定推算的数值见 parameters.csv 中“按 outlook.… 推算”的各行。\n",
             "Values extended by assumptions stand in parameters.csv with their arithmetic.\n");
}

}  // namespace

std::string years_section(const RunResult& result, const TableStyle& style) {
  if (result.years.size() < 2) return "";
  return money_table(result, style) + persons_table(result, style) + average_table(result, style) +
         flows_table(result, style) + carried_table(result, style);
}

}  // namespace disburse
