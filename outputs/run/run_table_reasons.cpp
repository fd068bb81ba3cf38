// The second half of the run's table: why, who pays, the population, what the figures rest on, what was
// found.
#include <algorithm>

#include "outputs/run/run_table_sections.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

Cell effect_cell(Money effect) { return {signed_wan_text(effect), effect > Money() ? Tone::red : Tone::plain}; }

Cell difference_or_dash(const Comparison& amount) {
  const auto difference = amount.difference();
  return difference ? effect_cell(*difference) : Cell("-");
}

/// "- sentence", later lines indented under the first.
std::string bullet(const std::string& sentence) {
  std::string text;
  for (const std::string& line : wrapped(printable(sentence), paragraph_width - 2)) {
    text += (text.empty() ? "- " : "  ") + line + "\n";
  }
  return text;
}

std::vector<Cell> meaning_cells(const ProgrammeResult& programme, Language language) {
  const DifferenceMeaning& meaning = *programme.meaning;
  return {name_in(programme, language),
          say(language, meaning.unit_name),
          meaning.budget_units == 0.0 ? "-" : count_text(meaning.budget_units, 1),
          count_text(meaning.projected_units, 1),
          meaning.budget_units == 0.0 ? "-" : grouped_yuan_text(meaning.budget_price),
          grouped_yuan_text(meaning.projected_price),
          effect_cell(meaning.volume_effect),
          effect_cell(meaning.price_effect),
          difference_or_dash(programme.amount)};
}

Money paid_by(const ProgrammeResult& programme, const Payer& payer) {
  const auto at = std::find_if(programme.by_payer.begin(), programme.by_payer.end(),
                               [&](const auto& entry) { return entry.first == payer; });
  return at == programme.by_payer.end() ? Money() : at->second;
}

std::vector<Cell> flow_cells(const PopulationFlow& flow, Language language) {
  const FlowMonth& year = flow.year;
  std::vector<Cell> cells{label(flow.scheme, language)};
  for (const double count : {year.opening, year.entrants, year.deaths, year.other_exits, year.closing}) {
    cells.emplace_back(count_text(count, 1));
  }
  return cells;
}

constexpr std::size_t findings_shown = 5;

std::string finding_line(const Finding& finding, Language language) {
  const std::string message = say(language, finding.message);
  return bullet(finding.where.empty() ? message : say(language, finding.where) + ": " + message);
}

/// A heading with the count; errors and warnings also show their first few.
std::string findings_of(const RunResult& result, Severity severity, Language language) {
  std::size_t found = 0;
  std::string shown;
  for (const Finding& finding : result.findings) {
    if (finding.severity != severity) continue;
    ++found;
    if (severity != Severity::note && found <= findings_shown) shown += finding_line(finding, language);
  }
  if (found == 0) return "";
  const std::string count = std::to_string(found);
  std::string text =
      label(severity, language) + (language == Language::zh ? " " + count + " 条\n" : ": " + count + "\n");
  text += shown;
  if (severity != Severity::note && found > findings_shown) {
    const std::string rest = std::to_string(found - findings_shown);
    text += language == Language::zh ? "  （另有 " + rest + " 条）\n" : "  (" + rest + " more)\n";
  }
  return text;
}

}  // namespace

std::string meaning_section(const RunResult& result, const TableStyle& style) {
  const Language language = style.language;
  TextTable table({{say(language, "项目", "programme"), Align::left},
                   {say(language, "计量", "unit"), Align::left},
                   {say(language, "预算数量", "units budget"), Align::right},
                   {say(language, "预计数量", "projected"), Align::right},
                   {say(language, "预算单价(元)", "yuan/unit budget"), Align::right},
                   {say(language, "预计单价(元)", "projected"), Align::right},
                   {say(language, "数量影响", "volume"), Align::right},
                   {say(language, "单价影响", "price"), Align::right},
                   {say(language, "差异", "difference"), Align::right}});
  std::string sentences;
  bool any = false;
  for (const ProgrammeResult& programme : result.programmes) {
    if (!programme.meaning || programme.amount.difference() == Money()) continue;
    any = true;
    table.row(meaning_cells(programme, language));
    std::string told;
    for (const Message& sentence : programme.meaning->sentences) {
      told += (told.empty() || language == Language::zh ? "" : " ") + say(language, sentence);
    }
    if (!told.empty()) sentences += bullet(name_in(programme, language) + say(language, "：", ": ") + told);
  }
  if (!any) return "";
  return section_title(say(language, "差异原因", "Why"), style) + table.text(style.colour) + sentences;
}

