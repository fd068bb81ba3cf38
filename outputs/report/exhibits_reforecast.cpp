// The year in progress: where it will end, what is locked, why it moved, what cash is to come.
#include <algorithm>
#include <map>

#include "outputs/number_text.hpp"
#include "outputs/report/exhibit_maker.hpp"

namespace disburse {
namespace {

Exhibit lines_of(const Json& document, const ExhibitMaker& maker) {
  Exhibit one{
      "lines",
      maker.words("各科目：全年预计与预算", "Lines: the year's estimate and its budget"),
      maker.words("10% 和 90%：不确定假定与个体随机合在一起。", "10 and 90 %: assumptions and chance together."),
      maker.unit(),
      {},
      {},
      {}};
  one.headings = {maker.words("科目", "line"),
                  maker.words("预算", "budget"),
                  maker.words("已支出", "paid"),
                  maker.words("全年预计", "estimate"),
                  "10%",
                  "90%",
                  maker.words("与预算差", "difference"),
                  maker.words("超支概率", "chance over"),
                  maker.words("用完月份", "used up")};
  Json names = Json::array(), budget = Json::array(), estimate = Json::array();
  const auto row = [&](const std::string& name, const Json& line) {
    one.rows.push_back({name, wan_cell(line.at("budget_fen")), wan_cell(line.at("locked_fen")),
                        wan_cell(line.at("estimate_fen")), wan_cell(line.at("p10_fen")), wan_cell(line.at("p90_fen")),
                        signed_wan_text(money_of_fen(line.at("estimate_fen")) - money_of_fen(line.at("budget_fen"))),
                        percent_cell(line.at("probability_over_budget")),
                        line.at("exhausted").is_string() ? line.at("exhausted").get<std::string>() : "-"});
  };
  for (const Json& line : document.at("lines")) {
    const std::string name = line.at("code").get<std::string>() + " " + line.at("name").get<std::string>();
    names.push_back(name);
    budget.push_back(chart_wan(line.at("budget_fen")));
    estimate.push_back(chart_wan(line.at("estimate_fen")));
    row(name, line);
  }
  row(maker.words("合计", "all"), document.at("total"));
  one.chart = {
      {"kind", "bars_across"},
      {"categories", std::move(names)},
      {"series", {series_of(one.headings[1], std::move(budget)), series_of(one.headings[3], std::move(estimate))}}};
  return one;
}

Exhibit months_of(const Json& document, const ExhibitMaker& maker) {
  const std::string locked_to = document.at("locked_to");
  Exhibit one{"months",
              maker.words("各月支出：已锁定与其余", "Months: locked and to come"),
              maker.words("锁定至 ", "locked to ") + locked_to,
              maker.unit(),
              {},
              {},
              {}};
  one.headings = {maker.words("月份", "month"), maker.words("已锁定", "locked"), maker.words("其余", "to come")};
  std::map<std::string, std::pair<Money, Money>> months;
  for (const Json& programme : document.at("programmes")) {
    for (const Json& month : programme.at("months")) {
      auto& [locked, open] = months[month.at("month")];
      (month.at("month").get<std::string>() <= locked_to ? locked : open) += money_of_fen(month.at("line_fen"));
    }
  }
  Json names = Json::array(), locked = Json::array(), open = Json::array();
  for (const auto& [month, amounts] : months) {
    names.push_back(month);
    locked.push_back(chart_wan(Json(amounts.first.fen())));
    open.push_back(chart_wan(Json(amounts.second.fen())));
    one.rows.push_back({month, wan_text(amounts.first), wan_text(amounts.second)});
  }
  one.chart = {
      {"kind", "stacked"},
      {"categories", std::move(names)},
      {"series", {series_of(one.headings[1], std::move(locked)), series_of(one.headings[2], std::move(open))}}};
  return one;
}

Exhibit causes_of(const Json& document, const ExhibitMaker& maker) {
  Exhibit one{"causes",
              maker.words("至今差异的原因", "Causes so far"),
              maker.words("实际减测算，到分为止没有余数。", "Paid less projected; the parts sum to the fen."),
              maker.unit(),
              {},
              {},
              {}};
  one.headings = {maker.words("项目", "programme"), maker.words("时间", "timing"), maker.words("人数", "volume"),
                  maker.words("结构", "mix"), maker.words("人均", "price")};
  const char* keys[] = {"timing_fen", "volume_fen", "mix_fen", "price_fen"};
  Json names = Json::array();
  std::vector<Json> values(std::size(keys), Json::array());
  for (const Json& programme : document.at("programmes")) {
    if (!programme.at("given").get<bool>()) continue;
    std::vector<std::string> row{programme.at("name")};
    names.push_back(programme.at("name"));
    for (std::size_t k = 0; k < std::size(keys); ++k) {
      values[k].push_back(chart_wan(programme.at("variance").at(keys[k])));
      row.push_back(signed_wan_text(money_of_fen(programme.at("variance").at(keys[k]))));
    }
    one.rows.push_back(std::move(row));
  }
  Json series = Json::array();
  for (std::size_t k = 0; k < std::size(keys); ++k)
    series.push_back(series_of(one.headings[k + 1], std::move(values[k])));
  one.chart = {
      {"kind", "bars_across"}, {"stack", true}, {"categories", std::move(names)}, {"series", std::move(series)}};
  return one;
}

}  // namespace

std::vector<Exhibit> ExhibitMaker::reforecast() const {
  std::vector<Exhibit> all{lines_of(run_, *this), months_of(run_, *this), causes_of(run_, *this)};
  all.push_back(pay_days({{"needs", run_.at("cash")}, {"rule", words("尚需拨付的款项。", "Still to be asked for.")}}));
  return all;
}

std::vector<Exhibit> ExhibitMaker::draft() const {
  Exhibit projects{
      "projects",
      words("项目支出：上年、本年与高低", "Projects: last year, this year, range"),
      words("低、高为各项不确定假定合在一起的 10% 和 90%。", "Low and high: 10 and 90 % over the assumptions."),
      unit(),
      {},
      {},
      {}};
  projects.headings = {words("项目", "project"),    words("科目", "line"),       words("上年预算", "last budget"),
                       words("本年预算", "budget"), words("增减", "change"),     words("低", "low"),
                       words("高", "high"),         words("建议预备", "reserve")};
  Exhibit grounds{"grounds", words("测算依据：人次乘标准", "What each rests on: units times rate"), "", "", nullptr, {},
                  {}};
  grounds.headings = {words("项目", "project"), words("组成", "component"), words("人次或次数", "units"),
                      words("金额（万元）", "amount (10,000 yuan)")};
  Json names = Json::array(), last = Json::array(), now = Json::array();
  for (const Json& project : run_.at("projects")) {
    const Money drafted = money_of_fen(project.at("drafted_fen"));
    const Money high = money_of_fen(project.at("high_fen"));
    names.push_back(project.at("name"));
    last.push_back(chart_wan(project.at("last_budget_fen")));
    now.push_back(chart_wan(project.at("drafted_fen")));
    projects.rows.push_back({project.at("name"), project.at("line"), wan_cell(project.at("last_budget_fen")),
                             wan_text(drafted), signed_wan_text(drafted - money_of_fen(project.at("last_budget_fen"))),
                             wan_cell(project.at("low_fen")), wan_text(high),
                             wan_text(std::max(Money{}, high - drafted))});
    for (const Json& component : project.at("components")) {
      grounds.rows.push_back({project.at("name"), component.at("name"),
                              count_text(component.at("units").get<double>(), 1), wan_cell(component.at("fen"))});
    }
  }
  projects.chart = {
      {"kind", "bars_across"},
      {"categories", std::move(names)},
      {"series", {series_of(projects.headings[2], std::move(last)), series_of(projects.headings[3], std::move(now))}}};
  std::vector<Exhibit> all{std::move(projects), std::move(grounds)};
  for (const Json& table : run_.at("tables")) {
    Exhibit one{"table-" + std::to_string(all.size()),
                table.at("id").get<std::string>() + " " + table.at("title").get<std::string>(),
                "",
                unit(),
                nullptr,
                {words("行", "row")},
                {}};
    for (const Json& heading : table.at("headings")) one.headings.push_back(heading);
    for (const Json& row : table.at("rows")) {
      const std::string code = row.at("code");
      std::vector<std::string> cells{code + (code.empty() ? "" : " ") + row.at("name").get<std::string>()};
      for (const Json& cell : row.at("cells")) cells.push_back(cell);
      cells.resize(one.headings.size());
      one.rows.push_back(std::move(cells));
    }
    all.push_back(std::move(one));
  }
  Exhibit notes{"notes", words("编制口径", "How it was drafted"),       "", "",
                nullptr, {words("序号", "no."), words("说明", "note")}, {}};
  for (const Json& note : run_.at("notes")) notes.rows.push_back({std::to_string(notes.rows.size() + 1), note});
  all.push_back(std::move(notes));
  return all;
}

}  // namespace disburse
