#include "outputs/report/exhibits.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"

namespace disburse {
namespace {

constexpr double fen_a_wan = 1e6;

Money money(const Json& fen) { return fen.is_number() ? Money::fen(fen.get<std::int64_t>()) : Money{}; }
/// 万元 with two decimals, as a number for a chart.
Json wan(const Json& fen) {
  if (!fen.is_number()) return nullptr;
  return std::round(fen.get<double>() / fen_a_wan * 100.0) / 100.0;
}
std::string wan_cell(const Json& fen) { return fen.is_number() ? wan_text(money(fen)) : "-"; }
std::string count_cell(const Json& count, int decimals = 0) {
  return count.is_number() ? count_text(count.get<double>(), decimals) : "*";
}
std::string percent_cell(const Json& share) { return share.is_number() ? percent_text(share.get<double>(), 1) : "-"; }

Json series(const std::string& name, Json values) { return {{"name", name}, {"values", std::move(values)}}; }

std::string scheme_name(const std::string& word, Language language) {
  const auto scheme = scheme_from(word);
  return scheme ? label(*scheme, language) : word;
}

class Maker {
 public:
  Maker(const Json& run, Language language) : run_(run), language_(language) {}

  std::string words(const char* zh, const char* en) const { return say(language_, zh, en); }
  std::string unit() const { return words("万元", "10,000 yuan"); }

  Exhibit programmes() const {
    Exhibit one{"programmes", words("各项目：预算与预计", "Programmes: budget and projection"), "", unit(), {}, {}, {}};
    Json names = Json::array();
    Json budget = Json::array();
    Json projected = Json::array();
    one.headings = {words("项目", "programme"), words("科目", "line"),       words("预算", "budget"),
                    words("预计", "projected"), words("差异", "difference"), words("执行率", "execution"),
                    words("依据", "basis")};
    for (const Json& programme : run_.at("programmes")) {
      names.push_back(programme.at("name"));
      budget.push_back(wan(programme.at("budget_fen")));
      projected.push_back(wan(programme.at("projected_fen")));
      const auto basis = basis_from(programme.at("basis").get<std::string>());
      one.rows.push_back({programme.at("name"),
                          programme.at("line").is_string() ? programme.at("line").get<std::string>() : "",
                          wan_cell(programme.at("budget_fen")), wan_cell(programme.at("projected_fen")),
                          signed_wan_text(money(programme.at("difference_fen"))),
                          percent_cell(programme.at("execution_rate")), basis ? label(*basis, language_) : ""});
    }
    one.chart = {
        {"kind", "bars_across"},
        {"categories", std::move(names)},
        {"series", {series(one.headings[2], std::move(budget)), series(one.headings[3], std::move(projected))}}};
    return one;
  }

  Exhibit months() const {
    Exhibit one{"months", words("各月支出（市级科目）", "Spending by month (city's lines)"), "", unit(), {}, {}, {}};
    Json months = Json::array();
    one.headings = {words("项目", "programme")};
    for (const Json& month : run_.at("monthly")) {
      months.push_back(month.at("month"));
      one.headings.push_back(month.at("month"));
    }
    Json all = Json::array();
    for (const Json& programme : run_.at("programmes")) {
      Json values = Json::array();
      std::vector<std::string> row{programme.at("name")};
      for (const Json& month : programme.at("monthly")) {
        values.push_back(wan(month.at("line_fen")));
        row.push_back(wan_cell(month.at("line_fen")));
      }
      all.push_back(series(programme.at("name"), std::move(values)));
      one.rows.push_back(std::move(row));
    }
    one.chart = {{"kind", "stacked"}, {"categories", std::move(months)}, {"series", std::move(all)}};
    return one;
  }

