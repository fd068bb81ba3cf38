#include "outputs/office/sensitivity_paper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "outputs/office/docx.hpp"
#include "outputs/report/study_exhibits.hpp"
#include "outputs/report/verdict.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string moved(const StudyResult& study, Money amount) { return signed_wan_text(amount - study.base); }

std::string share_text(const Estimated& share) {
  return fmt::format("{} [{}, {}]", count_text(share.value, 3), count_text(share.low, 3), count_text(share.high, 3));
}

/// The assumptions that move the result most, each from what it takes away at most to what it adds at most.
Chart bars_of(const StudyResult& study) {
  constexpr std::size_t most_bars = 8;
  Chart chart = chart_of(ChartKind::tornado);
  Series less{"支出减少", {}, {}, false}, more{"支出增加", {}, {}, false};
  for (const TornadoBar& bar : study.tornado) {
    if (bar.dead || chart.categories.size() == most_bars) continue;
    chart.categories.push_back(study.inputs[bar.input].name);
    less.values.emplace_back(chart_wan(std::min({bar.at_low - study.base, bar.at_high - study.base, Money{}})));
    more.values.emplace_back(chart_wan(std::max({bar.at_low - study.base, bar.at_high - study.base, Money{}})));
  }
  chart.series = {std::move(less), std::move(more)};
  return chart;
}

/// The conclusion first, and under it a chart of the assumptions that move the result.
void conclusion(Docx& docx, const StudyResult& study) {
  const Verdict verdict = study_verdict(study, Wording{Language::zh});
  docx.heading("结论");
  docx.paragraph(verdict.sentence);
  for (const std::string& point : verdict.points) docx.paragraph(point);
  const Chart chart = bars_of(study);
  if (!chart.categories.empty())
    docx.chart(chart, "与基准之差（万元）",
               fmt::format("各项假定单独取低、取高时支出与基准之差，由大到小共 {} 项；数字见第三部分的表。",
                           chart.categories.size()));
}

void purpose(Docx& docx, const StudyResult& study) {
  docx.heading("一、目的");
  docx.paragraph(fmt::format("本报告回答：{} 年“{}”的测算数 {} 万元，在 {} 项不确定假定下会变动多少。预算为 {} 万元。",
                             study.year, say(Language::zh, study.output_name), wan_text(study.base),
                             study.inputs.size(), wan_or_dash(study.budget)));
}

void inputs(Docx& docx, const StudyResult& study) {
  docx.heading("二、参数表");
  docx.paragraph(fmt::format("下表列出 {} 项假定；低、高为 10% 和 90% 分位。", study.inputs.size()));
  Rows rows{{"假定", "低", "基准", "高", "分布", "依据"}};
  for (const StudyInput& input : study.inputs) {
    const std::string unit = unit_label(input.unit, Language::zh);
    rows.push_back({input.name + (unit.empty() ? "" : "（" + unit + "）"), input.low, input.base, input.high,
                    distribution_label(input.distribution, Language::zh), input.source});
  }
  docx.table(rows, {27, 12, 12, 12, 10, 27});
}

void tornado(Docx& docx, const StudyResult& study) {
  docx.heading("三、单因素（龙卷风）");
  Rows rows{{"假定", "取低时", "取高时", "弹性", "单独触及预算"}};
  std::string dead;
  std::size_t idle = 0;
  for (const TornadoBar& bar : study.tornado) {
    const std::string& name = study.inputs[bar.input].name;
    if (bar.dead) {
      dead += (idle++ == 0 ? "" : "、") + name;
      continue;
    }
    rows.push_back({name, moved(study, bar.at_low), moved(study, bar.at_high),
                    bar.elasticity ? signed_count_text(*bar.elasticity, 3) : "-", bar.breaks_at.value_or("-")});
  }
  if (rows.size() > 1) {
    docx.paragraph(fmt::format("影响最大的是“{}”：单独取低时 {} 万元，取高时 {} 万元（与基准之差）。", rows[1][0],
                               rows[1][1], rows[1][2]));
    docx.table(rows, {40, 15, 15, 12, 18});
  }
  if (idle > 0) docx.paragraph(fmt::format("有 {} 项假定不影响该结果：{}。", idle, dead));
}

