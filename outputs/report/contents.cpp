#include "outputs/report/contents.hpp"

#include <algorithm>

#include "engine/budget/adoption.hpp"
#include "outputs/report/planning_exhibits.hpp"
#include "outputs/report/run_exhibits.hpp"
#include "outputs/report/study_exhibits.hpp"
#include "outputs/report/verdict.hpp"
#include "outputs/text/band_words.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/estimate_words.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

void add_all(std::vector<Exhibit>& exhibits, std::vector<Exhibit> more) {
  for (Exhibit& one : more) exhibits.push_back(std::move(one));
}

/// What is doubted stands in the first lines, before every figure that rests on it.
std::string with_doubts(std::string subtitle, const std::vector<Finding>& findings, const Wording& words) {
  for (const std::string& doubt : marked_doubts(findings, words.language)) subtitle += "  " + doubt;
  return subtitle;
}

void say_first(ReportContent& content, Verdict verdict) {
  content.verdict = std::move(verdict.sentence);
  content.points = std::move(verdict.points);
}

/// The whole's risk in the budget's year; null where nothing was drawn.
const RiskFigure* whole_of(const RunResult& run) {
  if (!run.risk) return nullptr;
  for (const RiskFigure& figure : run.risk->figures) {
    if (figure.of == RiskFigure::Of::total && figure.year == run.fiscal_year) return &figure;
  }
  return nullptr;
}

std::vector<Headline> run_headlines(const RunResult& run, const RunBeside& estimate, const Wording& words) {
  std::vector<Headline> four{
      {money_column(words("预算", "budget")), run.total.budget, run.budget_version},
      {money_column(words("预计", "projected")), run.total.projected, words("期望值", "expected value")},
      {difference_column(words("差异", "difference")), run.total.difference(),
       words("执行率 ", "execution ") + percent_text(run.total.execution_rate(), 1)}};
  const RiskFigure* whole = whole_of(run);
  const BandFigure* known = estimate.bands ? whole_of(*estimate.bands) : nullptr;
  // Deaths alone say little of the chance: where the assumptions were not drawn with them the band speaks.
  if (whole != nullptr && (run.risk->assumptions > 0 || known == nullptr)) {
    const Spread& band = band_of(*whole);
    four[1].note = words("期望值（假定取基准值）；模拟的均值 ", "expected value (base values); simulated mean ") +
                   wan_text(band.mean) + words("，中位数 ", ", median ") + wan_text(band.p50);
    const auto reserve = whole->budget ? std::optional(whole->reserve_95) : std::nullopt;
    four.push_back(
        {rate_column(run.risk->assumptions > 0 ? words("超支概率", "chance over budget")
                                               : words("超支概率（只计死亡）", "chance over budget (deaths alone)")),
         whole->over, words("预备 95%：", "reserve for 95 %: ") + wan_or_dash(reserve)});
  } else if (known != nullptr) {
    four[1].note = words("各假定取基准值；八成在 ", "base values; eight in ten within ") + wan_text(known->p10) +
                   words(" 至 ", " to ") + wan_text(known->p90);
    const auto reserve = known->budget ? std::optional(known->reserve_90) : std::nullopt;
    four.push_back({rate_column(words("超支概率", "chance over budget")), known->over,
                    words("预备 90%：", "reserve for 90 %: ") + wan_or_dash(reserve)});
  } else {
    four.push_back({rate_column(words("独立测算占预算", "share projected independently")), run.basis_share.projected,
                    words("其余按预算校准或按计划", "the rest is calibrated or planned")});
  }
  return four;
}

}  // namespace

