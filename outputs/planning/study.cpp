#include "outputs/planning/study.hpp"

#include <fmt/format.h>

#include "engine/support/text_table.hpp"
#include "outputs/text/csv_table.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"
#include "outputs/text/study_words.hpp"

namespace disburse {
namespace {

std::string share_text(const Estimated& share) {
  return fmt::format("{:.3f} [{:.3f}, {:.3f}]", share.value, share.low, share.high);
}

constexpr int page_width = 118;  // columns of a terminal
constexpr int name_width = 28, value_width = 9;

/// A sentence of names in lines that fit.
std::string in_lines(const std::string& sentence) {
  std::string text;
  for (const std::string& line : wrapped(sentence, page_width)) text += line + "\n";
  return text;
}

bool fits(const std::string& text, int width) { return display_width(text) <= width; }

/// What a row had to cut short, below it and in full.
void tell_in_full(TextTable& table, const StudyInput& input, Language language) {
  if (fits(input.name, name_width) && fits(input.low, value_width) && fits(input.base, value_width) &&
      fits(input.high, value_width))
    return;
  constexpr int indent = 4;
  const std::string sentence = input.name + say(language, "：低 ", ": low ") + input.low +
                               say(language, "，基准 ", ", base ") + input.base + say(language, "，高 ", ", high ") +
                               input.high;
  for (const std::string& line : wrapped(sentence, page_width - indent)) table.note(std::string(indent, ' ') + line);
}

std::string tornado_text(const StudyResult& result, Language language) {
  TextTable table({{say(language, "假定", "assumption"), Align::left},
                   {say(language, "低", "low"), Align::right},
                   {say(language, "基准", "base"), Align::right},
                   {say(language, "高", "high"), Align::right},
                   {say(language, "取低时", "at low"), Align::right},
                   {say(language, "取高时", "at high"), Align::right},
                   {say(language, "幅度", "width"), Align::right},
                   {say(language, "弹性", "elasticity"), Align::right},
                   {say(language, "触及预算", "breaks at"), Align::right}});
  std::string dead;
  std::string odd;
  for (const TornadoBar& bar : result.tornado) {
    const StudyInput& input = result.inputs[bar.input];
    if (bar.dead) {
      dead += (dead.empty() ? "" : say(language, "、", ", ")) + input.name;
      continue;
    }
    if (bar.one_sided) odd += (odd.empty() ? "" : say(language, "、", ", ")) + input.name;
    const Money width = std::max(bar.at_high, bar.at_low) - std::min(bar.at_high, bar.at_low);
    table.row({clipped(input.name, name_width), clipped(input.low, value_width), clipped(input.base, value_width),
               clipped(input.high, value_width), signed_wan_text(bar.at_low - result.base),
               signed_wan_text(bar.at_high - result.base), wan_text(width),
               bar.elasticity ? signed_count_text(*bar.elasticity, 3) : "-",
               clipped(bar.breaks_at.value_or("-"), value_width)});
    tell_in_full(table, input, language);
  }
  std::string text = table.text();
  if (!dead.empty()) text += in_lines(say(language, "不影响该结果的假定：", "move nothing: ") + dead);
  if (!odd.empty())
    text += in_lines(say(language, "低、高两端方向相同（不是单调的）：", "both ends move it the same way: ") + odd);
  return text;
}

std::string cases_text(const StudyResult& result, Language language) {
  TextTable table({{say(language, "情景", "case"), Align::left},
                   {say(language, "支出（万元）", "spending, 10,000 yuan"), Align::right},
                   {say(language, "与基准差", "against the base"), Align::right},
                   {say(language, "用完预算的月份", "budget used up in"), Align::left}});
  for (const StudyCase& one : result.cases) {
    table.row({say(language, one.name), wan_text(one.amount), signed_wan_text(one.amount - result.base),
               one.exhausted ? to_string(*one.exhausted) : "-"});
  }
  return "\n" + table.text() +
         say(language, "乐观、悲观：各项假定都取支出少、多的一端；压力：离基准加倍，不超过上下限。\n",
             "optimistic, pessimistic: all assumptions at the end that spends less, more; stress: twice as far, within "
             "their "
             "bounds.\n");
}

std::string slopes_text(const StudyResult& result, Language language) {
  TextTable table({{say(language, "假定", "assumption"), Align::left},
                   {say(language, "每增加一个单位（元）", "yuan a unit"), Align::right},
                   {say(language, "每增加一个百分点（元）", "yuan a percentage point"), Align::right},
                   {say(language, "算法", "how"), Align::left}});
  constexpr double fen_a_yuan = 100.0;
  for (const Slope& slope : result.slopes) {
    constexpr int slope_name = 44;
    table.row(
        {clipped(result.inputs[slope.input].name, slope_name), signed_count_text(slope.fen_per_unit / fen_a_yuan, 2),
         slope.fen_per_point ? signed_count_text(*slope.fen_per_point / fen_a_yuan, 2) : "-",
         slope.dead ? say(language, "不影响", "moves nothing")
         : slope.exact
             ? say(language, "导数", "derivative")
             : say(language, "按人取整或已结转，差分（四阶）", "whole or carried members: differences, fourth order")});
  }
  return table.text();
}

std::string map_text(const StudyResult& result, Language language) {
  const HeatMap& map = *result.map;
  std::vector<TextTable::Column> columns{{say(language, "纵 \\ 横", "down \\ across"), Align::right}};
  for (const std::string& value : map.columns) columns.push_back({clipped(value, value_width + 1), Align::right});
  TextTable table(columns);
  for (std::size_t r = 0; r < map.rows.size(); ++r) {
    std::vector<Cell> cells{clipped(map.rows[r], value_width + 1)};
    for (const Money amount : map.amounts[r]) cells.emplace_back(wan_text(amount));
    table.row(std::move(cells));
  }
  return in_lines(say(language, "纵：", "down: ") + result.inputs[map.first].name +
                  say(language, "；横：", "; across: ") + result.inputs[map.second].name) +
         table.text() + say(language, "（万元）\n", "(10,000 yuan)\n");
}

std::string morris_text(const StudyResult& result, Language language) {
  TextTable table({{say(language, "因素", "factor"), Align::left},
                   {"mu", Align::right},
                   {"mu*", Align::right},
                   {"sigma", Align::right}});
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    const ElementaryEffect& effect = result.morris->effects[f];
    const auto wan = [](double fen) { return wan_text(Money::fen(static_cast<std::int64_t>(fen))); };
    table.row({factor_name(result, f), wan(effect.mu), wan(effect.mu_star), wan(effect.sigma)});
  }
  return table.text() +
         fmt::format(fmt::runtime(say(language, "{} 条轨迹，{} 档网格，{} 个点。\n",
                                      "{} trajectories over a grid of {} levels, {} points.\n")),
                     result.trajectories, result.levels, result.morris->evaluations) +
         say(language, "每个因素从最低到最高的平均影响（万元）；sigma 大表示与别的因素相互作用或非线性。\n",
             "Mean effect of the whole range of a factor (10,000 yuan); a large sigma tells interactions.\n");
}

std::string sobol_text(const StudyResult& result, Language language) {
  TextTable table({{say(language, "因素", "factor"), Align::left},
                   {say(language, "一阶 [95%区间]", "first order [95 %]"), Align::right},
                   {say(language, "总效应 [95%区间]", "total [95 %]"), Align::right}});
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    if (result.sobol->total[f].value == 0.0) continue;
    table.row({factor_name(result, f), share_text(result.sobol->first[f]), share_text(result.sobol->total[f])});
  }
  std::string text = table.text();
  for (const SecondOrder& pair : result.sobol->second) {
    if (result.sobol->total[pair.first].value == 0.0 || result.sobol->total[pair.second].value == 0.0) continue;
    text += factor_name(result, pair.first) + " × " + factor_name(result, pair.second) + "  " + share_text(pair.index) +
            "\n";
  }
  constexpr double fen_a_wan = 1e6;
  text += fmt::format(fmt::runtime(say(language, "均值 {:.2f}，标准差 {:.2f} 万元；N = {}，{} 个点。\n",
                                       "mean {:.2f}, deviation {:.2f} (10,000 yuan); N = {}, {} points.\n")),
                      result.sobol->mean / fen_a_wan, std::sqrt(result.sobol->variance) / fen_a_wan,
                      result.sobol->samples, result.sobol->evaluations);
  text += say(language, "总效应随 N 的收敛：", "convergence of the totals: ");
  for (const auto& [samples, totals] : result.sobol->convergence) {
    double sum = 0.0;
    for (const double total : totals) sum += total;
    text += fmt::format("N={} {:.3f}  ", samples, sum);
  }
  return text + "\n";
}

