#include "outputs/writers/study.hpp"

#include <fmt/format.h>

#include "engine/support/text_table.hpp"
#include "outputs/number_text.hpp"
#include "outputs/writers/csv_table.hpp"

namespace disburse {
namespace {

std::string share_text(const Estimated& share) {
  return fmt::format("{:.3f} [{:.3f}, {:.3f}]", share.value, share.low, share.high);
}

std::string factor_name(const StudyResult& result, std::size_t factor) {
  const Factor& own = result.factors[factor];
  return own.inputs.size() == 1 && own.name == result.inputs[own.inputs.front()].path
             ? result.inputs[own.inputs.front()].name
             : own.name;
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
                   {say(language, "单独触及预算", "breaks at"), Align::right}});
  std::string dead;
  std::string odd;
  for (const TornadoBar& bar : result.tornado) {
    const StudyInput& input = result.inputs[bar.input];
    if (bar.dead) {
      dead += (dead.empty() ? "" : "、") + input.name;
      continue;
    }
    if (bar.one_sided) odd += (odd.empty() ? "" : "、") + input.name;
    const Money width = std::max(bar.at_high, bar.at_low) - std::min(bar.at_high, bar.at_low);
    table.row({input.name, input.low, input.base, input.high, signed_wan_text(bar.at_low - result.base),
               signed_wan_text(bar.at_high - result.base), wan_text(width),
               bar.elasticity ? signed_count_text(*bar.elasticity, 3) : "-", bar.breaks_at.value_or("-")});
  }
  std::string text = table.text();
  if (!dead.empty()) text += say(language, "不影响该结果的假定：", "move nothing: ") + dead + "\n";
  if (!odd.empty())
    text += say(language, "低、高两端方向相同（不是单调的）：", "both ends move it the same way: ") + odd + "\n";
  return text;
}

std::string slopes_text(const StudyResult& result, Language language) {
  TextTable table({{say(language, "假定", "assumption"), Align::left},
                   {say(language, "每增加一个单位（元）", "yuan a unit"), Align::right},
                   {say(language, "每增加一个百分点（元）", "yuan a percentage point"), Align::right},
                   {say(language, "算法", "how"), Align::left}});
  constexpr double fen_a_yuan = 100.0;
  for (const Slope& slope : result.slopes) {
    table.row({result.inputs[slope.input].name, signed_count_text(slope.fen_per_unit / fen_a_yuan, 2),
               slope.fen_per_point ? signed_count_text(*slope.fen_per_point / fen_a_yuan, 2) : "-",
               slope.exact ? say(language, "人次数，准确", "person-payments, exact")
                           : say(language, "中心差分", "central difference")});
  }
  return table.text();
}

std::string map_text(const StudyResult& result, Language language) {
  const HeatMap& map = *result.map;
  std::vector<TextTable::Column> columns{
      {result.inputs[map.first].name + " \\ " + result.inputs[map.second].name, Align::right}};
  for (const std::string& value : map.columns) columns.push_back({value, Align::right});
  TextTable table(columns);
  for (std::size_t r = 0; r < map.rows.size(); ++r) {
    std::vector<Cell> cells{map.rows[r]};
    for (const Money amount : map.amounts[r]) cells.emplace_back(wan_text(amount));
    table.row(std::move(cells));
  }
  return table.text() + say(language, "（万元）\n", "(10,000 yuan)\n");
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
  return table.text() + say(language, "各份额之和为 1；按情景所给的相关性。\n",
                            "Shares sum to 1, under the scenario's correlations.\n");
}

Json estimated_part(const Estimated& one) { return {{"value", one.value}, {"low", one.low}, {"high", one.high}}; }

}  // namespace