void heatmap(Docx& docx, const StudyResult& study) {
  docx.heading("四、两两交叉");
  if (!study.map) {
    docx.paragraph("本次研究不含两两交叉，交叉格数为 0。");
    return;
  }
  const HeatMap& map = *study.map;
  docx.paragraph(fmt::format("影响最大的两项同时取 {} 档：纵向“{}”，横向“{}”，单位万元。", map.rows.size(),
                             study.inputs[map.first].name, study.inputs[map.second].name));
  // Every other step of a number: a page is nine narrow columns too short. Options of a decision are few, and stay.
  constexpr std::size_t most = 5;
  const auto step = [](const std::vector<std::string>& values) { return values.size() > most ? std::size_t{2} : 1; };
  Rows rows(1);
  rows[0].push_back("");
  std::vector<int> widths{16};
  for (std::size_t c = 0; c < map.columns.size(); c += step(map.columns)) {
    rows[0].push_back(map.columns[c]);
    widths.push_back(16);
  }
  for (std::size_t r = 0; r < map.rows.size(); r += step(map.rows)) {
    rows.push_back({map.rows[r]});
    for (std::size_t c = 0; c < map.columns.size(); c += step(map.columns))
      rows.back().push_back(wan_text(map.amounts[r][c]));
  }
  docx.table(rows, widths);
}

void global(Docx& docx, const StudyResult& study) {
  docx.heading("五、全局（Sobol' 指数）");
  if (!study.sobol) {
    docx.paragraph("本次研究不含这一部分，样本数为 0。");
    return;
  }
  const SobolResult& sobol = *study.sobol;
  constexpr double fen_a_wan = 1e6;
  double first = 0.0;
  Rows rows{{"因素", "一阶 [95% 区间]", "总效应 [95% 区间]"}};
  for (std::size_t f = 0; f < study.factors.size(); ++f) {
    if (sobol.total[f].value == 0.0) continue;
    first += sobol.first[f].value;
    rows.push_back({factor_name(study, f), share_text(sobol.first[f]), share_text(sobol.total[f])});
  }
  docx.paragraph(
      fmt::format("各项假定同时变动时，均值 {:.2f} 万元，标准差 {:.2f} 万元；一阶指数之和 {:.3f}，其余 {:.3f} "
                  "为相互作用。",
                  sobol.mean / fen_a_wan, std::sqrt(sobol.variance) / fen_a_wan, first, 1.0 - first));
  docx.table(rows, {40, 30, 30});
}

void cases(Docx& docx, const StudyResult& study) {
  docx.heading("六、情景");
  if (study.cases.empty()) {
    docx.paragraph("随机模拟的研究不含情景，情景数为 0。");
    return;
  }
  Rows rows{{"情景", "支出（万元）", "与基准差", "与预算差", "用完预算的月份"}};
  for (const StudyCase& one : study.cases) {
    rows.push_back({say(Language::zh, one.name), wan_text(one.amount), moved(study, one.amount),
                    study.budget ? signed_wan_text(one.amount - *study.budget) : "-",
                    one.exhausted ? to_string(*one.exhausted) : "不超"});
  }
  docx.paragraph(
      fmt::format("下表 {} 个情景：乐观、悲观为各项假定都取支出少、支出多的一端（10% 或 90% 分位）；压力为各项"
                  "离基准加倍，不超过参数自己的上下限。",
                  rows.size() - 1));
  docx.table(rows, {18, 22, 20, 20, 20});
}

void drawn_risk(Docx& docx, const StudyResult& study) {
  const StudyQuantiles& q = *study.quantiles;
  const auto reserve = [&](Money amount) {
    return study.budget ? wan_text(std::max(Money{}, amount - *study.budget)) : std::string("-");
  };
  docx.paragraph(study_sentence(study, Wording{Language::zh}));
  docx.paragraph(
      fmt::format("各项假定同时变动，超过预算的概率为 {}；支出的 50%、75%、90% 分位为 {}、{}、{} 万元，建议"
                  "预备额度（P75 / P90）为 {} / {} 万元。",
                  percent_text(study.any_breaks, 1), wan_text(q.p50), wan_text(q.p75), wan_text(q.p90), reserve(q.p75),
                  reserve(q.p90)));
}