std::string shapley_text(const StudyResult& result, Language language) {
  TextTable table({{say(language, "假定", "assumption"), Align::left},
                   {say(language, "方差份额 [95%区间]", "share of the variance [95 %]"), Align::right}});
  for (std::size_t k = 0; k < result.inputs.size(); ++k) {
    if (result.shapley->share[k].value != 0.0) table.row({result.inputs[k].name, share_text(result.shapley->share[k])});
  }
  return table.text() +
         say(language, "各份额之和为 1；按情景所给的相关性。", "Shares sum to 1, under the scenario's correlations.") +
         held_text(result, language) + "\n";
}

std::string measure_name(const StudyResult& result, Language language) {
  if (result.budget_kind == "draft") return say(language, "草案（即基准）", "draft (its base)");
  if (result.budget_kind == "limit") return say(language, "限额", "limit");
  return say(language, "预算", "budget");
}

}  // namespace

std::string study_table(const StudyResult& result, Language language) {
  std::string text =
      say(language, "敏感性：情景 ", "sensitivity: scenario ") + result.scenario + "  " + std::to_string(result.year) +
      "  " + say(language, result.output_name) + say(language, "  基准 ", "  base ") + wan_text(result.base) +
      (result.budget ? say(language, "，", ", ") + measure_name(result, language) + " " + wan_text(*result.budget)
                     : std::string()) +
      say(language, "（万元）\n\n", " (10,000 yuan)\n\n");
  text += tornado_text(result, language);
  if (!result.slopes.empty()) text += "\n" + slopes_text(result, language);
  if (result.map) text += "\n" + map_text(result, language);
  if (result.morris) text += "\n" + morris_text(result, language);
  if (result.sobol) text += "\n" + sobol_text(result, language);
  if (result.shapley) text += "\n" + shapley_text(result, language);
  if (!result.cases.empty()) text += cases_text(result, language);
  if (result.any_breaks)
    text += say(language, "各假定一起变动，超过预算的概率：", "chance above the budget, all drawn together: ") +
            percent_text(result.any_breaks, 1) + "\n";
  if (result.morris || result.sobol || result.shapley) {
    text +=
        result.surrogate_error
            ? fmt::format(fmt::runtime(say(
                              language, "全部测算 {} 次，其余内插；50 个抽查点与全部测算相差至多 {:.1e}。\n",
                              "{} full projections, the rest interpolated; 50 sampled points are within {:.1e}.\n")),
                          result.full_runs, *result.surrogate_error)
            : fmt::format(fmt::runtime(say(language, "每个点都全部测算，共 {} 次。\n",
                                           "every point is a full projection, {} in all.\n")),
                          result.full_runs);
  }
  return text;
}

std::string study_csv(const StudyResult& result) {
  CsvTable table({{"假定", "path"},
                  {"名称", "name"},
                  {"低", "low"},
                  {"基准", "base"},
                  {"高", "high"},
                  {"取低时（元）", "at_low"},
                  {"取高时（元）", "at_high"},
                  {"弹性", "elasticity"},
                  {"单独触及预算", "breaks_at"}});
  for (const TornadoBar& bar : result.tornado) {
    const StudyInput& input = result.inputs[bar.input];
    table.text(input.path).text(input.name).text(input.low).text(input.base).text(input.high);
    table.money(bar.at_low).money(bar.at_high).number(bar.elasticity).text(bar.breaks_at.value_or("")).end_row();
  }
  return table.bytes();
}

}  // namespace disburse
