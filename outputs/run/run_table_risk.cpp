// The risk of a budget as tables: spreads by chance and by assumptions, chances of overspending, reserves, months.
#include "engine/support/text_width.hpp"
#include "outputs/run/run_table_sections.hpp"
#include "outputs/text/estimate_words.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::string name_of(const RiskFigure& figure, Language language) {
  if (figure.of == RiskFigure::Of::total) return say(language, "合计（全部科目）", "all lines");
  constexpr int width = 36;
  return clipped(figure.of == RiskFigure::Of::line ? figure.id + " " + figure.name : figure.name, width);
}

std::string band(const Spread& spread) { return wan_text(spread.p10) + " ~ " + wan_text(spread.p90); }

std::string chance_text(const RiskFigure& figure) {
  if (!figure.over) return "-";
  return percent_text(*figure.over, 1);
}

/// A figure that no draw moves has no row: its budget is kept or not, whatever happens.
bool moves(const RiskFigure& figure) {
  return figure.chance.deviation != Money{} || (figure.both && figure.both->deviation != Money{});
}

std::string figures_table(const RiskResult& risk, const TableStyle& style, int year) {
  const Language language = style.language;
  TextTable table({{say(language, "项目或科目", "programme or line"), Align::left},
                   {say(language, "预算", "budget"), Align::right},
                   {say(language, "均值", "mean"), Align::right},
                   {say(language, "标准差", "deviation"), Align::right},
                   {say(language, "个体随机 10%~90%", "chance, 10%~90%"), Align::right},
                   {say(language, "加上假定 10%~90%", "and assumptions"), Align::right},
                   {risk.assumptions > 0 ? say(language, "超支概率", "over")
                                         : say(language, "超支概率（只计死亡）", "over (deaths alone)"),
                    Align::right},
                   {say(language, "预备90%", "reserve 90%"), Align::right},
                   {say(language, "预备95%", "reserve 95%"), Align::right},
                   {say(language, "可能超支月", "from"), Align::left}});
  for (const RiskFigure& figure : risk.figures) {
    if (figure.year != year || !moves(figure)) continue;
    const Spread& all = figure.both ? *figure.both : figure.chance;
    if (figure.of == RiskFigure::Of::total) table.rule();
    table.row({name_of(figure, language), wan_or_dash(figure.budget), wan_text(all.mean), wan_text(all.deviation),
               band(figure.chance), figure.both ? band(*figure.both) : "-", chance_text(figure),
               figure.budget ? wan_text(figure.reserve_90) : "-", figure.budget ? wan_text(figure.reserve_95) : "-",
               figure.likely_over ? to_string(*figure.likely_over) : ""});
  }
  return table.text(style.colour);
}

std::string months_table(const RiskResult& risk, const TableStyle& style, int year) {
  const Language language = style.language;
  TextTable table({{say(language, "累计到月末", "spent to the end of"), Align::left},
                   {"10%", Align::right},
                   {"50%", Align::right},
                   {"90%", Align::right},
                   {"95%", Align::right}});
  for (const RiskMonth& month : risk.months) {
    if (month.month.year() != year) continue;
    const Spread& all = month.both ? *month.both : month.chance;
    table.row({to_string(month.month), wan_text(all.p10), wan_text(all.p50), wan_text(all.p90), wan_text(all.p95)});
  }
  return table.text(style.colour);
}

/// The whole, year by year.
std::string years_table(const RunResult& result, const TableStyle& style) {
  if (result.years.size() < 2) return "";
  const Language language = style.language;
  TextTable table({{say(language, "年度", "year"), Align::left},
                   {say(language, "均值", "mean"), Align::right},
                   {say(language, "标准差", "deviation"), Align::right},
                   {say(language, "个体随机 10%~90%", "chance, 10%~90%"), Align::right},
                   {say(language, "加上假定 10%~90%", "and assumptions"), Align::right}});
  for (const RiskFigure& figure : result.risk->figures) {
    if (figure.of != RiskFigure::Of::total) continue;
    const Spread& all = figure.both ? *figure.both : figure.chance;
    table.row({std::to_string(figure.year), wan_text(all.mean), wan_text(all.deviation), band(figure.chance),
               figure.both ? band(*figure.both) : "-"});
  }
  return section_title(say(language, "分年合计的风险（万元）", "Risk of all lines by year, in 10,000 yuan"), style) +
         table.text(style.colour);
}

std::string assumptions_table(const RiskResult& risk, const TableStyle& style) {
  if (risk.drawn.empty()) return "";
  const Language language = style.language;
  TextTable table({{say(language, "抽取的假定", "assumption drawn"), Align::left},
                   {say(language, "低(10%)", "low (10%)"), Align::right},
                   {say(language, "高(90%)", "high (90%)"), Align::right},
                   {say(language, "分布", "shape"), Align::left}});
  for (const DrawnAssumption& one : risk.drawn) {
    table.row({one.name + "  " + one.path, one.low, one.high, one.distribution});
  }
  return table.text(style.colour);
}

}  // namespace

std::string risk_section(const RunResult& result, const TableStyle& style) {
  if (!result.risk) return "";
  const RiskResult& risk = *result.risk;
  const Language language = style.language;
  const int year = result.fiscal_year;
  std::string text = section_title(say(language, "风险（万元）", "Risk, in 10,000 yuan"), style);
  text += figures_table(risk, style, year);
  text += say(language, "共 ", "") + count_text(risk.replicates, 0) + say(language, " 次随机模拟", " replicates");
  if (risk.assumptions > 0) {
    text +=
        say(language, "，假定 ", ", ") + count_text(risk.assumptions, 0) + say(language, " 组", " sets of assumptions");
  }
  text += say(language, "；分位数取实际出现过的数，均值和标准差（只含个体随机）与解析值对照见 run.json。\n",
              "; quantiles are amounts that came up; the closed form stands beside them in run.json.\n");
  text += estimate_sentence(result, language) + "\n";
  text += section_title(say(language, "累计支出（万元）", "Spent so far, in 10,000 yuan"), style);
  text += months_table(risk, style, year);
  return text + years_table(result, style) + assumptions_table(risk, style);
}

}  // namespace disburse
