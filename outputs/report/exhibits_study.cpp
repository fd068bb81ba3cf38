// A sensitivity study: what moves most, what explains the spread.
#include <cmath>

#include "outputs/report/study_exhibits.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"
#include "outputs/text/study_words.hpp"

namespace disburse {
namespace {

constexpr double fen_a_yuan = 100.0, fen_a_wan = 1e6;
constexpr std::size_t most_bars = 20;  // that a page has room for

/// "0.812 [0.790, 0.834]" of an estimate with its interval.
std::string share_text(const Estimated& share) {
  const auto text = [](double number) { return count_text(number, 3); };
  return text(share.value) + " [" + text(share.low) + ", " + text(share.high) + "]";
}

ExhibitColumn value_column(std::string heading) { return {std::move(heading), ColumnType::value, 0, false, "-"}; }

ExhibitColumn signed_count_column(std::string heading, int decimals) {
  return {std::move(heading), ColumnType::count, decimals, true, "-"};
}

Exhibit tornado(const StudyResult& study, const Wording& words) {
  Exhibit one = exhibit_of(
      "tornado", words("哪些假定影响最大：", "Which assumptions move most: ") + say(words.language, study.output_name),
      words.unit(),
      {name_column(words("假定", "assumption")), value_column(words("低", "low")), value_column(words("基准", "base")),
       value_column(words("高", "high")), difference_column(words("取低时", "at low")),
       difference_column(words("取高时", "at high")), value_column(words("单独触及预算", "breaks the budget at")),
       text_column(words("来源", "source"))});
  one.note = words("每项假定单独取低、取高（10% 和 90%）时与基准之差。",
                   "Difference from the base with each assumption alone at its low and high (10 and 90 %).");
  for (const TornadoBar& bar : study.tornado) {
    if (bar.dead) continue;
    const StudyInput& input = study.inputs[bar.input];
    one.add({input.name, input.low, input.base, input.high, bar.at_low - study.base, bar.at_high - study.base,
             bar.breaks_at, input.source});
  }
  one.chart = chart_of(ChartKind::tornado);
  one.chart->categories = row_names(one);
  one.chart->series = {money_series(one, 4), money_series(one, 5)};
  if (one.rows.size() <= most_bars) return one;
  one.chart->categories.resize(most_bars);
  for (Series& series : one.chart->series) series.values.resize(most_bars);
  one.note += words("图中是影响最大的 ", " The chart has the ") + std::to_string(most_bars) +
              words(" 项，其余在表中。", " that move most, the table all.");
  return one;
}

Exhibit indices(const StudyResult& study, const Wording& words) {
  Exhibit one = exhibit_of(
      "sobol", words("方差由哪些假定解释：", "What explains the variance: ") + say(words.language, study.output_name),
      "",
      {name_column(words("因素", "factor")), text_column(words("一阶", "first order")),
       text_column(words("总效应", "total"))});
  one.note = words("一阶：单独解释的份额；总效应：连同相互作用。方括号为 95% 区间。",
                   "First order: explained alone; total: with interactions. Brackets: 95 % intervals.");
  one.chart = chart_of(ChartKind::bars_across);
  Series first{one.columns[1].heading, {}, {}, false}, total{one.columns[2].heading, {}, {}, false};
  for (std::size_t f = 0; f < study.factors.size(); ++f) {
    if (study.sobol->total[f].value == 0.0) continue;
    first.values.emplace_back(study.sobol->first[f].value);
    total.values.emplace_back(study.sobol->total[f].value);
    one.add({factor_name(study, f), share_text(study.sobol->first[f]), share_text(study.sobol->total[f])});
  }
  one.chart->categories = row_names(one);
  one.chart->series = {std::move(first), std::move(total)};
  return one;
}

Exhibit convergence(const StudyResult& study, const Wording& words) {
  Exhibit one = exhibit_of("convergence", words("总效应随样本数的收敛", "Total effects as the samples double"), "",
                           {text_column("N")});
  one.chart = chart_of(ChartKind::lines);
  std::vector<std::size_t> shown;
  for (std::size_t f = 0; f < study.factors.size(); ++f) {
    if (study.sobol->total[f].value == 0.0) continue;
    shown.push_back(f);
    one.columns.push_back(count_column(factor_name(study, f), 3));
    one.chart->series.push_back({factor_name(study, f), {}, {}, false});
  }
  for (const auto& [samples, totals] : study.sobol->convergence) {
    std::vector<ExhibitCell> row{std::to_string(samples)};
    for (std::size_t s = 0; s < shown.size(); ++s) {
      row.emplace_back(totals[shown[s]]);
      one.chart->series[s].values.emplace_back(totals[shown[s]]);
    }
    one.add(std::move(row));
  }
  one.chart->categories = row_names(one);
  return one;
}

Exhibit screening(const StudyResult& study, const Wording& words) {
  Exhibit one = exhibit_of(
      "morris", words("因素筛选（Morris）：", "Screening (Morris): ") + say(words.language, study.output_name),
      words.unit(),
      {name_column(words("因素", "factor")), signed_count_column("mu", 2), count_column("mu*", 2),
       count_column("sigma", 2)});
  one.note = words("横轴 mu*：从最低到最高的平均影响；纵轴 sigma：大则表示与别的因素相互作用或非线性。",
                   "mu*: mean effect of the whole range; a large sigma tells of interactions or curvature.");
  one.chart = chart_of(ChartKind::scatter);
  one.chart->axes = {"mu*", "sigma"};
  Series points{"mu*, sigma", {}, {}, false};
  const auto wan = [](double fen) { return std::round(fen / fen_a_wan * 100.0) / 100.0; };
  for (std::size_t f = 0; f < study.factors.size(); ++f) {
    const ElementaryEffect& effect = study.morris->effects[f];
    if (effect.mu_star == 0.0) continue;
    points.points.push_back({wan(effect.mu_star), wan(effect.sigma), factor_name(study, f)});
    one.add({factor_name(study, f), wan(effect.mu), wan(effect.mu_star), wan(effect.sigma)});
  }
  one.chart->series = {std::move(points)};
  return one;
}

Exhibit shapley(const StudyResult& study, const Wording& words) {
  Exhibit one = exhibit_of(
      "shapley",
      words("方差的分摊（Shapley）：", "Shares of the variance (Shapley): ") + say(words.language, study.output_name),
      "", {name_column(words("假定", "assumption")), text_column(words("份额", "share"))});
  one.note = words("各份额之和为 1；按情景所给的相关性。方括号为 95% 区间。",
                   "Shares sum to 1, under the scenario's correlations. Brackets: 95 % intervals.") +
             held_text(study, words.language);
  one.chart = chart_of(ChartKind::bars_across);
  Series shares{one.columns[1].heading, {}, {}, false};
  for (std::size_t f = 0; f < study.factors.size(); ++f) {
    if (study.factors[f].inputs.size() != 1) continue;
    const Estimated& share = study.shapley->share[study.factors[f].inputs.front()];
    if (share.value == 0.0) continue;
    shares.values.emplace_back(share.value);
    one.add({factor_name(study, f), share_text(share)});
  }
  one.chart->categories = row_names(one);
  one.chart->series = {std::move(shares)};
  return one;
}

Exhibit heatmap(const StudyResult& study, const Wording& words) {
  const HeatMap& map = *study.map;
  const std::string& first = study.inputs[map.first].name;
  const std::string& second = study.inputs[map.second].name;
  Exhibit one = exhibit_of(
      "heatmap", words("两项假定交叉：", "Two assumptions together: ") + say(words.language, study.output_name),
      words.unit(), {text_column(first + " \\ " + second)});
  one.note = words("纵：", "down: ") + first + words("；横：", "; across: ") + second;
  for (const std::string& value : map.columns) one.columns.push_back(money_column(value));
  one.chart = chart_of(ChartKind::heatmap);
  one.chart->categories = map.columns;
  one.chart->axes = {second, first};
  for (std::size_t r = 0; r < map.rows.size(); ++r) {
    std::vector<ExhibitCell> row{map.rows[r]};
    Series series{map.rows[r], {}, {}, false};
    for (const Money amount : map.amounts[r]) {
      row.emplace_back(amount);
      series.values.emplace_back(chart_wan(amount));
    }
    one.chart->series.push_back(std::move(series));
    one.add(std::move(row));
  }
  return one;
}

Exhibit gradient(const StudyResult& study, const Wording& words) {
  Exhibit one = exhibit_of(
      "gradient", words("每变动一个单位：", "For a unit more: ") + say(words.language, study.output_name),
      words("元", "yuan"),
      {name_column(words("假定", "assumption")), signed_count_column(words("每个单位", "a unit"), 2),
       signed_count_column(words("每个百分点", "a percentage point"), 2), text_column(words("算法", "how"))});
  const auto yuan = [](double fen) { return fen / fen_a_yuan; };
  for (const Slope& slope : study.slopes) {
    if (slope.fen_per_unit == 0.0) continue;
    one.add({study.inputs[slope.input].name, yuan(slope.fen_per_unit),
             slope.fen_per_point ? std::optional(yuan(*slope.fen_per_point)) : std::nullopt,
             slope.exact ? words("人次数，准确", "person-payments, exact")
                         : words("差分（四阶）", "differences, fourth order")});
  }
  return one;
}

}  // namespace

std::string study_sentence(const StudyResult& study, const Wording& words) {
  if (!study.quantiles) return "";
  const StudyQuantiles& q = *study.quantiles;
  const bool inside = study.base >= q.p10 && study.base <= q.p90;
  std::string text =
      words("基准是各项假定都取基准值时的数；各项假定同时抽取时，中位数（50%）为 ",
            "The base has every assumption at its base value; with all of them drawn the median (50 %) is ") +
      wan_text(q.p50) + words("，10% 至 90% 的区间为 ", " and the band from 10 to 90 % ") + wan_text(q.p10) +
      words(" 至 ", " to ") + wan_text(q.p90);
  if (inside) return text + words("。", ".");
  return text + words("；基准在区间之外，因为有的假定的基准值不在其范围的中间。",
                      "; the base lies outside of it, since a base value does not lie in the middle of its range.");
}

Exhibit inputs_exhibit(const StudyResult& study, const Wording& words) {
  Exhibit one = exhibit_of(
      "inputs", words("假定及其范围", "Assumptions and their ranges"), "",
      {name_column(words("假定", "assumption")), text_column(words("单位", "unit")), value_column(words("低", "low")),
       value_column(words("基准", "base")), value_column(words("高", "high")),
       text_column(words("分布", "distribution")), text_column(words("来源", "source"))});
  one.note = words("低、高为 10% 和 90% 分位。", "Low and high are the 10 and 90 % points.");
  const std::string sentence = study_sentence(study, words);
  if (!sentence.empty()) one.note += words("", " ") + sentence;
  for (const StudyInput& input : study.inputs) {
    one.add({input.name, unit_label(input.unit, words.language), input.low, input.base, input.high,
             distribution_label(input.distribution, words.language), input.source});
  }
  return one;
}

std::vector<Exhibit> study_exhibits(const StudyResult& study, const Wording& words) {
  std::vector<Exhibit> all{tornado(study, words)};
  if (study.sobol) {
    all.push_back(indices(study, words));
    all.push_back(convergence(study, words));
  }
  if (study.morris) all.push_back(screening(study, words));
  if (study.shapley) all.push_back(shapley(study, words));
  if (study.map) all.push_back(heatmap(study, words));
  if (!study.slopes.empty()) all.push_back(gradient(study, words));
  return all;
}

}  // namespace disburse