std::string payers_section(const RunResult& result, const TableStyle& style) {
  const Language language = style.language;
  const std::vector<Payer> payers = payers_of(result.programmes);
  std::vector<TextTable::Column> columns{{say(language, "项目", "programme"), Align::left}};
  for (const Payer& payer : payers) columns.push_back({label(payer, language), Align::right});
  columns.push_back({say(language, "全部支出", "whole outlay"), Align::right});
  TextTable table(std::move(columns));
  for (const ProgrammeResult& programme : result.programmes) {
    std::vector<Cell> cells{name_in(programme, language)};
    for (const Payer& payer : payers) {
      const Money amount = paid_by(programme, payer);
      cells.emplace_back(amount == Money() ? "" : wan_text(amount));
    }
    cells.emplace_back(wan_text(programme.outlay));
    table.row(std::move(cells));
  }
  return section_title(say(language, "资金负担", "Who pays"), style) + table.text(style.colour);
}

std::string population_section(const RunResult& result, const TableStyle& style) {
  if (result.population.empty() || result.years.size() > 1) return "";
  const Language language = style.language;
  TextTable table({{say(language, "险种", "scheme"), Align::left},
                   {say(language, "期初", "opening"), Align::right},
                   {say(language, "新增", "entrants"), Align::right},
                   {say(language, "死亡", "deaths"), Align::right},
                   {say(language, "其他减少", "other exits"), Align::right},
                   {say(language, "期末", "closing"), Align::right}});
  for (const PopulationFlow& flow : result.population) table.row(flow_cells(flow, language));
  return section_title(say(language, "领取待遇人员变动（人）", "Pensioners, persons"), style) +
         table.text(style.colour) +
         say(language, "期望人数，各数分别四舍五入，末位可能不闭合；完整数字见 run.json。\n",
             "Expected numbers, each rounded on its own; the last digit need not add up. Full figures are in "
             "run.json.\n");
}

std::string basis_section(const RunResult& result, const TableStyle& style) {
  if (!result.total.budget) return "";
  const Language language = style.language;
  TextTable table({{say(language, "依据", "basis"), Align::left},
                   {say(language, "占预算", "share of budget"), Align::right},
                   {say(language, "含义", "meaning"), Align::left}});
  const BasisShare& share = result.basis_share;
  table.row(
      {label(Basis::projected, language), percent_text(share.projected, 1),
       say(language, "由人数与标准独立算出，可与预算相互检验", "independent rates and counts; a test of the budget")});
  table.row({label(Basis::calibrated, language), percent_text(share.calibrated, 1),
             say(language, "有一个参数由本项预算反推，年度总额不能检验预算",
                 "one figure solved from this line's budget; its total proves nothing")});
  table.row({label(Basis::planned, language), percent_text(share.planned, 1),
             say(language, "金额或单价取自预算本身", "amount or unit cost is the budget's own")});
  std::string text =
      section_title(say(language, "预算的依据构成", "What the budget rests on"), style) + table.text(style.colour);
  // What is projected by itself is only as independent as its headcount: that is said, not left to be assumed.
  for (const ProgrammeResult& programme : result.programmes) {
    if (programme.basis != Basis::projected) continue;
    const Message reason = Message::named(programme.basis_reason, programme.basis_reason_en);
    text += bullet(name_in(programme, language) + say(language, "：", ": ") + say(language, reason));
  }
  return text;
}

std::string findings_section(const RunResult& result, const TableStyle& style, const std::string& budget_check) {
  if (result.findings.empty()) return "";
  const Language language = style.language;
  std::string text = section_title(say(language, "核对发现", "Findings"), style);
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    text += findings_of(result, severity, language);
  }
  if (budget_check.empty()) return text;
  return text + say(language, "预算文件的完整清单：", "The budget document's full list: ") + printable(budget_check) +
         "\n";
}

}  // namespace disburse
