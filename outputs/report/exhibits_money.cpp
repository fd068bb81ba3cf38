// The money: programmes, months, the way from the budget to the projection, pay days.
#include <algorithm>
#include <cmath>
#include <map>

#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/report/exhibit_maker.hpp"

namespace disburse {
namespace {

/// Bars of a waterfall: the first and the last stand on zero, those between float on the sum of what came before. The
/// axis begins little below the lowest, since steps are small beside the ends.
Json floating_bars(const Json& steps) {
  Json floor = series_of("", Json::array()), ends = series_of("=", Json::array());
  Json up = series_of("+", Json::array()), down = series_of("-", Json::array());
  floor["hidden"] = true;
  double level = 0.0;
  double least = std::min(steps.front().get<double>(), steps.back().get<double>());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double step = steps[i].get<double>();
    const bool end = i == 0 || i + 1 == steps.size();
    const double next = end ? step : level + step;
    const double base = end ? 0.0 : std::min(level, next);
    if (!end) least = std::min(least, base);
    floor["values"].push_back(base);
    ends["values"].push_back(end ? Json(step) : Json(nullptr));
    up["values"].push_back(!end && step >= 0.0 ? Json(step) : Json(nullptr));
    down["values"].push_back(!end && step < 0.0 ? Json(-step) : Json(nullptr));
    level = next;
  }
  constexpr double below = 0.98, hundreds = 100.0;
  return {{"steps", steps},
          {"minimum", std::floor(least * below / hundreds) * hundreds},
          {"series", {std::move(floor), std::move(ends), std::move(up), std::move(down)}}};
}

}  // namespace

Exhibit ExhibitMaker::programmes() const {
  Exhibit one{"programmes", words("各项目：预算与预计", "Programmes: budget and projection"), "", unit(), {}, {}, {}};
  Json names = Json::array();
  Json budget = Json::array();
  Json projected = Json::array();
  one.headings = {words("项目", "programme"), words("科目", "line"),       words("预算", "budget"),
                  words("预计", "projected"), words("差异", "difference"), words("执行率", "execution"),
                  words("依据", "basis")};
  for (const Json& programme : run_.at("programmes")) {
    names.push_back(programme.at("name"));
    budget.push_back(chart_wan(programme.at("budget_fen")));
    projected.push_back(chart_wan(programme.at("projected_fen")));
    const auto basis = basis_from(programme.at("basis").get<std::string>());
    one.rows.push_back({programme.at("name"),
                        programme.at("line").is_string() ? programme.at("line").get<std::string>() : "",
                        wan_cell(programme.at("budget_fen")), wan_cell(programme.at("projected_fen")),
                        signed_wan_text(money_of_fen(programme.at("difference_fen"))),
                        percent_cell(programme.at("execution_rate")), basis ? label(*basis, language_) : ""});
  }
  one.chart = {
      {"kind", "bars_across"},
      {"categories", std::move(names)},
      {"series", {series_of(one.headings[2], std::move(budget)), series_of(one.headings[3], std::move(projected))}}};
  return one;
}

Exhibit ExhibitMaker::months() const {
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
      values.push_back(chart_wan(month.at("line_fen")));
      row.push_back(wan_cell(month.at("line_fen")));
    }
    all.push_back(series_of(programme.at("name"), std::move(values)));
    one.rows.push_back(std::move(row));
  }
  one.chart = {{"kind", "stacked"}, {"categories", std::move(months)}, {"series", std::move(all)}};
  return one;
}

Exhibit ExhibitMaker::waterfall() const {
  Exhibit one{
      "waterfall",
      words("从预算到预计", "From the budget to the projection"),
      words("每一段是一个项目预计减预算的一个原因：人次，或每人次金额；两者之和没有余数。",
            "Each step is one cause of a programme's difference: units, or the amount of a unit; nothing is left."),
      unit(),
      {},
      {},
      {}};
  Json names{words("预算", "budget")};
  Json values{chart_wan(run_.at("total").at("budget_fen"))};
  one.headings = {words("项目", "programme"), words("原因", "cause"), words("差异", "difference")};
  const auto step = [&](const std::string& name, const std::string& cause, const Json& fen) {
    if (money_of_fen(fen) == Money{}) return;
    names.push_back(cause.empty() ? name : name + " " + cause);
    values.push_back(chart_wan(fen));
    one.rows.push_back({name, cause, signed_wan_text(money_of_fen(fen))});
  };
  for (const Json& programme : run_.at("programmes")) {
    const Json& meaning = programme.at("meaning");
    if (meaning.is_object()) {
      step(programme.at("name"), words("人次", "units"), meaning.at("volume_effect_fen"));
      step(programme.at("name"), words("每人次金额", "amount of a unit"), meaning.at("price_effect_fen"));
    } else {
      step(programme.at("name"), "", programme.at("difference_fen"));
    }
  }
  names.push_back(words("预计", "projected"));
  values.push_back(chart_wan(run_.at("total").at("projected_fen")));
  one.chart = {{"kind", "waterfall"}, {"categories", std::move(names)}};
  one.chart.update(floating_bars(values));
  return one;
}

Exhibit ExhibitMaker::pay_days(const Json& cash) const {
  Exhibit one{"cash", words("用款：各发放日", "Cash: pay days"), cash.at("rule"), unit(), {}, {}, {}};
  one.headings = {words("发放日", "day"), words("市本级", "city"), words("自治区", "region"), words("中央", "central"),
                  words("基金", "fund")};
  std::map<std::string, std::map<std::string, std::int64_t>> days;
  for (const Json& need : cash.at("needs"))
    days[need.at("day")][need.at("payer")] += need.at("amount_fen").get<std::int64_t>();
  Json names = Json::array();
  Json all = Json::array();
  const char* payers[] = {"city", "region", "central", "fund"};
  for (std::size_t p = 0; p < std::size(payers); ++p) {
    Json values = Json::array();
    for (auto& [day, by_payer] : days) values.push_back(chart_wan(Json(by_payer[payers[p]])));
    all.push_back(series_of(one.headings[p + 1], std::move(values)));
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

}  // namespace disburse
