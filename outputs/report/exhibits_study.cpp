// A sensitivity study: what moves most, what explains the spread.
#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/report/exhibit_maker.hpp"

namespace disburse {

Exhibit ExhibitMaker::tornado(const Json& study) const {
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
  const Money base = money_of_fen(study.at("base_fen"));
  for (const Json& bar : study.at("tornado")) {
    if (bar.at("dead").get<bool>()) continue;
    const Json& input = study_input(study, bar.at("path"));
    const Money down = money_of_fen(bar.at("at_low_fen")) - base;
    const Money up = money_of_fen(bar.at("at_high_fen")) - base;
    names.push_back(input.at("name"));
    low.push_back(chart_wan(Json(down.fen())));
    high.push_back(chart_wan(Json(up.fen())));
    one.rows.push_back({input.at("name"), input.at("low"), input.at("base"), input.at("high"), signed_wan_text(down),
                        signed_wan_text(up),
                        bar.at("breaks_at").is_string() ? bar.at("breaks_at").get<std::string>() : "-",
                        input.at("source")});
  }
  one.chart = {{"kind", "tornado"},
               {"categories", std::move(names)},
               {"series", {series_of(one.headings[4], std::move(low)), series_of(one.headings[5], std::move(high))}}};
  return one;
}

Exhibit ExhibitMaker::indices(const Json& study) const {
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
  for (const Json& factor : study.at("factors")) {
    if (!factor.contains("total") || factor.at("total").at("value") == 0.0) continue;
    names.push_back(factor.at("name"));
    first.push_back(factor.at("first").at("value"));
    total.push_back(factor.at("total").at("value"));
    one.rows.push_back({factor.at("name"), share_cell(factor.at("first")), share_cell(factor.at("total"))});
  }
  one.chart = {
      {"kind", "bars_across"},
      {"categories", std::move(names)},
      {"series", {series_of(one.headings[1], std::move(first)), series_of(one.headings[2], std::move(total))}}};
  return one;
}

Exhibit ExhibitMaker::screening(const Json& study) const {
  Exhibit one{"morris",
              words("因素筛选（Morris）：", "Screening (Morris): ") + study.at("output").get<std::string>(),
              words("横轴 mu*：从最低到最高的平均影响；纵轴 sigma：大则表示与别的因素相互作用或非线性。",
                    "mu*: mean effect of the whole range; a large sigma tells of interactions or curvature."),
              unit(),
              {},
              {},
              {}};
  one.headings = {words("因素", "factor"), "mu", "mu*", "sigma"};
  Json points = Json::array();
  for (const Json& factor : study.at("factors")) {
    if (!factor.contains("mu_star_fen") || factor.at("mu_star_fen") == 0.0) continue;
    const auto wan = [&](const char* key) { return chart_wan(factor.at(key)).get<double>(); };
    points.push_back({wan("mu_star_fen"), wan("sigma_fen"), factor.at("name")});
    one.rows.push_back({factor.at("name"), signed_count_text(wan("mu_fen"), 2), count_text(wan("mu_star_fen"), 2),
                        count_text(wan("sigma_fen"), 2)});
  }
  one.chart = {
      {"kind", "scatter"}, {"axes", {"mu*", "sigma"}}, {"series", {series_of("mu*, sigma", std::move(points))}}};
  return one;
}

Exhibit ExhibitMaker::heatmap(const Json& study) const {
  const Json& map = study.at("heatmap");
  const std::string first = study_input_name(study, map.at("first"));
  const std::string second = study_input_name(study, map.at("second"));
  Exhibit one{"heatmap",
              words("两项假定交叉：", "Two assumptions together: ") + study.at("output").get<std::string>(),
              words("纵：", "down: ") + first + words("；横：", "; across: ") + second,
              unit(),
              {},
              {},
              {}};
  one.headings = {first + " \\ " + second};
  for (const Json& value : map.at("second_values")) one.headings.push_back(value);
  Json cells = Json::array();
  for (std::size_t r = 0; r < map.at("fen").size(); ++r) {
    std::vector<std::string> row{map.at("first_values").at(r)};
    Json values = Json::array();
    for (const Json& fen : map.at("fen").at(r)) {
      row.push_back(wan_cell(fen));
      values.push_back(chart_wan(fen));
    }
    cells.push_back(series_of(map.at("first_values").at(r), std::move(values)));
    one.rows.push_back(std::move(row));
  }
  one.chart = {{"kind", "heatmap"},
               {"categories", map.at("second_values")},
               {"axes", {second, first}},
               {"series", std::move(cells)}};
  return one;
}

Exhibit ExhibitMaker::shapley(const Json& study) const {
  Exhibit one{
      "shapley",
      words("方差的分摊（Shapley）：", "Shares of the variance (Shapley): ") + study.at("output").get<std::string>(),
      words("各份额之和为 1；按情景所给的相关性。方括号为 95% 区间。",
            "Shares sum to 1, under the scenario's correlations. Brackets: 95 % intervals."),
      "",
      {},
      {},
      {}};
  one.headings = {words("假定", "assumption"), words("份额", "share")};
  Json names = Json::array(), shares = Json::array();
  for (const Json& factor : study.at("factors")) {
    if (!factor.contains("shapley") || factor.at("shapley").at("value") == 0.0) continue;
    names.push_back(factor.at("name"));
    shares.push_back(factor.at("shapley").at("value"));
    one.rows.push_back({factor.at("name"), share_cell(factor.at("shapley"))});
  }
  one.chart = {{"kind", "bars_across"},
               {"categories", std::move(names)},
               {"series", {series_of(one.headings[1], std::move(shares))}}};
  return one;
}

Exhibit ExhibitMaker::gradient(const Json& study) const {
  Exhibit one{"gradient", words("每变动一个单位：", "For a unit more: ") + study.at("output").get<std::string>(),
              "",         words("元", "yuan"),
              nullptr,    {},
              {}};
  one.headings = {words("假定", "assumption"), words("每个单位", "a unit"), words("每个百分点", "a percentage point"),
                  words("算法", "how")};
  constexpr double fen_a_yuan = 100.0;
  const auto yuan = [](const Json& fen) {
    return fen.is_number() ? signed_count_text(fen.get<double>() / fen_a_yuan, 2) : std::string("-");
  };
  for (const Json& slope : study.at("gradient")) {
    if (slope.at("fen_per_unit") == 0.0) continue;
    one.rows.push_back({study_input_name(study, slope.at("path")), yuan(slope.at("fen_per_unit")),
                        yuan(slope.at("fen_per_percentage_point")),
                        slope.at("exact").get<bool>() ? words("人次数，准确", "person-payments, exact")
                                                      : words("差分（四阶）", "differences, fourth order")});
  }
  return one;
}

Exhibit ExhibitMaker::convergence(const Json& study) const {
  Exhibit one{"convergence", words("总效应随样本数的收敛", "Total effects as the samples double"), "", "", {}, {}, {}};
  one.headings = {"N"};
  Json names = Json::array();
  std::vector<std::size_t> shown;
  const Json& factors = study.at("factors");
  for (std::size_t f = 0; f < factors.size(); ++f) {
    if (factors.at(f).at("total").at("value") == 0.0) continue;
    shown.push_back(f);
    one.headings.push_back(factors.at(f).at("name"));
  }
  std::vector<Json> series(shown.size(), Json::array());
  for (const Json& step : study.at("sobol").at("convergence")) {
    const std::string samples = std::to_string(step.at("samples").get<std::uint64_t>());
    names.push_back(samples);
    one.rows.push_back({samples});
    for (std::size_t s = 0; s < shown.size(); ++s) {
      const double total = step.at("totals").at(shown[s]).get<double>();
      series[s].push_back(total);
      one.rows.back().push_back(count_text(total, 3));
    }
  }
  Json all = Json::array();
  for (std::size_t s = 0; s < shown.size(); ++s) all.push_back(series_of(one.headings[s + 1], std::move(series[s])));
  one.chart = {{"kind", "lines"}, {"categories", std::move(names)}, {"series", std::move(all)}};
  return one;
}

Exhibit ExhibitMaker::inputs(const Json& study) const {
  Exhibit one{"inputs",
              words("假定及其范围", "Assumptions and their ranges"),
              words("低、高为 10% 和 90% 分位。", "Low and high are the 10 and 90 % points."),
              "",
              nullptr,
              {},
              {}};
  one.headings = {
      words("假定", "assumption"), words("参数", "path"), words("单位", "unit"),         words("低", "low"),
      words("基准", "base"),       words("高", "high"),   words("分布", "distribution"), words("来源", "source")};
  for (const Json& input : study.at("inputs")) {
    one.rows.push_back({input.at("name"), input.at("path"), unit_label(input.at("unit"), language_), input.at("low"),
                        input.at("base"), input.at("high"), distribution_label(input.at("distribution"), language_),
                        input.at("source")});
  }
  return one;
}

std::vector<Exhibit> ExhibitMaker::study(const Json& study) const {
  std::vector<Exhibit> all{tornado(study)};
  const auto any_has = [&](const char* key) {
    for (const Json& factor : study.at("factors")) {
      if (factor.contains(key)) return true;
    }
    return false;
  };
  if (study.contains("sobol")) {
    all.push_back(indices(study));
    all.push_back(convergence(study));
  }
  if (any_has("mu_star_fen")) all.push_back(screening(study));
  if (any_has("shapley")) all.push_back(shapley(study));
  if (study.contains("heatmap")) all.push_back(heatmap(study));
  if (study.contains("gradient")) all.push_back(gradient(study));
  return all;
}

}  // namespace disburse