ReportContent run_content(const RunResult& run, const BesideRun& beside, const ReportTerms& terms) {
  const Wording words{terms.language};
  ReportContent content;
  content.title = words("待遇发放测算报告", "Disbursement report");
  content.subtitle = run.scenario.name + "  " + std::to_string(run.fiscal_year) + words(" 年度", "") + "  " +
                     to_string(run.manifest.horizon.first) + words(" 起 ", " and ") +
                     std::to_string(run.manifest.horizon.count) + words(" 个月", " months") + "  " + words.in_wan();
  content.subtitle = with_doubts(content.subtitle, run.findings, words);
  say_first(content, run_verdict(run, words));
  content.headlines = run_headlines(run, beside.estimate, words);
  std::string missing;
  const auto lack = [&](const std::string& what) { missing += (missing.empty() ? "" : "；") + what; };
  std::vector<Exhibit>& exhibits = content.exhibits;
  if (beside.estimate.bands) exhibits.push_back(bands_exhibit(*beside.estimate.bands, words));
  add_all(exhibits, {programmes_exhibit(run, words), waterfall_exhibit(run, words), months_exhibit(run, words)});
  if (beside.estimate.bands) exhibits.push_back(readings_exhibit(*beside.estimate.bands, words));
  for (const CashPlan& cash : beside.cash) exhibits.push_back(pay_days_exhibit(cash, cash.rule, words));
  if (run.risk) {
    add_all(exhibits, {fan_exhibit(run, words), exceedance_exhibit(run, words), risk_exhibit(run, words)});
  } else {
    lack(words("风险（run --mode stochastic）", "risk (run --mode stochastic)"));
  }
  for (const StudyResult& study : beside.studies) {
    add_all(exhibits, study_exhibits(study, words));
    exhibits.push_back(inputs_exhibit(study, words));
  }
  if (beside.studies.empty()) lack(words("敏感性（--with sensitivity 的 JSON）", "sensitivity (--with its JSON)"));
  if (beside.cash.empty()) lack(words("发放日（--with cash 的 JSON）", "pay days (--with the JSON of cash)"));
  exhibits.push_back(population_exhibit(run, words));
  for (const Scheme scheme : {Scheme::civil_service, Scheme::enterprise, Scheme::resident})
    exhibits.push_back(ages_exhibit(run, scheme, words));
  add_all(exhibits, {caseload_exhibit(run, words), averages_exhibit(run, words), documents_exhibit(run, words),
                     findings_exhibit(run.findings, words), reproduce_exhibit(run.manifest, terms.commands, words)});
  if (!missing.empty()) exhibits.back().note += words(" 本报告没有：", " Not in this report: ") + missing;
  return content;
}

ReportContent study_content(const StudyResult& study, const DoubtedManifest& manifest, const ReportTerms& terms) {
  const Wording words{terms.language};
  ReportContent content;
  content.title = words("敏感性分析", "Sensitivity study");
  content.subtitle = study.scenario + "  " + std::to_string(study.year) + words(" 年度  ", "  ") +
                     say(words.language, study.output_name) + "  " + words.in_wan();
  content.subtitle = with_doubts(content.subtitle, manifest.doubts, words);
  say_first(content, study_verdict(study, words));
  content.exhibits = study_exhibits(study, words);
  const Exhibit& tornado = content.exhibits.front();
  const auto shown = [&](std::size_t column) { return cell_text(tornado.columns[column], tornado.rows[0][column]); };
  const bool moves = !tornado.rows.empty();
  content.headlines = {{money_column(words("基准", "base")), study.base, say(words.language, study.output_name)},
                       {money_column(words("预算", "budget")), study.budget, ""},
                       {rate_column(words("超预算概率", "chance over budget")), study.any_breaks,
                        words("各项假定同时变动；逐项的方法不给", "all inputs drawn; one-at-a-time methods have none")},
                       {text_column(words("影响最大的假定", "moves most")), moves ? shown(0) : std::string("-"),
                        moves ? shown(4) + " / " + shown(5) : ""}};
  content.exhibits.push_back(inputs_exhibit(study, words));
  content.exhibits.push_back(reproduce_exhibit(manifest, terms.commands, words));
  return content;
}

