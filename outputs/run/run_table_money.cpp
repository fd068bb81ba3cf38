// The first half of the run's table: headline, programmes, functional lines, and the months of the year.
#include <algorithm>

#include "outputs/run/run_table_sections.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

Cell difference_cell(const Comparison& amount) {
  const auto difference = amount.difference();
  if (!difference) return "-";
  return {signed_wan_text(*difference), *difference > Money() ? Tone::red : Tone::plain};
}

void append_comparison(std::vector<Cell>& cells, const Comparison& amount) {
  cells.emplace_back(wan_or_dash(amount.budget));
  cells.emplace_back(wan_text(amount.projected));
  cells.push_back(difference_cell(amount));
  cells.emplace_back(percent_text(amount.execution_rate()));
}

std::vector<Cell> programme_cells(const ProgrammeResult& programme, Language language) {
  std::vector<Cell> cells{name_in(programme, language),
                          programme.line ? *programme.line : say(language, "各科目", "several")};
  append_comparison(cells, programme.amount);
  cells.emplace_back(programme.headcount ? count_text(*programme.headcount, 0) : "-");
  cells.emplace_back(label(programme.basis, language));
  return cells;
}

/// The months of one calendar year that the run covers.
struct YearBlock {
  int year = 0;
  std::vector<Month> months;
};

std::vector<YearBlock> blocks_of(const std::vector<MonthlyFigure>& monthly) {
  std::vector<YearBlock> blocks;
  for (const MonthlyFigure& figure : monthly) {
    if (blocks.empty() || blocks.back().year != figure.month.year()) blocks.push_back({figure.month.year(), {}});
    blocks.back().months.push_back(figure.month);
  }
  return blocks;
}

/// What falls on the budget line in a month, blank for nothing as in the official tables.
std::string line_in(const std::vector<MonthlyFigure>& monthly, Month month) {
  const auto at =
      std::find_if(monthly.begin(), monthly.end(), [&](const MonthlyFigure& figure) { return figure.month == month; });
  return at == monthly.end() || at->line == Money() ? "" : wan_text(at->line);
}

std::vector<Cell> month_cells(const std::string& name, const std::vector<MonthlyFigure>& monthly,
                              const YearBlock& block) {
  constexpr int name_width = 20;  // twelve months of 万元 must fit beside it
  std::vector<Cell> cells{clipped(name, name_width)};
  for (const Month month : block.months) cells.emplace_back(line_in(monthly, month));
  return cells;
}

std::string month_block(const RunResult& result, const YearBlock& block, const TableStyle& style) {
  const Language language = style.language;
  // The sum of the row is the engine's figure for the fiscal year; other years have none.
  const bool fiscal = block.year == result.fiscal_year;
  std::vector<TextTable::Column> columns{{say(language, "项目", "programme"), Align::left}};
  for (const Month month : block.months) {
    const std::string number = std::to_string(month.month());
    columns.push_back({language == Language::zh ? number + "月" : to_string(month).substr(2), Align::right});
  }
  if (fiscal) columns.push_back({say(language, "全年", "year"), Align::right});
  TextTable table(std::move(columns), 1);
  for (const ProgrammeResult& programme : result.programmes) {
    auto cells = month_cells(name_in(programme, language), programme.monthly, block);
    if (fiscal) cells.emplace_back(wan_text(programme.amount.projected));
    table.row(std::move(cells));
  }
  auto cells = month_cells(say(language, "合计", "total"), result.monthly, block);
  if (fiscal) cells.emplace_back(wan_text(result.total.projected));
  table.total(std::move(cells));
  return table.text(style.colour);
}

}  // namespace

std::string section_title(const std::string& title, const TableStyle& style) {
  return "\n" + toned("[ " + title + " ]", Tone::bold, style.colour) + "\n";
}

const std::string& name_in(const ProgrammeResult& programme, Language language) {
  return language == Language::zh || programme.name_en.empty() ? programme.name : programme.name_en;
}

