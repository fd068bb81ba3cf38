#include "outputs/office/calculation_note.hpp"

#include <fmt/format.h>

#include <cmath>

#include "outputs/office/docx.hpp"
#include "outputs/report/verdict.hpp"
#include "outputs/text/band_words.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/estimate_words.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

using Rows = std::vector<std::vector<std::string>>;
constexpr double fen_a_yuan = 100.0;

std::string persons(double count) { return count_text(count, 1); }
std::string percent(const std::optional<double>& share) { return percent_text(share, 2); }
std::string difference_text(const Comparison& amount) {
  const std::optional<Money> difference = amount.difference();
  return difference ? signed_wan_text(*difference) : "-";
}

void grounds(Docx& docx, const RunResult& run) {
  docx.heading("一、政策依据");
  Money ruled, assumed;
  Rows rows{{"文件或依据", "状态", "决定（万元）", "涉及（万元）"}};
  std::size_t named = 0;
  for (const DocumentSpend& one : run.documents) {
    if (one.shared) continue;  // of the other reading
    const bool written = !one.document.empty();
    ruled += one.ruled;
    if (!written) assumed += one.ruled;
    if (written) ++named;
    rows.push_back({written ? one.document : "没有文件的假定", status_label(to_string(one.status), Language::zh),
                    wan_text(one.ruled), wan_text(one.touched)});
  }
  docx.paragraph(
      fmt::format("本测算依据 {} 份文件，全部支出 {} 万元中由文件决定 {} 万元，由没有文件的假定决定 {} 万元。", named,
                  wan_text(ruled), wan_text(ruled - assumed), wan_text(assumed)));
  docx.table(rows, {50, 14, 18, 18});
}

void sources(Docx& docx, const RunResult& run) {
  docx.heading("二、数据来源与口径");
  double opening = 0.0;
  for (const PopulationFlow& flow : run.population) {
    if (!std::isnan(flow.year.opening)) opening += flow.year.opening;
  }
  docx.paragraph(fmt::format("情景 {}，自 {} 起 {} 个月，期初领取待遇 {} 人；人员库摘要 {}。", run.scenario.name,
                             to_string(run.manifest.horizon.first), run.manifest.horizon.count, count_text(opening, 0),
                             run.manifest.roster_digest.substr(0, 16)));
  const BasisShare& share = run.basis_share;
  docx.paragraph(fmt::format("按金额计，{} 为独立测算，{} 按预算校准，{} 按计划列入。", percent(share.projected),
                             percent(share.calibrated), percent(share.planned)));
  for (const ProgrammeResult& programme : run.programmes) {
    if (programme.basis == Basis::projected)
      docx.paragraph(fmt::format("{}（独立测算）：{}。", programme.name, programme.basis_reason));
  }
}

void heads(Docx& docx, const RunResult& run) {
  docx.heading("三、基准人数推演");
  Rows rows{{"险种", "期初", "新增", "死亡", "其他减少", "期末"}};
  for (const PopulationFlow& flow : run.population) {
    const FlowMonth& year = flow.year;
    rows.push_back({label(flow.scheme, Language::zh), persons(year.opening), persons(year.entrants),
                    persons(year.deaths), persons(year.other_exits), persons(year.closing)});
    const auto& row = rows.back();
    docx.paragraph(fmt::format("{}：期初 {} 人，新增 {} 人，死亡 {} 人，其他减少 {} 人，期末 {} 人。", row[0], row[1],
                               row[2], row[3], row[4], row[5]));
  }
  docx.table(rows, {25, 15, 15, 15, 15, 15});
}

const YearFigure* year_of(const RunResult& run) {
  for (const YearFigure& year : run.years) {
    if (year.year == run.fiscal_year) return &year;
  }
  return nullptr;
}

const ProgrammeResult* programme_named(const RunResult& run, const std::string& id) {
  for (const ProgrammeResult& programme : run.programmes) {
    if (programme.id == id) return &programme;
  }
  return nullptr;
}

void standards(Docx& docx, const RunResult& run) {
  docx.heading("四、标准");
  Rows rows{{"项目", "人数", "人次", "人均（元）", "各级合计（万元）"}};
  const YearFigure* year = year_of(run);
  for (const YearOfProgramme& one : year == nullptr ? std::vector<YearOfProgramme>{} : year->programmes) {
    const ProgrammeResult* programme = programme_named(run, one.id);
    if (programme == nullptr || one.units == 0.0) continue;
    rows.push_back({programme->name, persons(one.headcount), persons(one.units),
                    count_text(static_cast<double>(one.average.fen()) / fen_a_yuan, 2), wan_text(one.outlay)});
  }
  docx.paragraph(fmt::format("共 {} 个项目按人发放，每人次平均标准见下表，支出等于人次乘人均。", rows.size() - 1));
  docx.table(rows, {36, 15, 16, 15, 18});
}

void months(Docx& docx, const RunResult& run) {
  docx.heading("五、公式与分月表");
  Rows rows{{"月份", "市级科目支出（万元）", "累计（万元）"}};
  Money sum;
  std::string most, least;
  Money high, low;
  for (const MonthlyFigure& month : run.monthly) {
    const std::string name = to_string(month.month);
    sum += month.line;
    if (most.empty() || month.line > high) {
      most = name;
      high = month.line;
    }
    if (least.empty() || month.line < low) {
      least = name;
      low = month.line;
    }
    rows.push_back({name, wan_text(month.line), wan_text(sum)});
  }
  docx.paragraph(
      fmt::format("每月支出为当月应发人员逐人按标准计算之和，{} 个月合计 {} 万元；最多的月份 {}，{} 万元；"
                  "最少的月份 {}，{} 万元。",
                  run.monthly.size(), wan_text(sum), most, wan_text(high), least, wan_text(low)));
  docx.table(rows, {34, 33, 33});
}