ReportContent comparison_content(const ComparisonResult& comparison, const ReportTerms& terms) {
  const Wording words{terms.language};
  ReportContent content;
  content.title = words("情景对比", "What-ifs beside their base");
  content.subtitle = words("基准 ", "base ") + comparison.base + "  " + words.in_wan();
  content.subtitle = with_doubts(content.subtitle, comparison.manifest.doubts, words);
  say_first(content, comparison_verdict(comparison, words));
  constexpr std::size_t cards = 4;
  const std::string year = std::to_string(comparison.fiscal_year) + words(" 年度", "");
  std::size_t number = 0;
  for (const VariantComparison& variant : comparison.variants) {
    const AmountChange& total = variant.total;
    if (content.headlines.empty())
      content.headlines.push_back(
          {money_column(words("基准", "base") + words("，", ", ") + year), total.base, comparison.base});
    if (content.headlines.size() < cards) {
      content.headlines.push_back({money_column(variant.scenario + words("，", ", ") + year), total.variant,
                                   signed_wan_text(total.difference())});
    }
    for (const YearChange& one : variant.years) {
      if (one.year == comparison.fiscal_year || content.headlines.size() >= cards) continue;
      content.headlines.push_back(
          {money_column(variant.scenario + words("，", ", ") + std::to_string(one.year) + words(" 年度", "")),
           one.line.variant, signed_wan_text(one.line.difference())});
    }
    add_all(content.exhibits, variant_exhibits(variant, ++number, comparison.fiscal_year, words));
  }
  content.exhibits.push_back(reproduce_exhibit(comparison.manifest, terms.commands, words));
  return content;
}

ReportContent scenario_table_content(const ScenarioTable& table, const ReportTerms& terms) {
  const Wording words{terms.language};
  ReportContent content;
  content.title = words("情景对照表", "Scenarios side by side");
  content.subtitle = words("基准 ", "base ") + table.scenarios.front().name + "  " + words.in_wan();
  content.subtitle = with_doubts(content.subtitle, table.manifest.doubts, words);
  say_first(content, table_verdict(table, words));
  constexpr std::size_t cards = 4;
  for (const TabledRow& row : table.rows) {
    if (row.of != TabledRow::Of::total || row.year != table.fiscal_year) continue;
    for (std::size_t s = 0; s < std::min(cards, row.amounts.size()); ++s) {
      const std::string note = s == 0 ? words("预算 ", "budget ") + wan_or_dash(row.budget)
                                      : words("比基准 ", "against the base ") + signed_wan_text(row.difference(s));
      content.headlines.push_back({money_column(table.scenarios[s].name), row.amounts[s].amount, note});
    }
  }
  content.exhibits = scenario_exhibits(table, words);
  content.exhibits.push_back(reproduce_exhibit(table.manifest, terms.commands, words));
  return content;
}

ReportContent reforecast_content(const ReforecastResult& result, const DoubtedManifest& manifest,
                                 const ReportTerms& terms) {
  const Wording words{terms.language};
  const ReforecastLine& total = result.total;
  ReportContent content;
  content.title = words("年中再预测", "Re-forecast");
  content.subtitle =
      result.scenario + words("  锁定至 ", "  locked to ") + to_string(result.last) + "  " + words.in_wan();
  content.subtitle = with_doubts(content.subtitle, manifest.doubts, words);
  say_first(content, reforecast_verdict(result, words));
  content.headlines = {{money_column(words("预算", "budget")), total.budget, ""},
                       {money_column(words("全年预计", "estimate")), total.estimate,
                        total.band.low ? wan_text(*total.band.low) + " – " + wan_or_dash(total.band.high) : ""},
                       {difference_column(words("与预算差", "difference")), total.estimate - total.budget, ""},
                       {rate_column(words("超支概率", "chance over budget")), total.over, ""}};
  content.exhibits = reforecast_exhibits(result, words);
  content.exhibits.push_back(findings_exhibit(doubts_and(manifest, result.findings), words));
  content.exhibits.push_back(reproduce_exhibit(manifest, terms.commands, words));
  return content;
}