  Exhibit waterfall() const {
    Exhibit one{"waterfall",
                words("从预算到预计", "From the budget to the projection"),
                words("每一段是一个项目的预计减预算。", "Each step is a programme's projection less its budget."),
                unit(),
                {},
                {},
                {}};
    Json names{words("预算", "budget")};
    Json values{wan(run_.at("total").at("budget_fen"))};
    one.headings = {words("项目", "programme"), words("差异", "difference")};
    for (const Json& programme : run_.at("programmes")) {
      if (money(programme.at("difference_fen")) == Money{}) continue;
      names.push_back(programme.at("name"));
      values.push_back(wan(programme.at("difference_fen")));
      one.rows.push_back({programme.at("name"), signed_wan_text(money(programme.at("difference_fen")))});
    }
    names.push_back(words("预计", "projected"));
    values.push_back(wan(run_.at("total").at("projected_fen")));
    one.chart = {{"kind", "waterfall"}, {"categories", std::move(names)}, {"series", {series("", std::move(values))}}};
    return one;
  }

  Exhibit fan() const {
    Exhibit one{"fan",
                words("累计支出的区间", "Band of what has been spent"),
                words("内带：只有个体死亡的随机；外带：再加上不确定的假定。均为 10% 至 90%。",
                      "Inner band: individual deaths; outer band: uncertain assumptions too. Both from 10 to 90 %."),
                unit(),
                {},
                {},
                {}};
    Json months = Json::array();
    Json inner_low = Json::array(), inner_high = Json::array(), outer_low = Json::array(), outer_high = Json::array(),
         middle = Json::array();
    one.headings = {words("月份", "month"),         "10%", "50%", "90%", words("外带 10%", "outer 10 %"),
                    words("外带 90%", "outer 90 %")};
    for (const Json& month : run_.at("risk").at("spent_so_far")) {
      if (month.at("month").get<std::string>().substr(0, 4) != std::to_string(run_.at("fiscal_year").get<int>()))
        continue;
      const Json& chance = month.at("chance");
      const Json& both = month.contains("both") && month.at("both").is_object() ? month.at("both") : chance;
      months.push_back(month.at("month"));
      inner_low.push_back(wan(chance.at("p10_fen")));
      inner_high.push_back(wan(chance.at("p90_fen")));
      outer_low.push_back(wan(both.at("p10_fen")));
      outer_high.push_back(wan(both.at("p90_fen")));
      middle.push_back(wan(both.at("p50_fen")));
      one.rows.push_back({month.at("month"), wan_cell(chance.at("p10_fen")), wan_cell(both.at("p50_fen")),
                          wan_cell(chance.at("p90_fen")), wan_cell(both.at("p10_fen")), wan_cell(both.at("p90_fen"))});
    }
    one.chart = {
        {"kind", "fan"},
        {"categories", std::move(months)},
        {"series",
         {series("outer_low", std::move(outer_low)), series("outer_high", std::move(outer_high)),
          series("inner_low", std::move(inner_low)), series("inner_high", std::move(inner_high)),
          series(words("中位数", "median"), std::move(middle))}},
        {"names", {words("加上假定", "with assumptions"), words("个体随机", "chance")}},
        {"mark", {{"name", words("全年预算", "year's budget")}, {"value", wan(run_.at("total").at("budget_fen"))}}}};
    return one;
  }

  Exhibit exceedance() const {
    Exhibit one{"exceedance", words("超过某个金额的概率", "Chance of more than an amount"), "", unit(), {}, {}, {}};
    one.headings = {words("金额", "amount"), words("超过的概率", "chance of more")};
    Json points = Json::array();
    for (const Json& figure : run_.at("risk").at("figures")) {
      if (figure.at("of") != "total" || figure.at("year") != run_.at("fiscal_year")) continue;
      const Json& both =
          figure.contains("both") && figure.at("both").is_object() ? figure.at("both") : figure.at("chance");
      const std::pair<const char*, int> quantiles[] = {
          {"p05_fen", 95}, {"p10_fen", 90}, {"p50_fen", 50}, {"p90_fen", 10}, {"p95_fen", 5}};
      for (const auto& [key, above] : quantiles) {
        points.push_back({wan(both.at(key)), above});
        one.rows.push_back({wan_cell(both.at(key)), std::to_string(above) + "%"});
      }
      one.note = words("超过预算的概率 ", "chance above the budget ") + percent_cell(figure.at("over")) +
                 words("；有 90% 把握所需的预备 ", "; reserve for 90 %: ") + wan_cell(figure.at("reserve_90_fen")) +
                 words("，95% ", ", 95 %: ") + wan_cell(figure.at("reserve_95_fen"));
    }
    one.chart = {{"kind", "curve"},
                 {"series", {series(one.headings[1], std::move(points))}},
                 {"mark", {{"name", words("预算", "budget")}, {"value", wan(run_.at("total").at("budget_fen"))}}}};
    return one;
  }