void outcome(Docx& docx, const RunResult& run) {
  docx.heading("六、结果与预算、上年对比");
  docx.paragraph(fmt::format("{} 年预计支出 {} 万元，预算（{}）{} 万元，差异 {} 万元，执行率 {}。", run.fiscal_year,
                             wan_text(run.total.projected), run.budget_version, wan_or_dash(run.total.budget),
                             difference_text(run.total), percent(run.total.execution_rate())));
  Rows rows{{"项目", "预算", "预计", "差异", "执行率"}};
  for (const ProgrammeResult& one : run.programmes) {
    rows.push_back({one.name, wan_or_dash(one.amount.budget), wan_text(one.amount.projected),
                    difference_text(one.amount), percent(one.amount.execution_rate())});
  }
  docx.table(rows, {40, 16, 16, 14, 14});
  for (const ProgrammeResult& one : run.programmes) {
    if (!one.meaning || one.amount.difference().value_or(Money{}) == Money{}) continue;
    std::string text;
    for (const Message& sentence : one.meaning->sentences) text += say(Language::zh, sentence);
    docx.paragraph(one.name + "：" + text);
  }
  for (std::size_t y = 1; y < run.years.size(); ++y) {
    docx.paragraph(fmt::format("{} 年支出 {} 万元，比上年 {} 万元。", run.years[y].year, wan_text(run.years[y].line),
                               signed_wan_text(run.years[y].line - run.years[y - 1].line)));
  }
}

void uncertainty(Docx& docx, const RunResult& run) {
  docx.heading("七、不确定性区间");
  if (!run.risk) {
    docx.paragraph("本次只算期望值，模拟 0 次，没有区间。");
    return;
  }
  docx.paragraph(estimate_sentence(run, Language::zh));
  const char* over = run.risk->assumptions > 0 ? "超支概率" : "超支概率（只计死亡）";
  Rows rows{{"项目或科目", "预计", "均值", "10%", "中位数", "90%", over, "预备 95%"}};
  for (const RiskFigure& figure : run.risk->figures) {
    if (figure.year != run.fiscal_year) continue;
    const Spread& band = band_of(figure);
    const auto reserve = [&](Money amount) { return figure.budget ? wan_text(amount) : std::string("-"); };
    const bool whole = figure.of == RiskFigure::Of::total;
    if (whole) {
      docx.paragraph(
          fmt::format("模拟 {} 次，{} 年支出有 80% 的把握在 {} 至 {} 万元之间；{} {}，以 90%、95% "
                      "的把握不超支所需预备为 {} 和 {} 万元。",
                      run.manifest.replicates, run.fiscal_year, wan_text(band.p10), wan_text(band.p90), over,
                      percent(figure.over), reserve(figure.reserve_90), reserve(figure.reserve_95)));
    }
    rows.push_back({whole ? "合计" : figure.name, wan_or_dash(estimate_of(run, figure)), wan_text(band.mean),
                    wan_text(band.p10), wan_text(band.p50), wan_text(band.p90), percent(figure.over),
                    reserve(figure.reserve_95)});
  }
  docx.table(rows, {20, 12, 12, 12, 12, 12, 10, 10});
}

void left_out(Docx& docx, const RunResult& run) {
  docx.heading("八、未计入事项");
  Money carried;
  for (const CarriedValue& one : run.carried) carried += one.outlay;
  docx.paragraph(
      fmt::format("{} 个参数在测算期内没有新值、沿用旧值，涉及支出 {} 万元。", run.carried.size(), wan_text(carried)));
  for (const CarriedValue& one : run.carried) {
    docx.paragraph(fmt::format("{}：沿用 {} 起的 {}，涉及 {} 万元。", one.name, to_string(one.since), one.value,
                               wan_text(one.outlay)));
  }
  docx.paragraph(fmt::format("预算文件核对结果共 {} 条，见附表。", run.findings.size()));
}

void annex(Docx& docx, const RunResult& run) {
  docx.heading("附表：核对结果与复现信息");
  Rows rows{{"位置", "说明"}};
  for (const Finding& finding : run.findings)
    rows.push_back({say(Language::zh, finding.where), say(Language::zh, finding.message)});
  if (rows.size() > 1) docx.table(rows, {30, 70});
  const Manifest& manifest = run.manifest;
  docx.paragraph(fmt::format("程序版本 {}（{}），随机种子 {}；同样的版本、情景和输入给出同样的结果。", manifest.version,
                             manifest.commit, manifest.seed));
  docx.table({{"输入", "摘要"},
              {"情景", manifest.scenario_digest},
              {"政策参数", manifest.law_digest},
              {"预算", manifest.budget_digest},
              {"花名册", manifest.roster_digest}},
             {20, 80});
}

}  // namespace

std::string calculation_note(const RunResult& run, const RunBeside& beside) {
  Docx docx;
  docx.title(fmt::format("{} 年待遇支出测算说明", run.fiscal_year));
  for (const std::string& doubt : marked_doubts(run.findings, Language::zh)) docx.paragraph(doubt);
  const Verdict verdict = run_verdict(run, Wording{Language::zh});
  docx.paragraph(verdict.sentence);
  for (const std::string& point : verdict.points) docx.paragraph(point);
  if (beside.bands) {
    for (const std::string& sentence : band_sentences(*beside.bands, Language::zh)) docx.paragraph(sentence);
  }
  grounds(docx, run);
  sources(docx, run);
  heads(docx, run);
  standards(docx, run);
  months(docx, run);
  outcome(docx, run);
  uncertainty(docx, run);
  left_out(docx, run);
  annex(docx, run);
  return docx.bytes();
}

}  // namespace disburse