ReportContent draft_content(const DraftedBudget& budget, const std::vector<Finding>& findings,
                            const ReportTerms& terms) {
  const Wording words{terms.language};
  ReportContent content;
  content.title = std::to_string(budget.paper.year) + words(" 年部门预算", " budget") +
                  (is_draft(budget.document) ? words("（草案）", ", draft") : "");
  content.subtitle = with_doubts(words.in_wan(), budget.manifest.doubts, words);
  say_first(content, draft_verdict(budget, words));
  Money last, drafted, reserves;
  for (const PaperProject& project : budget.paper.projects) {
    last += project.last_budget;
    drafted += project.drafted;
    reserves += std::max(Money{}, project.high - project.drafted);
  }
  content.headlines = {{money_column(words("项目支出合计", "projects")), drafted, ""},
                       {money_column(words("上年预算", "last budget")), last, ""},
                       {difference_column(words("增减", "change")), drafted - last, ""},
                       {money_column(words("各项目建议预备之和", "reserves, summed")), reserves,
                        words("各项目不会同时取高", "not all are high at once")}};
  content.exhibits = draft_exhibits(budget, words);
  content.exhibits.push_back(findings_exhibit(doubts_and(budget.manifest, findings), words));
  content.exhibits.push_back(reproduce_exhibit(budget.manifest, terms.commands, words));
  return content;
}

namespace {

/// One table of both runs' amounts; `rows` are name, first and second.
struct Beside {
  std::string name;
  Money first, second;
};

Exhibit beside_exhibit(const char* id, const std::string& title, const RunResult& first, const RunResult& second,
                       const std::vector<Beside>& rows, const Wording& words) {
  Exhibit one = exhibit_of(id, title, words.unit(),
                           {name_column(title), money_column(first.scenario.name), money_column(second.scenario.name),
                            difference_column(words("差", "difference"))});
  one.columns.back().none = "";
  for (const Beside& row : rows) {
    ExhibitCell other = row.second, difference;
    if (row.first != row.second) {
      difference = row.second - row.first;
      other.differs = difference.differs = true;
    }
    one.add({row.name, row.first, other, difference});
  }
  return one;
}

}  // namespace

ReportContent side_by_side_content(const RunResult& first, const RunResult& second, const ReportTerms& terms) {
  const Wording words{terms.language};
  ReportContent content;
  content.title = words("两次测算对比", "Two runs side by side");
  content.subtitle = first.scenario.name + "  /  " + second.scenario.name + "  " +
                     words("单位：万元；不同的格子加底色", "in 10,000 yuan; cells that differ are marked");
  std::vector<Finding> doubts = first.findings;
  for (const Finding& one : second.findings) {
    if (std::find(doubts.begin(), doubts.end(), one) == doubts.end()) doubts.push_back(one);
  }
  content.subtitle = with_doubts(content.subtitle, doubts, words);
  content.headlines = {
      {money_column(first.scenario.name), first.total.projected, words("预计", "projected")},
      {money_column(second.scenario.name), second.total.projected, words("预计", "projected")},
      {difference_column(words("差", "difference")), second.total.projected - first.total.projected, ""},
      {money_column(words("预算", "budget")), first.total.budget, ""}};
  std::vector<Beside> programmes, lines;
  for (const ProgrammeResult& one : first.programmes) {
    for (const ProgrammeResult& other : second.programmes) {
      if (one.id == other.id)
        programmes.push_back({words.name(one.name, one.name_en), one.amount.projected, other.amount.projected});
    }
  }
  for (const LineFigure& one : first.lines) {
    for (const LineFigure& other : second.lines) {
      if (one.code == other.code)
        lines.push_back({one.code + " " + one.name, one.amount.projected, other.amount.projected});
    }
  }
  content.exhibits = {beside_exhibit("programmes", words("项目", "programme"), first, second, programmes, words),
                      beside_exhibit("lines", words("科目", "line"), first, second, lines, words)};
  content.exhibits.push_back(reproduce_exhibit(first.manifest, terms.commands, words));
  return content;
}

}  // namespace disburse