/// Which version of the budget is compared, where it is not the published one, and what came over from last year.
std::string version_note(const RunResult& result, Language language) {
  if (!result.total.budget || result.budget_version == "年初预算") return "";
  std::string text = say(language, "预算版本：", "budget version: ") + result.budget_version;
  for (const BudgetItem& item : result.carried_over)
    text += say(language, "；其中 ", "; of it carried over on ") + item.code + say(language, " 上年结转 ", " ") +
            wan_text(item.amount);
  return text + "\n";
}

std::string headline_section(const RunResult& result, const TableStyle& style) {
  const Language language = style.language;
  std::string title = result.scenario.name;
  if (!result.scenario.title.empty()) title += "  " + result.scenario.title;
  const std::string year = std::to_string(result.fiscal_year);
  title += "  " + (language == Language::zh ? year + " 年度" : "fiscal year " + year);
  title += "  " + to_string(result.manifest.horizon);
  title += "  " + say(language, "单位：万元", "amounts in 10,000 yuan");
  TextTable table({{say(language, "预算", "budget"), Align::right},
                   {say(language, "预计", "projected"), Align::right},
                   {say(language, "差异", "difference"), Align::right},
                   {say(language, "执行率", "execution"), Align::right}});
  std::vector<Cell> cells;
  append_comparison(cells, result.total);
  table.row(std::move(cells));
  return toned(printable(title), Tone::bold, style.colour) + "\n" + table.text(style.colour) +
         version_note(result, language);
}

std::string programmes_section(const RunResult& result, const TableStyle& style) {
  const Language language = style.language;
  TextTable table({{say(language, "项目", "programme"), Align::left},
                   {say(language, "科目", "line"), Align::left},
                   {say(language, "预算", "budget"), Align::right},
                   {say(language, "预计", "projected"), Align::right},
                   {say(language, "差异", "difference"), Align::right},
                   {say(language, "执行率", "execution"), Align::right},
                   {say(language, "人数(最多月)", "persons(top month)"), Align::right},
                   {say(language, "依据", "basis"), Align::left}});
  for (const ProgrammeResult& programme : result.programmes) table.row(programme_cells(programme, language));
  std::vector<Cell> cells{say(language, "合计", "total"), ""};
  append_comparison(cells, result.total);
  cells.emplace_back("");
  cells.emplace_back("");
  table.total(std::move(cells));
  return section_title(say(language, "分项目", "By programme"), style) + table.text(style.colour);
}

std::string lines_section(const RunResult& result, const TableStyle& style) {
  const Language language = style.language;
  TextTable table({{say(language, "科目", "line"), Align::left},
                   {say(language, "科目名称", "name"), Align::left},
                   {say(language, "预算", "budget"), Align::right},
                   {say(language, "预计", "projected"), Align::right},
                   {say(language, "差异", "difference"), Align::right},
                   {say(language, "执行率", "execution"), Align::right}});
  for (const LineFigure& line : result.lines) {
    std::vector<Cell> cells{line.code, line.name};
    append_comparison(cells, line.amount);
    table.row(std::move(cells));
  }
  std::vector<Cell> cells{say(language, "合计", "total"), ""};
  append_comparison(cells, result.total);
  table.total(std::move(cells));
  return section_title(say(language, "分功能科目", "By functional line"), style) + table.text(style.colour);
}

std::string months_section(const RunResult& result, const TableStyle& style) {
  std::string text;
  for (const YearBlock& block : blocks_of(result.monthly)) {
    if (result.years.size() > 1 && block.year != result.fiscal_year) continue;  // later months stand in the files
    const std::string year = std::to_string(block.year);
    text += section_title(style.language == Language::zh ? year + " 年分月支出（预算科目负担）"
                                                         : "Month by month " + year + " (what falls on the line)",
                          style);
    text += month_block(result, block, style);
  }
  return text;
}

}  // namespace disburse