void budget_risk(Docx& docx, const StudyResult& study, const RunResult* run) {
  docx.heading("七、超预算概率与预备额度");
  if (study.quantiles) drawn_risk(docx, study);
  if (run == nullptr || !run->risk) {
    if (!study.quantiles) docx.paragraph("本次没有抽样，样本数为 0。");
    return;
  }
  for (const RiskFigure& figure : run->risk->figures) {
    if (figure.of != RiskFigure::Of::total || figure.year != study.year) continue;
    docx.paragraph(fmt::format(
        "{}（模拟 {} 次），全部科目超支概率 {}，95% 把握所需预备 {} 万元，可能超支"
        "的月份：{}。",
        run->risk->assumptions > 0 ? "假定连同个体死亡的随机" : "假定不变、只计个体死亡的随机",
        run->manifest.replicates, percent_text(figure.over, 1), figure.budget ? wan_text(figure.reserve_95) : "-",
        figure.likely_over ? to_string(*figure.likely_over) : "12 个月都不会"));
  }
}

void method(Docx& docx, const StudyResult& study) {
  docx.heading("八、方法与局限");
  docx.paragraph(fmt::format("全量测算 {} 次；低、高两端共 {} 点。", study.full_runs, 2 * study.inputs.size()));
  if (study.sobol) {
    docx.paragraph(fmt::format("Sobol' 指数取 N = {}，{} 个点，用 Saltelli（2010）和 Jansen 估计量，区间由自助法得出。",
                               study.sobol->samples, study.sobol->evaluations));
  }
  if (study.surrogate_error) {
    docx.paragraph(fmt::format("其余各点由全量测算插值，50 个抽查点的最大相对误差 {:.1e}。", *study.surrogate_error));
  }
  const auto causes = std::count_if(study.inputs.begin(), study.inputs.end(),
                                    [](const StudyInput& input) { return input.kind == "cause"; });
  docx.paragraph(
      fmt::format("{} 项假定中有 {} "
                  "项是同因变动的一组数值，组内一起变动；各项之间除情景写明的相关外按相互独立处理。没有列为不确定的"
                  "参数都按基准。",
                  study.inputs.size(), causes));
}

void reproduce(Docx& docx, const StudyResult& study, const DoubtedManifest& manifest) {
  docx.heading("九、复现信息");
  docx.paragraph(fmt::format("程序版本 {}（{}），随机种子 {}，情景 {}，方法 {}。", manifest.version, manifest.commit,
                             manifest.seed, study.scenario, study.method));
}

}  // namespace

std::string sensitivity_paper(const StudyResult& study, const DoubtedManifest& manifest, const RunResult* run) {
  Docx docx;
  docx.title(fmt::format("{} 年“{}”敏感性分析报告", study.year, say(Language::zh, study.output_name)));
  // What is to be checked comes before every figure; what turns with a reading explains the conclusion and follows it.
  std::vector<Finding> readings = manifest.doubts;
  const auto checked = std::stable_partition(readings.begin(), readings.end(),
                                             [](const Finding& one) { return one.code == turning_code; });
  for (const std::string& doubt : marked_doubts({checked, readings.end()}, Language::zh)) docx.paragraph(doubt);
  readings.erase(checked, readings.end());
  conclusion(docx, study);
  for (const std::string& reading : marked_doubts(readings, Language::zh)) docx.paragraph(reading);
  purpose(docx, study);
  inputs(docx, study);
  tornado(docx, study);
  heatmap(docx, study);
  global(docx, study);
  cases(docx, study);
  budget_risk(docx, study, run);
  method(docx, study);
  reproduce(docx, study, manifest);
  return docx.bytes();
}

}  // namespace disburse
