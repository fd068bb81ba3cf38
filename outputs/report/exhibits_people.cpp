// The persons: movements, ages, caseload and averages.
#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/report/exhibit_maker.hpp"

namespace disburse {

Exhibit ExhibitMaker::population() const {
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
      {"series", {series_of(one.headings[2], std::move(entrants)), series_of(one.headings[3], std::move(deaths))}}};
  return one;
}

Exhibit ExhibitMaker::pyramid(const std::string& scheme) const {
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
               {"series", {series_of(one.headings[1], std::move(men)), series_of(one.headings[2], std::move(women))}}};
  return one;
}

Exhibit ExhibitMaker::caseload() const {
  return by_month({"caseload", words("各月领取人数", "Persons paid by month"), "", words("人", "persons"), {}, {}, {}},
                  "headcount", 1.0, 0);
}

Exhibit ExhibitMaker::averages() const {
  constexpr double fen_a_yuan = 100.0;
  return by_month({"averages",
                   words("各月人均支出（各级负担合计）", "Average paid a person (all payers)"),
                   "",
                   words("元", "yuan"),
                   {},
                   {},
                   {}},
                  "average_fen", fen_a_yuan, 2);
}

Exhibit ExhibitMaker::by_month(Exhibit one, const char* key, double units, int decimals) const {
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
      const Json value = month.at(key).is_number() ? Json(month.at(key).get<double>() / units) : Json(nullptr);
      row.push_back(value.is_number() ? count_text(value.get<double>(), decimals) : "-");
      values.push_back(value);
    }
    all.push_back(series_of(programme.at("name"), std::move(values)));
    one.rows.push_back(std::move(row));
  }
  one.chart = {{"kind", "lines"}, {"categories", std::move(months)}, {"series", std::move(all)}};
  return one;
}

}  // namespace disburse