  Exhibit risk_table() const {
    Exhibit one{"risk", words("各科目和项目的风险", "Risk by programme and line"), "", unit(), nullptr, {}, {}};
    one.headings = {words("项目或科目", "programme or line"),
                    words("预算", "budget"),
                    "10%",
                    "50%",
                    "90%",
                    words("超支概率", "chance over"),
                    words("预备 90%", "reserve 90 %"),
                    words("预备 95%", "reserve 95 %"),
                    words("可能超支月", "likely in")};
    for (const Json& figure : run_.at("risk").at("figures")) {
      if (figure.at("year") != run_.at("fiscal_year")) continue;
      const Json& both =
          figure.contains("both") && figure.at("both").is_object() ? figure.at("both") : figure.at("chance");
      std::string name = figure.at("id").get<std::string>();
      if (figure.at("of") == "programme") name = figure.at("name");
      if (figure.at("of") == "line") name += " " + figure.at("name").get<std::string>();
      if (figure.at("of") == "total") name = words("合计", "all");
      one.rows.push_back({name, wan_cell(figure.at("budget_fen")), wan_cell(both.at("p10_fen")),
                          wan_cell(both.at("p50_fen")), wan_cell(both.at("p90_fen")), percent_cell(figure.at("over")),
                          wan_cell(figure.at("reserve_90_fen")), wan_cell(figure.at("reserve_95_fen")),
                          figure.at("likely_over").is_string() ? figure.at("likely_over").get<std::string>() : "-"});
    }
    return one;
  }

  Exhibit population() const {
    Exhibit one{"population",
                words("领取待遇人员变动", "Pensioners: stock and movements"),
                "",
                words("人", "persons"),
                {},
                {},
                {}};
    one.headings = {words("险种", "scheme"), words("期初", "opening"),         words("新增", "new"),
                    words("死亡", "deaths"), words("其他减少", "other exits"), words("期末", "closing")};
    Json names = Json::array(), entrants = Json::array(), deaths = Json::array();
    for (const Json& flow : run_.at("population")) {
      const std::string name = scheme_name(flow.at("scheme"), language_);
      names.push_back(name);
      entrants.push_back(flow.at("entrants"));
      deaths.push_back(flow.at("deaths").is_number() ? Json(-flow.at("deaths").get<double>()) : Json(nullptr));
      one.rows.push_back({name, count_cell(flow.at("opening"), 1), count_cell(flow.at("entrants"), 1),
                          count_cell(flow.at("deaths"), 1), count_cell(flow.at("other_exits"), 1),
                          count_cell(flow.at("closing"), 1)});
    }
    one.chart = {
        {"kind", "bars_across"},
        {"stack", true},
        {"categories", std::move(names)},
        {"series", {series(one.headings[2], std::move(entrants)), series(one.headings[3], std::move(deaths))}}};
    return one;
  }