std::string study_table(const StudyResult& result, Language language) {
  std::string text =
      say(language, "敏感性：情景 ", "sensitivity: scenario ") + result.scenario + "  " + std::to_string(result.year) +
      "  " + result.output_name + say(language, "  基准 ", "  base ") + wan_text(result.base) +
      (result.budget ? say(language, "，预算 ", ", budget ") + wan_text(*result.budget) : std::string()) +
      say(language, "（万元）\n\n", " (10,000 yuan)\n\n");
  text += tornado_text(result, language);
  if (!result.slopes.empty()) text += "\n" + slopes_text(result, language);
  if (result.map) text += "\n" + map_text(result, language);
  if (result.morris) text += "\n" + morris_text(result, language);
  if (result.sobol) text += "\n" + sobol_text(result, language);
  if (result.shapley) text += "\n" + shapley_text(result, language);
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

Json study_part(const StudyResult& result) {
  Json part;
  part["method"] = result.method;
  part["line"] = result.line.empty() ? Json(nullptr) : Json(result.line);
  part["programme"] = result.programme.empty() ? Json(nullptr) : Json(result.programme);
  part["output"] = result.output_name;
  part["year"] = result.year;
  part["base_fen"] = result.base.fen();
  part["budget_fen"] = result.budget ? Json(result.budget->fen()) : Json(nullptr);
  part["inputs"] = Json::array();
  for (const StudyInput& input : result.inputs) {
    part["inputs"].push_back({{"path", input.path},
                              {"name", input.name},
                              {"unit", input.unit},
                              {"distribution", input.distribution},
                              {"source", input.source},
                              {"low", input.low},
                              {"base", input.base},
                              {"high", input.high}});
  }
  part["tornado"] = Json::array();
  for (const TornadoBar& bar : result.tornado) {
    part["tornado"].push_back({{"path", result.inputs[bar.input].path},
                               {"at_low_fen", bar.at_low.fen()},
                               {"at_high_fen", bar.at_high.fen()},
                               {"elasticity", or_null(bar.elasticity)},
                               {"breaks_at", or_null(bar.breaks_at)},
                               {"dead", bar.dead},
                               {"one_sided", bar.one_sided}});
  }
  if (!result.slopes.empty()) {
    part["gradient"] = Json::array();
    for (const Slope& slope : result.slopes) {
      part["gradient"].push_back({{"path", result.inputs[slope.input].path},
                                  {"fen_per_unit", slope.fen_per_unit},
                                  {"fen_per_percentage_point", or_null(slope.fen_per_point)},
                                  {"exact", slope.exact}});
    }
  }
  if (result.map) {
    Json rows = Json::array();
    for (const auto& amounts : result.map->amounts) {
      Json row = Json::array();
      for (const Money amount : amounts) row.push_back(amount.fen());
      rows.push_back(std::move(row));
    }
    part["heatmap"] = {{"first", result.inputs[result.map->first].path},
                       {"second", result.inputs[result.map->second].path},
                       {"first_values", result.map->rows},
                       {"second_values", result.map->columns},
                       {"fen", std::move(rows)}};
  }
  part["factors"] = Json::array();
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    Json factor{{"name", factor_name(result, f)}, {"inputs", Json::array()}};
    for (const std::size_t input : result.factors[f].inputs) factor["inputs"].push_back(result.inputs[input].path);
    if (result.morris) {
      const ElementaryEffect& effect = result.morris->effects[f];
      factor["mu_fen"] = effect.mu;
      factor["mu_star_fen"] = effect.mu_star;
      factor["sigma_fen"] = effect.sigma;
    }
    if (result.sobol) {
      factor["first"] = estimated_part(result.sobol->first[f]);
      factor["total"] = estimated_part(result.sobol->total[f]);
    }
    if (result.shapley && result.factors[f].inputs.size() == 1)
      factor["shapley"] = estimated_part(result.shapley->share[result.factors[f].inputs.front()]);
    part["factors"].push_back(std::move(factor));
  }
  if (result.sobol) {
    Json second = Json::array();
    for (const SecondOrder& pair : result.sobol->second) {
      second.push_back({{"first", factor_name(result, pair.first)},
                        {"second", factor_name(result, pair.second)},
                        {"index", estimated_part(pair.index)}});
    }
    Json convergence = Json::array();
    for (const auto& [samples, totals] : result.sobol->convergence)
      convergence.push_back({{"samples", samples}, {"totals", totals}});
    part["sobol"] = {{"mean_fen", result.sobol->mean},    {"variance_fen2", result.sobol->variance},
                     {"samples", result.sobol->samples},  {"evaluations", result.sobol->evaluations},
                     {"second_order", std::move(second)}, {"convergence", std::move(convergence)}};
  }
  part["probability_over_budget"] = or_null(result.any_breaks);
  part["full_runs"] = result.full_runs;
  part["interpolation_error"] = or_null(result.surrogate_error);
  return part;
}

std::string study_json(const StudyResult& result, const Manifest& manifest) {
  Json document;
  document["schema"] = "disburse/sensitivity/1";
  document["scenario"] = result.scenario;
  document.update(study_part(result));
  document["findings"] = Json::array();
  document["manifest"] = manifest_part(manifest);
  return json_text(document);
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
