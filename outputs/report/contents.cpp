#include "outputs/report/contents.hpp"

#include "outputs/number_text.hpp"
#include "outputs/report/exhibit_maker.hpp"

namespace disburse {
namespace {

std::vector<Headline> headlines_of(const Json& run, const ExhibitMaker& maker) {
  const Json& total = run.at("total");
  std::vector<Headline> four{
      {maker.words("预算", "budget"), wan_cell(total.at("budget_fen")), run.at("budget_version")},
      {maker.words("预计", "projected"), wan_cell(total.at("projected_fen")), maker.words("期望值", "expected value")},
      {maker.words("差异", "difference"), signed_wan_text(money_of_fen(total.at("difference_fen"))),
       maker.words("执行率 ", "execution ") + percent_cell(total.at("execution_rate"))}};
  Headline last{maker.words("独立测算占预算", "share projected independently"),
                percent_cell(run.at("basis_share").at("projected")),
                maker.words("其余按预算校准或按计划", "the rest is calibrated or planned")};
  if (run.contains("risk")) {
    for (const Json& figure : run.at("risk").at("figures")) {
      if (figure.at("of") == "total" && figure.at("year") == run.at("fiscal_year"))
        last = {maker.words("超支概率", "chance over budget"), percent_cell(figure.at("over")),
                maker.words("预备 95%：", "reserve for 95 %: ") + wan_cell(figure.at("reserve_95_fen"))};
    }
  }
  four.push_back(std::move(last));
  return four;
}

ReportContent run_content(const Json& run, const std::vector<Json>& others, Language language) {
  const ExhibitMaker maker(run, language);
  ReportContent content;
  content.title = maker.words("待遇发放测算报告", "Disbursement report");
  content.subtitle = run.at("scenario").get<std::string>() + "  " + std::to_string(run.at("fiscal_year").get<int>()) +
                     maker.words(" 年度", "") + "  " + run.at("manifest").at("first_month").get<std::string>() +
                     maker.words(" 起 ", " and ") + std::to_string(run.at("manifest").at("months").get<int>()) +
                     maker.words(" 个月", " months") + "  " + maker.words("单位：万元", "in 10,000 yuan");
  content.headlines = headlines_of(run, maker);
  std::string missing;
  const auto lack = [&](const std::string& what) { missing += (missing.empty() ? "" : "；") + what; };
  content.exhibits = {maker.programmes(), maker.waterfall(), maker.months()};
  bool cash = false;
  bool study = false;
  for (const Json& other : others) {
    if (other.at("schema") != "disburse/cash/1") continue;
    content.exhibits.push_back(maker.pay_days(other));
    cash = true;
  }
  if (run.contains("risk")) {
    for (Exhibit& one : std::vector<Exhibit>{maker.fan(), maker.exceedance(), maker.risk_table()})
      content.exhibits.push_back(std::move(one));
  } else {
    lack(maker.words("风险（run --mode stochastic）", "risk (run --mode stochastic)"));
  }
  for (const Json& other : others) {
    if (other.at("schema") != "disburse/sensitivity/1") continue;
    for (Exhibit& one : maker.study(other)) content.exhibits.push_back(std::move(one));
    content.exhibits.push_back(maker.inputs(other));
    study = true;
  }
  if (!study) lack(maker.words("敏感性（--with sensitivity 的 JSON）", "sensitivity (--with its JSON)"));
  if (!cash) lack(maker.words("发放日（--with cash 的 JSON）", "pay days (--with the JSON of cash)"));
  content.exhibits.push_back(maker.population());
  for (const char* scheme : {"civil_service", "enterprise", "resident"})
    content.exhibits.push_back(maker.pyramid(scheme));
  for (Exhibit& one : std::vector<Exhibit>{maker.caseload(), maker.averages(), maker.documents(), maker.findings(),
                                           maker.reproduce("run")})
    content.exhibits.push_back(std::move(one));
  if (!missing.empty()) content.exhibits.back().note += maker.words(" 本报告没有：", " Not in this report: ") + missing;
  return content;
}

ReportContent study_content(const Json& study, Language language) {
  const ExhibitMaker maker(study, language);
  ReportContent content;
  content.title = maker.words("敏感性分析", "Sensitivity study");
  content.subtitle = study.at("scenario").get<std::string>() + "  " + std::to_string(study.at("year").get<int>()) +
                     maker.words(" 年度  ", "  ") + study.at("output").get<std::string>() +
                     maker.words("  单位：万元", "  in 10,000 yuan");
  content.exhibits = maker.study(study);
  const Exhibit& tornado = content.exhibits.front();
  const std::string first = tornado.rows.empty() ? "-" : tornado.rows.front().front();
  content.headlines = {
      {maker.words("基准", "base"), wan_cell(study.at("base_fen")), study.at("output")},
      {maker.words("预算", "budget"), wan_cell(study.at("budget_fen")), ""},
      {maker.words("超预算概率", "chance over budget"), percent_cell(study.at("probability_over_budget")),
       maker.words("各项假定同时变动；逐项的方法不给", "all inputs drawn; one-at-a-time methods have none")},
      {maker.words("影响最大的假定", "moves most"), first,
       tornado.rows.empty() ? "" : tornado.rows.front()[4] + " / " + tornado.rows.front()[5]}};
  content.exhibits.push_back(maker.inputs(study));
  content.exhibits.push_back(maker.reproduce("sensitivity"));
  return content;
}

ReportContent variants_content(const Json& comparison, Language language) {
  const ExhibitMaker maker(comparison, language);
  ReportContent content;
  content.title = maker.words("情景对比", "What-ifs beside their base");
  content.subtitle = maker.words("基准 ", "base ") + comparison.at("scenario").get<std::string>() +
                     maker.words("  单位：万元", "  in 10,000 yuan");
  constexpr std::size_t cards = 4;
  std::size_t number = 0;
  for (const Json& variant : comparison.at("variants")) {
    const Json& total = variant.at("total");
    if (content.headlines.empty())
      content.headlines.push_back(
          {maker.words("基准", "base"), wan_cell(total.at("base_fen")), comparison.at("scenario")});
    if (content.headlines.size() < cards) {
      content.headlines.push_back({variant.at("scenario"), wan_cell(total.at("variant_fen")),
                                   signed_wan_text(money_of_fen(total.at("difference_fen")))});
    }
    for (Exhibit& one : maker.variant(variant, ++number)) content.exhibits.push_back(std::move(one));
  }
  content.exhibits.push_back(maker.reproduce("compare"));
  return content;
}

ReportContent reforecast_content(const Json& document, Language language) {
  const ExhibitMaker maker(document, language);
  const Json& total = document.at("total");
  ReportContent content;
  content.title = maker.words("年中再预测", "Re-forecast");
  content.subtitle = document.at("scenario").get<std::string>() + maker.words("  锁定至 ", "  locked to ") +
                     document.at("locked_to").get<std::string>() + maker.words("  单位：万元", "  in 10,000 yuan");
  content.headlines = {
      {maker.words("预算", "budget"), wan_cell(total.at("budget_fen")), ""},
      {maker.words("全年预计", "estimate"), wan_cell(total.at("estimate_fen")),
       total.at("p10_fen").is_null() ? "" : wan_cell(total.at("p10_fen")) + " – " + wan_cell(total.at("p90_fen"))},
      {maker.words("与预算差", "difference"),
       signed_wan_text(money_of_fen(total.at("estimate_fen")) - money_of_fen(total.at("budget_fen"))), ""},
      {maker.words("超支概率", "chance over budget"), percent_cell(total.at("probability_over_budget")), ""}};
  content.exhibits = maker.reforecast();
  content.exhibits.push_back(maker.findings());
  content.exhibits.push_back(maker.reproduce("reforecast"));
  return content;
}

ReportContent draft_content(const Json& document, Language language) {
  const ExhibitMaker maker(document, language);
  ReportContent content;
  content.title = std::to_string(document.at("year").get<int>()) + maker.words(" 年部门预算（草案）", " budget, draft");
  content.subtitle = maker.words("单位：万元", "in 10,000 yuan");
  Money last, drafted, high;
  for (const Json& project : document.at("projects")) {
    last += money_of_fen(project.at("last_budget_fen"));
    drafted += money_of_fen(project.at("drafted_fen"));
    high += std::max(Money{}, money_of_fen(project.at("high_fen")) - money_of_fen(project.at("drafted_fen")));
  }
  content.headlines = {{maker.words("项目支出合计", "projects"), wan_text(drafted), ""},
                       {maker.words("上年预算", "last budget"), wan_text(last), ""},
                       {maker.words("增减", "change"), signed_wan_text(drafted - last), ""},
                       {maker.words("各项目建议预备之和", "reserves, summed"), wan_text(high),
                        maker.words("各项目不会同时取高", "not all are high at once")}};
  content.exhibits = maker.draft();
  content.exhibits.push_back(maker.findings());
  content.exhibits.push_back(maker.reproduce("budget"));
  return content;
}

}  // namespace

ReportContent report_content(const Json& document, const std::vector<Json>& others, Language language) {
  const std::string schema = document.at("schema");
  if (schema == "disburse/sensitivity/1") return study_content(document, language);
  if (schema == "disburse/compare/1") return variants_content(document, language);
  if (schema == "disburse/reforecast/1") return reforecast_content(document, language);
  if (schema == "disburse/budget-draft/1") return draft_content(document, language);
  return run_content(document, others, language);
}

ReportContent side_by_side_content(const Json& first, const Json& second, Language language) {
  const ExhibitMaker maker(first, language);
  ReportContent content;
  content.title = maker.words("两次测算对比", "Two runs side by side");
  content.subtitle = first.at("scenario").get<std::string>() + "  /  " + second.at("scenario").get<std::string>() +
                     "  " + maker.words("单位：万元；不同的格子加底色", "in 10,000 yuan; cells that differ are marked");
  const auto difference = [&](const Json& a, const Json& b) {
    return signed_wan_text(money_of_fen(b) - money_of_fen(a));
  };
  content.headlines = {
      {first.at("scenario"), wan_cell(first.at("total").at("projected_fen")), maker.words("预计", "projected")},
      {second.at("scenario"), wan_cell(second.at("total").at("projected_fen")), maker.words("预计", "projected")},
      {maker.words("差", "difference"),
       difference(first.at("total").at("projected_fen"), second.at("total").at("projected_fen")), ""},
      {maker.words("预算", "budget"), wan_cell(first.at("total").at("budget_fen")), ""}};
  const auto table = [&](const char* key, const char* id, const std::string& title, const auto& name_of) {
    Exhibit one{id, title, "", maker.unit(), nullptr, {}, {}};
    one.headings = {title, first.at("scenario"), second.at("scenario"), maker.words("差", "difference")};
    for (const Json& left : first.at(key)) {
      for (const Json& right : second.at(key)) {
        if (name_of(left) != name_of(right)) continue;
        const bool same = left.at("projected_fen") == right.at("projected_fen");
        one.rows.push_back({name_of(left), wan_cell(left.at("projected_fen")),
                            (same ? "" : "≠ ") + wan_cell(right.at("projected_fen")),
                            same ? "" : "≠ " + difference(left.at("projected_fen"), right.at("projected_fen"))});
      }
    }
    content.exhibits.push_back(std::move(one));
  };
  table("programmes", "programmes", maker.words("项目", "programme"),
        [](const Json& one) { return one.at("name").get<std::string>(); });
  table("lines", "lines", maker.words("科目", "line"),
        [](const Json& one) { return one.at("code").get<std::string>() + " " + one.at("name").get<std::string>(); });
  return content;
}

}  // namespace disburse