  Exhibit pyramid(const std::string& scheme) const {
    Exhibit one{"ages-" + scheme,
                scheme_name(scheme, language_) + words("：年初领取人员年龄", ": ages at the opening"),
                "",
                words("人", "persons"),
                {},
                {},
                {}};
    one.headings = {words("年龄", "age"), words("男", "men"), words("女", "women")};
    Json names = Json::array(), men = Json::array(), women = Json::array();
    for (const Json& group : run_.at("ages")) {
      if (group.at("scheme") != scheme) continue;
      const int from = group.at("from").get<int>();
      const std::string name = std::to_string(from) + "–" + std::to_string(from + 4);
      names.push_back(name);
      men.push_back(group.at("men").is_number() ? Json(-group.at("men").get<double>()) : Json(nullptr));
      women.push_back(group.at("women"));
      one.rows.push_back({name, count_cell(group.at("men")), count_cell(group.at("women"))});
    }
    one.chart = {{"kind", "pyramid"},
                 {"categories", std::move(names)},
                 {"series", {series(one.headings[1], std::move(men)), series(one.headings[2], std::move(women))}}};
    return one;
  }

  Exhibit caseload() const {
    Exhibit one{"caseload", words("各月领取人数", "Persons paid by month"), "", words("人", "persons"), {}, {}, {}};
    return by_month(
        std::move(one), "headcount", [](const Json& value) { return count_cell(value); },
        [](const Json& value) { return value; });
  }

  Exhibit averages() const {
    Exhibit one{"averages", words("各月人均支出（各级负担合计）", "Average paid a person (all payers)"),
                "",         words("元", "yuan"),
                {},         {},
                {}};
    constexpr double fen_a_yuan = 100.0;
    return by_month(
        std::move(one), "average_fen",
        [](const Json& value) { return value.is_number() ? yuan_text(money(value)) : std::string("-"); },
        [](const Json& value) { return value.is_number() ? Json(value.get<double>() / fen_a_yuan) : Json(nullptr); });
  }

  Exhibit documents() const {
    Exhibit one{"documents",
                words("各项依据管着多少钱", "What rests on each document"),
                words("“决定”一列相加等于全部支出；“涉及”可重叠。",
                      "The column “decides” sums to the outlay; “touches” overlaps."),
                unit(),
                nullptr,
                {},
                {}};
    one.headings = {words("文件或依据", "document or ground"), words("状态", "status"), words("决定", "decides"),
                    words("涉及", "touches"), words("参数", "parameters")};
    for (const Json& spend : run_.at("documents")) {
      std::string parameters;
      for (const Json& path : spend.at("parameters"))
        parameters += (parameters.empty() ? "" : "、") + path.get<std::string>();
      const std::string document = spend.at("document");
      one.rows.push_back({document.empty() ? words("没有文件的假定", "assumptions without a document") : document,
                          status_label(spend.at("status"), language_), wan_cell(spend.at("ruled_fen")),
                          wan_cell(spend.at("touched_fen")), parameters});
    }
    return one;
  }

  Exhibit findings() const {
    Exhibit one{"findings", words("预算文件的核对结果", "Findings in the budget document"), "", "", nullptr, {}, {}};
    one.headings = {words("级别", "severity"), words("位置", "where"), words("说明", "message")};
    for (const Json& finding : run_.at("findings"))
      one.rows.push_back({finding.at("severity"), finding.at("where"), finding.at("message")});
    return one;
  }

  Exhibit reproduce() const {
    Exhibit one{
        "reproduce",
        words("如何重做", "How to make it again"),
        words("同样的版本、情景和输入给出同样的字节。", "The same version, scenario and inputs give the same bytes."),
        "",
        nullptr,
        {},
        {}};
    one.headings = {words("项", "item"), words("值", "value")};
    const Json& manifest = run_.at("manifest");
    for (const char* key : {"version", "commit", "seed", "replicates", "mode", "first_month", "months"})
      one.rows.push_back(
          {key, manifest.at(key).is_string() ? manifest.at(key).get<std::string>() : manifest.at(key).dump()});
    for (const auto& [name, digest] : manifest.at("digests").items())
      one.rows.push_back({name, digest.get<std::string>()});
    one.rows.push_back({words("命令", "command"), "disburse run " + run_.at("scenario").get<std::string>()});
    return one;
  }

