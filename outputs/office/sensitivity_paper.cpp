#include "outputs/office/sensitivity_paper.hpp"

#include <fmt/format.h>

#include <cmath>

#include "outputs/json_cells.hpp"
#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/office/docx.hpp"

namespace disburse {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string moved(const Json& study, const Json& amount) {
  return signed_wan_text(money_of_fen(amount) - money_of_fen(study.at("base_fen")));
}

void purpose(Docx& docx, const Json& study) {
  docx.heading("一、目的");
  docx.paragraph(fmt::format("本报告回答：{} 年“{}”的测算数 {} 万元，在 {} 项不确定假定下会变动多少。预算为 {} 万元。",
                             study.at("year").get<int>(), study.at("output").get<std::string>(),
                             wan_cell(study.at("base_fen")), study.at("inputs").size(),
                             wan_cell(study.at("budget_fen"))));
}

void inputs(Docx& docx, const Json& study) {
  docx.heading("二、参数表");
  docx.paragraph(fmt::format("下表列出 {} 项假定；低、高为 10% 和 90% 分位。", study.at("inputs").size()));
  Rows rows{{"假定", "低", "基准", "高", "分布", "依据"}};
  for (const Json& input : study.at("inputs")) {
    const std::string unit = unit_label(input.at("unit").get<std::string>(), Language::zh);
    rows.push_back({input.at("name").get<std::string>() + (unit.empty() ? "" : "（" + unit + "）"), input.at("low"),
                    input.at("base"), input.at("high"), distribution_label(input.at("distribution"), Language::zh),
                    input.at("source")});
  }
  docx.table(rows, {27, 12, 12, 12, 10, 27});
}

void tornado(Docx& docx, const Json& study) {
  docx.heading("三、单因素（龙卷风）");
  Rows rows{{"假定", "取低时", "取高时", "弹性", "单独触及预算"}};
  std::string dead;
  std::size_t idle = 0;
  for (const Json& bar : study.at("tornado")) {
    if (bar.at("dead").get<bool>()) {
      dead += (idle++ == 0 ? "" : "、") + study_input_name(study, bar.at("path"));
      continue;
    }
    rows.push_back({study_input_name(study, bar.at("path")), moved(study, bar.at("at_low_fen")),
                    moved(study, bar.at("at_high_fen")),
                    bar.at("elasticity").is_number() ? signed_count_text(bar.at("elasticity").get<double>(), 3) : "-",
                    bar.at("breaks_at").is_string() ? bar.at("breaks_at").get<std::string>() : "-"});
  }
  if (rows.size() > 1) {
    docx.paragraph(fmt::format("影响最大的是“{}”：单独取低时 {} 万元，取高时 {} 万元（与基准之差）。", rows[1][0],
                               rows[1][1], rows[1][2]));
    docx.table(rows, {40, 15, 15, 12, 18});
  }
  if (idle > 0) docx.paragraph(fmt::format("有 {} 项假定不影响该结果：{}。", idle, dead));
}

void heatmap(Docx& docx, const Json& study) {
  docx.heading("四、两两交叉");
  if (!study.contains("heatmap")) {
    docx.paragraph("本次没有做，交叉格数为 0；sensitivity --method full 会做。");
    return;
  }
  const Json& map = study.at("heatmap");
  docx.paragraph(fmt::format("影响最大的两项同时取 {} 档：纵向“{}”，横向“{}”，单位万元。",
                             map.at("first_values").size(), study_input_name(study, map.at("first")),
                             study_input_name(study, map.at("second"))));
  // Every other column: a page is nine narrow columns too short.
  Rows rows(1);
  rows[0].push_back("");
  std::vector<int> widths{16};
  for (std::size_t c = 0; c < map.at("second_values").size(); c += 2) {
    rows[0].push_back(map.at("second_values").at(c));
    widths.push_back(16);
  }
  for (std::size_t r = 0; r < map.at("fen").size(); r += 2) {
    rows.push_back({map.at("first_values").at(r)});
    for (std::size_t c = 0; c < map.at("fen").at(r).size(); c += 2)
      rows.back().push_back(wan_cell(map.at("fen").at(r).at(c)));
  }
  docx.table(rows, widths);
}

void global(Docx& docx, const Json& study) {
  docx.heading("五、全局（Sobol' 指数）");
  if (!study.contains("sobol")) {
    docx.paragraph("本次没有做，样本数为 0；sensitivity --method full 会做。");
    return;
  }
  const Json& sobol = study.at("sobol");
  constexpr double fen_a_wan = 1e6;
  double first = 0.0;
  Rows rows{{"因素", "一阶 [95% 区间]", "总效应 [95% 区间]"}};
  for (const Json& factor : study.at("factors")) {
    if (factor.at("total").at("value") == 0.0) continue;
    first += factor.at("first").at("value").get<double>();
    rows.push_back({factor.at("name"), share_cell(factor.at("first")), share_cell(factor.at("total"))});
  }
  docx.paragraph(
      fmt::format("各项假定同时变动时，均值 {:.2f} 万元，标准差 {:.2f} 万元；一阶指数之和 {:.3f}，其余 {:.3f} "
                  "为相互作用。",
                  sobol.at("mean_fen").get<double>() / fen_a_wan,
                  std::sqrt(sobol.at("variance_fen2").get<double>()) / fen_a_wan, first, 1.0 - first));
  docx.table(rows, {40, 30, 30});
}

void cases(Docx& docx, const Json& study) {
  docx.heading("六、情景");
  if (study.at("cases").empty()) {
    docx.paragraph("随机模拟的研究不做情景，情景数为 0；不带 --mode stochastic 会做。");
    return;
  }
  Rows rows{{"情景", "支出（万元）", "与基准差", "与预算差", "用完预算的月份"}};
  for (const Json& one : study.at("cases")) {
    const Money amount = money_of_fen(one.at("amount_fen"));
    rows.push_back(
        {one.at("name"), wan_text(amount), signed_wan_text(amount - money_of_fen(study.at("base_fen"))),
         study.at("budget_fen").is_number() ? signed_wan_text(amount - money_of_fen(study.at("budget_fen"))) : "-",
         one.at("exhausted").is_string() ? one.at("exhausted").get<std::string>() : "不超"});
  }
  docx.paragraph(
      fmt::format("下表 {} 个情景：乐观、悲观为各项假定都取支出少、支出多的一端（10% 或 90% 分位）；压力为各项"
                  "离基准加倍，不超过参数自己的上下限。",
                  rows.size() - 1));
  docx.table(rows, {18, 22, 20, 20, 20});
}

void budget_risk(Docx& docx, const Json& study, const Json* run) {
  docx.heading("七、超预算概率与预备额度");
  const bool spread = study.contains("quantiles");
  if (spread) {
    const Json& q = study.at("quantiles");
    const Money budget = money_of_fen(study.at("budget_fen"));
    const auto reserve = [&](const char* key) { return wan_text(std::max(Money{}, money_of_fen(q.at(key)) - budget)); };
    docx.paragraph(
        fmt::format("各项假定同时变动，超过预算的概率为 {}；支出的 50%、75%、90% 分位为 {}、{}、{} 万元，建议"
                    "预备额度（P75 / P90）为 {} / {} 万元。",
                    percent_cell(study.at("probability_over_budget")), wan_cell(q.at("p50_fen")),
                    wan_cell(q.at("p75_fen")), wan_cell(q.at("p90_fen")), reserve("p75_fen"), reserve("p90_fen")));
  }
  if (run != nullptr && run->contains("risk")) {
    for (const Json& figure : run->at("risk").at("figures")) {
      if (figure.at("of") != "total" || figure.at("year") != study.at("year")) continue;
      docx.paragraph(fmt::format(
          "连同个体死亡的随机（模拟 {} 次），全部科目超支概率 {}，95% 把握所需预备 {} 万元，可能超支"
          "的月份：{}。",
          run->at("manifest").at("replicates").get<int>(), percent_cell(figure.at("over")),
          wan_cell(figure.at("reserve_95_fen")),
          figure.at("likely_over").is_string() ? figure.at("likely_over").get<std::string>() : "12 个月都不会"));
    }
  } else if (!spread) {
    docx.paragraph("本次没有抽样，样本数为 0；sensitivity --method full 会做。");
  }
}

void method(Docx& docx, const Json& study) {
  docx.heading("八、方法与局限");
  docx.paragraph(fmt::format("全量测算 {} 次；低、高两端共 {} 点。", study.at("full_runs").get<std::size_t>(),
                             2 * study.at("inputs").size()));
  if (study.contains("sobol")) {
    docx.paragraph(fmt::format("Sobol' 指数取 N = {}，{} 个点，用 Saltelli（2010）和 Jansen 估计量，区间由自助法得出。",
                               study.at("sobol").at("samples").get<std::size_t>(),
                               study.at("sobol").at("evaluations").get<std::size_t>()));
  }
  if (study.at("interpolation_error").is_number()) {
    docx.paragraph(fmt::format("其余各点由全量测算插值，50 个抽查点的最大相对误差 {:.1e}。",
                               study.at("interpolation_error").get<double>()));
  }
  docx.paragraph(fmt::format("除 Shapley 分摊外，{} 项假定按相互独立处理；没有列为不确定的参数都按基准。",
                             study.at("inputs").size()));
}

void reproduce(Docx& docx, const Json& study) {
  docx.heading("九、复现信息");
  const Json& manifest = study.at("manifest");
  docx.paragraph(fmt::format("程序版本 {}（{}），随机种子 {}，情景 {}，方法 {}。",
                             manifest.at("version").get<std::string>(), manifest.at("commit").get<std::string>(),
                             manifest.at("seed").get<std::uint64_t>(), study.at("scenario").get<std::string>(),
                             study.at("method").get<std::string>()));
}

}  // namespace

std::string sensitivity_paper(const Json& study, const Json* run) {
  Docx docx;
  docx.title(
      fmt::format("{} 年“{}”敏感性分析报告", study.at("year").get<int>(), study.at("output").get<std::string>()));
  purpose(docx, study);
  inputs(docx, study);
  tornado(docx, study);
  heatmap(docx, study);
  global(docx, study);
  cases(docx, study);
  budget_risk(docx, study, run);
  method(docx, study);
  reproduce(docx, study);
  return docx.bytes();
}

}  // namespace disburse
