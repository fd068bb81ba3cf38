// The band of the year with everything that is assumed, and the readings of the source side by side.
#include <algorithm>

#include "engine/support/text_width.hpp"
#include "outputs/run/run_table_sections.hpp"
#include "outputs/text/band_words.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

constexpr int name_width = 40;

/// A figure that nothing assumed moves has no row.
bool moves(const BandFigure& figure) { return figure.p10 != figure.p90; }

std::string lines_table(const BandResult& bands, const TableStyle& style) {
  const Language language = style.language;
  TextTable table({{say(language, "科目", "line"), Align::left},
                   {say(language, "预算", "budget"), Align::right},
                   {say(language, "预计", "estimate"), Align::right},
                   {"10%", Align::right},
                   {say(language, "中位数", "median"), Align::right},
                   {"90%", Align::right},
                   {say(language, "超支概率", "over"), Align::right},
                   {say(language, "预备90%", "reserve 90%"), Align::right}});
  for (const BandFigure& figure : bands.figures) {
    if (figure.of == BandFigure::Of::programme || !moves(figure)) continue;
    const bool whole = figure.of == BandFigure::Of::total;
    if (whole) table.rule();
    table.row({whole ? say(language, "合计", "all lines") : clipped(figure.id + " " + figure.name, name_width),
               wan_or_dash(figure.budget), wan_text(figure.estimate), wan_text(figure.p10), wan_text(figure.p50),
               wan_text(figure.p90), percent_text(figure.over, 0),
               figure.budget ? wan_text(figure.reserve_90) : std::string("-")});
  }
  return table.text(style.colour);
}

/// Whether the answers of a question differ in anything shown.
bool matters(const BandAssumption& question) {
  const BandAnswer& base = question.answers.front();
  return std::any_of(question.answers.begin(), question.answers.end(), [&](const BandAnswer& answer) {
    return answer.amounts != base.amounts || answer.before != base.before;
  });
}

/// Where an end of a range stands among what is drawn.
std::string end_text(const BandAnswer& end) {
  if (end.id == "low") return "P10";
  return end.id == "high" ? "P90" : "-";
}

/// Both years where the run has them, the readings of each question under one another; those without effect by name.
std::string answers_table(const BandResult& bands, const TableStyle& style) {
  const Language language = style.language;
  std::vector<std::size_t> shown;
  for (std::size_t f = 0; f < bands.figures.size(); ++f) {
    if (bands.figures[f].of != BandFigure::Of::programme && moves(bands.figures[f])) shown.push_back(f);
  }
  bool before = false;
  for (const BandAssumption& one : bands.assumptions) {
    if (!one.answers.empty()) before = !one.answers.front().before.empty();
  }
  std::vector<TextTable::Column> columns{{say(language, "口径", "reading"), Align::left},
                                         {say(language, "权重", "weight"), Align::right}};
  for (const std::size_t f : shown) {
    const BandFigure& figure = bands.figures[f];
    columns.push_back({figure.of == BandFigure::Of::total ? say(language, "合计", "all") : figure.id, Align::right});
  }
  const auto row = [&](const std::string& name, const std::string& weight, const std::vector<Money>& amounts) {
    std::vector<Cell> cells{name, weight};
    for (const std::size_t f : shown) cells.emplace_back(wan_text(amounts[f]));
    return cells;
  };
  std::string text, idle;
  for (const BandAssumption& question : bands.assumptions) {
    if (question.answers.empty()) continue;
    if (!matters(question)) {
      idle += (idle.empty() ? "" : say(language, "、", "; ")) + name_of(question, language);
      continue;
    }
    TextTable table(columns, 1);
    const bool weighed = question.kind == BandAssumption::Kind::question;
    for (const BandAnswer& answer : question.answers) {
      const std::string name = clipped(name_of(answer, language), name_width);
      table.row(row(name + (&answer == &question.answers.front() ? say(language, "（基准）", " (base)") : ""),
                    weighed ? percent_text(answer.weight, 0) : end_text(answer), answer.amounts));
      if (before) table.row(row(say(language, "　", "  ") + std::to_string(bands.year - 1), "", answer.before));
    }
    text += name_of(question, language) + "\n" + table.text(style.colour);
    if (!before || !weighed) continue;  // the year before tests the readings: why the base is the base
    const std::string why =
        say(language, "为什么以此为基准：", "why this is the base: ") + question.answers.front().reason;
    for (const std::string& line : wrapped(why, paragraph_width)) text += line + "\n";
  }
  if (!idle.empty()) idle = say(language, "口径不影响本期：", "readings without effect here: ") + idle + "\n";
  if (text.empty()) return idle;
  text += idle;
  return section_title(std::to_string(bands.year) +
                           say(language, " 年不同口径对照（万元）", ": readings of the source, in 10,000 yuan"),
                       style) +
         text;
}

}  // namespace

std::string band_lead(const RunBeside& beside, const TableStyle& style) {
  if (!beside.bands) return "";
  std::string text;
  for (const std::string& sentence : band_sentences(*beside.bands, style.language))
    for (const std::string& line : wrapped(sentence, paragraph_width)) text += line + "\n";
  return text;
}

std::string bands_section(const RunBeside& beside, const TableStyle& style) {
  if (!beside.bands) return "";
  const Language language = style.language;
  std::string text =
      section_title(say(language, "区间：全部假定一起变动（万元）", "Band: all that is assumed, in 10,000 yuan"),
                    style) +
      lines_table(*beside.bands, style);
  if (!beside.bands->unranged.empty()) {
    text += say(language, "没有范围的假定 ", "assumptions without a range: ") +
            count_text(static_cast<double>(beside.bands->unranged.size()), 0) + say(language, " 项", "") +
            (beside.ranges_check.empty() ? say(language, "。\n", ".\n")
                                         : say(language, "（", " (") + printable(beside.ranges_check) +
                                               say(language, " 逐项列出）。\n", " lists them).\n"));
  }
  return text + answers_table(*beside.bands, style);
}

}  // namespace disburse