  Exhibit tornado(const Json& study) const {
    Exhibit one{"tornado",
                words("哪些假定影响最大：", "Which assumptions move most: ") + study.at("output").get<std::string>(),
                words("每项假定单独取低、取高（10% 和 90%）时与基准之差。",
                      "Difference from the base with each assumption alone at its low and high (10 and 90 %)."),
                unit(),
                {},
                {},
                {}};
    one.headings = {words("假定", "assumption"),
                    words("低", "low"),
                    words("基准", "base"),
                    words("高", "high"),
                    words("取低时", "at low"),
                    words("取高时", "at high"),
                    words("单独触及预算", "breaks the budget at"),
                    words("来源", "source")};
    Json names = Json::array(), low = Json::array(), high = Json::array();
    const Money base = money(study.at("base_fen"));
    for (const Json& bar : study.at("tornado")) {
      if (bar.at("dead").get<bool>()) continue;
      for (const Json& input : study.at("inputs")) {
        if (input.at("path") != bar.at("path")) continue;
        const Money down = money(bar.at("at_low_fen")) - base;
        const Money up = money(bar.at("at_high_fen")) - base;
        names.push_back(input.at("name"));
        low.push_back(wan(Json(down.fen())));
        high.push_back(wan(Json(up.fen())));
        one.rows.push_back({input.at("name"), input.at("low"), input.at("base"), input.at("high"),
                            signed_wan_text(down), signed_wan_text(up),
                            bar.at("breaks_at").is_string() ? bar.at("breaks_at").get<std::string>() : "-",
                            input.at("source")});
      }
    }
    one.chart = {{"kind", "tornado"},
                 {"categories", std::move(names)},
                 {"series", {series(one.headings[4], std::move(low)), series(one.headings[5], std::move(high))}}};
    return one;
  }

  Exhibit indices(const Json& study) const {
    Exhibit one{"sobol",
                words("方差由哪些假定解释：", "What explains the variance: ") + study.at("output").get<std::string>(),
                words("一阶：单独解释的份额；总效应：连同相互作用。方括号为 95% 区间。",
                      "First order: explained alone; total: with interactions. Brackets: 95 % intervals."),
                "",
                {},
                {},
                {}};
    one.headings = {words("因素", "factor"), words("一阶", "first order"), words("总效应", "total")};
    Json names = Json::array(), first = Json::array(), total = Json::array();
    const auto cell = [](const Json& estimated) {
      const auto text = [&](const char* key) { return count_text(estimated.at(key).get<double>(), 3); };
      return text("value") + " [" + text("low") + ", " + text("high") + "]";
    };
    for (const Json& factor : study.at("factors")) {
      if (!factor.contains("total") || factor.at("total").at("value") == 0.0) continue;
      names.push_back(factor.at("name"));
      first.push_back(factor.at("first").at("value"));
      total.push_back(factor.at("total").at("value"));
      one.rows.push_back({factor.at("name"), cell(factor.at("first")), cell(factor.at("total"))});
    }
    one.chart = {{"kind", "bars_across"},
                 {"categories", std::move(names)},
                 {"series", {series(one.headings[1], std::move(first)), series(one.headings[2], std::move(total))}}};
    return one;
  }

  Exhibit pay_days(const Json& cash) const {
    Exhibit one{"cash", words("用款：各发放日", "Cash: pay days"), cash.at("rule"), unit(), {}, {}, {}};
    one.headings = {words("发放日", "day"), words("市本级", "city"), words("自治区", "region"),
                    words("中央", "central"), words("基金", "fund")};
    std::map<std::string, std::map<std::string, std::int64_t>> days;
    for (const Json& need : cash.at("needs"))
      days[need.at("day")][need.at("payer")] += need.at("amount_fen").get<std::int64_t>();
    Json names = Json::array();
    Json all = Json::array();
    const char* payers[] = {"city", "region", "central", "fund"};
    for (std::size_t p = 0; p < std::size(payers); ++p) {
      Json values = Json::array();
      for (auto& [day, by_payer] : days) values.push_back(wan(Json(by_payer[payers[p]])));
      all.push_back(series(one.headings[p + 1], std::move(values)));
    }
    for (auto& [day, by_payer] : days) {
      names.push_back(day);
      std::vector<std::string> row{day};
      for (const char* payer : payers) row.push_back(wan_text(Money::fen(by_payer[payer])));
      one.rows.push_back(std::move(row));
    }
    one.chart = {{"kind", "stacked"}, {"categories", std::move(names)}, {"series", std::move(all)}};
    return one;
  }

