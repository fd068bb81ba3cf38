// What is uncertain: bands, chances, reserves.
#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/report/exhibit_maker.hpp"

namespace disburse {

Exhibit ExhibitMaker::fan() const {
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
    inner_low.push_back(chart_wan(chance.at("p10_fen")));
    inner_high.push_back(chart_wan(chance.at("p90_fen")));
    outer_low.push_back(chart_wan(both.at("p10_fen")));
    outer_high.push_back(chart_wan(both.at("p90_fen")));
    middle.push_back(chart_wan(both.at("p50_fen")));
    one.rows.push_back({month.at("month"), wan_cell(chance.at("p10_fen")), wan_cell(both.at("p50_fen")),
                        wan_cell(chance.at("p90_fen")), wan_cell(both.at("p10_fen")), wan_cell(both.at("p90_fen"))});
  }
  one.chart = {
      {"kind", "fan"},
      {"categories", std::move(months)},
      {"series",
       {series_of(words("外带 10%", "outer 10 %"), std::move(outer_low)),
        series_of(words("外带 90%", "outer 90 %"), std::move(outer_high)),
        series_of(words("内带 10%", "inner 10 %"), std::move(inner_low)),
        series_of(words("内带 90%", "inner 90 %"), std::move(inner_high)),
        series_of(words("中位数", "median"), std::move(middle))}},
      {"names", {words("加上假定", "with assumptions"), words("个体随机", "chance")}},
      {"mark",
       {{"name", words("全年预算", "year's budget")}, {"value", chart_wan(run_.at("total").at("budget_fen"))}}}};
  return one;
}

Exhibit ExhibitMaker::exceedance() const {
  Exhibit one{"exceedance", words("超过某个金额的概率", "Chance of more than an amount"), "", unit(), {}, {}, {}};
  one.headings = {words("金额", "amount"), words("超过的概率", "chance of more")};
  Json points = Json::array();
  for (const Json& figure : run_.at("risk").at("figures")) {
    if (figure.at("of") != "total" || figure.at("year") != run_.at("fiscal_year")) continue;
    one.note = words("超过预算的概率 ", "chance above the budget ") + percent_cell(figure.at("over")) +
               words("；有 90% 把握所需的预备 ", "; reserve for 90 %: ") + wan_cell(figure.at("reserve_90_fen")) +
               words("，95% ", ", 95 %: ") + wan_cell(figure.at("reserve_95_fen"));
  }
  for (const Json& point : run_.at("risk").at("exceedance")) {
    points.push_back({chart_wan(point.at("amount_fen")), point.at("percent_above")});
    one.rows.push_back({wan_cell(point.at("amount_fen")), std::to_string(point.at("percent_above").get<int>()) + "%"});
  }
  one.chart = {{"kind", "curve"},
               {"series", {series_of(one.headings[1], std::move(points))}},
               {"mark", {{"name", words("预算", "budget")}, {"value", chart_wan(run_.at("total").at("budget_fen"))}}}};
  return one;
}

Exhibit ExhibitMaker::risk_table() const {
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

}  // namespace disburse
