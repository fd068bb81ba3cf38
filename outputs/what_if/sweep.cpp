#include "outputs/what_if/sweep.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/text/csv_table.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::string change_percent(Money changed, Money base) {
  if (base == Money{}) return "-";
  const double fraction = static_cast<double>((changed - base).fen()) / static_cast<double>(base.fen());
  return (fraction > 0 ? "+" : "") + percent_text(fraction);
}

}  // namespace

std::string sweep_table(const SweepResult& result, Language language) {
  std::vector<TextTable::Column> columns{{say(language, "点", "point"), Align::right}};
  for (const SweptParameter& parameter : result.parameters) columns.push_back({parameter.name, Align::right});
  const std::vector<int> years = years_of(result);
  if (years.size() > 1) columns.push_back({say(language, "年度", "year"), Align::right});
  columns.push_back({say(language, "市级支出（万元）", "city's lines, 10,000 yuan"), Align::right});
  columns.push_back({say(language, "比基准", "against the base"), Align::right});
  columns.push_back({say(language, "变动", "change"), Align::right});
  TextTable table(columns);
  for (const SweepPoint& point : result.points) {
    for (const int year : years) {
      const Money base = total_of(result, result.base, year);
      const Money total = total_of(result, point.amounts, year);
      std::vector<Cell> cells{std::to_string(point.number)};
      for (const std::string& value : point.values) cells.emplace_back(value);
      if (years.size() > 1) cells.emplace_back(std::to_string(year));
      for (const std::string& text : {wan_text(total), signed_wan_text(total - base), change_percent(total, base)}) {
        cells.emplace_back(text);
      }
      table.row(cells);
    }
  }
  return say(language, "情景 ", "scenario ") + result.scenario + say(language, "，共 ", ", ") +
         std::to_string(result.points.size()) + say(language, " 个点\n", " points\n") + table.text();
}

std::string sweep_json(const SweepResult& result, const DoubtedManifest& manifest) {
  Json document;
  document["schema"] = "disburse/sweep/1";
  document["scenario"] = result.scenario;
  document["parameters"] = Json::array();
  for (const SweptParameter& parameter : result.parameters) {
    document["parameters"].push_back(
        {{"path", parameter.path}, {"name", parameter.name}, {"values", parameter.values}});
  }
  document["lines"] = Json::array();
  for (std::size_t i = 0; i < result.lines.size(); ++i) {
    const SweptLine& line = result.lines[i];
    document["lines"].push_back(
        {{"year", line.year}, {"code", line.line}, {"name", line.name}, {"base_fen", result.base[i].fen()}});
  }
  document["points"] = Json::array();
  for (const SweepPoint& point : result.points) {
    Json amounts = Json::array();
    for (const Money amount : point.amounts) amounts.push_back(amount.fen());
    document["points"].push_back({{"number", point.number}, {"values", point.values}, {"fen", std::move(amounts)}});
  }
  document["findings"] = findings_part(doubts_and(manifest));
  document["manifest"] = manifest_part(manifest);
  return json_text(document);
}

std::string sweep_csv(const SweepResult& result) {
  std::vector<CsvColumn> columns{{"点", "point"}};
  for (const SweptParameter& parameter : result.parameters) columns.push_back({parameter.name, parameter.path});
  for (const CsvColumn& column : std::vector<CsvColumn>{{"年度", "year"},
                                                        {"科目编码", "code"},
                                                        {"科目", "name"},
                                                        {"金额（元）", "amount"},
                                                        {"比基准（元）", "difference"}}) {
    columns.push_back(column);
  }
  CsvTable table(columns);
  for (const SweepPoint& point : result.points) {
    for (std::size_t i = 0; i < result.lines.size(); ++i) {
      const SweptLine& line = result.lines[i];
      table.integer(static_cast<std::int64_t>(point.number));
      for (const std::string& value : point.values) table.text(value);
      table.integer(line.year).text(line.line).text(line.name);
      table.money(point.amounts[i]).money(point.amounts[i] - result.base[i]).end_row();
    }
  }
  return table.bytes();
}

}  // namespace disburse