 private:
  template <class CellOf, class ValueOf>
  Exhibit by_month(Exhibit one, const char* key, const CellOf& cell, const ValueOf& value) const {
    Json months = Json::array();
    Json all = Json::array();
    one.headings = {words("项目", "programme")};
    for (const Json& month : run_.at("monthly")) {
      months.push_back(month.at("month"));
      one.headings.push_back(month.at("month"));
    }
    for (const Json& programme : run_.at("programmes")) {
      if (!programme.at("headcount").is_number()) continue;
      Json values = Json::array();
      std::vector<std::string> row{programme.at("name")};
      for (const Json& month : programme.at("monthly")) {
        values.push_back(value(month.at(key)));
        row.push_back(cell(month.at(key)));
      }
      all.push_back(series(programme.at("name"), std::move(values)));
      one.rows.push_back(std::move(row));
    }
    one.chart = {{"kind", "lines"}, {"categories", std::move(months)}, {"series", std::move(all)}};
    return one;
  }

  const Json& run_;
  Language language_;
};

std::vector<Headline> headlines_of(const Json& run, const Maker& maker) {
  const Json& total = run.at("total");
  std::vector<Headline> four{
      {maker.words("预算", "budget"), wan_cell(total.at("budget_fen")), run.at("budget_version")},
      {maker.words("预计", "projected"), wan_cell(total.at("projected_fen")), maker.words("期望值", "expected value")},
      {maker.words("差异", "difference"), signed_wan_text(money(total.at("difference_fen"))),
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

}  // namespace

ReportContent report_content(const Json& run, const std::vector<Json>& others, Language language) {
  const Maker maker(run, language);
  ReportContent content;
  content.title = maker.words("待遇发放测算报告", "Disbursement report");
  content.subtitle = run.at("scenario").get<std::string>() + "  " + std::to_string(run.at("fiscal_year").get<int>()) +
                     maker.words(" 年度", "") + "  " + run.at("manifest").at("first_month").get<std::string>() + "  " +
                     maker.words("单位：万元", "in 10,000 yuan");
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
    content.exhibits.push_back(maker.tornado(other));
    if (other.contains("sobol")) content.exhibits.push_back(maker.indices(other));
    study = true;
  }
  if (!study) lack(maker.words("敏感性（--with sensitivity 的 JSON）", "sensitivity (--with its JSON)"));
  if (!cash) lack(maker.words("发放日（--with cash 的 JSON）", "pay days (--with the JSON of cash)"));
  content.exhibits.push_back(maker.population());
  for (const char* scheme : {"civil_service", "enterprise", "resident"})
    content.exhibits.push_back(maker.pyramid(scheme));
  for (Exhibit& one :
       std::vector<Exhibit>{maker.caseload(), maker.averages(), maker.documents(), maker.findings(), maker.reproduce()})
    content.exhibits.push_back(std::move(one));
  if (!missing.empty()) content.exhibits.back().note += maker.words(" 本报告没有：", " Not in this report: ") + missing;
  return content;
}

ReportContent comparison_content(const Json& first, const Json& second, Language language) {
  const Maker maker(first, language);
  ReportContent content;
  content.title = maker.words("两次测算对比", "Two runs side by side");
  content.subtitle = first.at("scenario").get<std::string>() + "  /  " + second.at("scenario").get<std::string>() +
                     "  " + maker.words("单位：万元；不同的格子加底色", "in 10,000 yuan; cells that differ are marked");
  const auto difference = [&](const Json& a, const Json& b) { return signed_wan_text(money(b) - money(a)); };
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
