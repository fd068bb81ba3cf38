#include "outputs/planning/track.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/support/text_table.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::string name_of(const std::string& programme, Language language) {
  return programme.empty() ? say(language, "合计", "all") : programme;
}

std::string scores_table(const std::vector<TrackScore>& scores, Language language) {
  TextTable table({{say(language, "项目", "programme"), Align::left},
                   {say(language, "提前年数", "years ahead"), Align::right},
                   {say(language, "次数", "estimates"), Align::right},
                   {say(language, "偏差", "bias"), Align::right},
                   {say(language, "平均绝对误差", "mean absolute"), Align::right},
                   {say(language, "均方根误差", "root mean square"), Align::right},
                   {say(language, "三分之二以内", "two thirds within"), Align::right},
                   {say(language, "区间覆盖（应为80%）", "coverage (80 %)"), Align::right},
                   {say(language, "照上年的误差", "as last year"), Align::right}});
  for (const TrackScore& score : scores) {
    table.row({name_of(score.programme, language), std::to_string(score.horizon), std::to_string(score.estimates),
               signed_wan_text(score.bias), wan_text(score.mean_absolute), wan_text(score.root_mean_square),
               wan_text(score.two_thirds), percent_text(score.coverage, 0), wan_or_dash(score.naive_absolute)});
  }
  return table.text();
}

/// One row for each day on which something was issued, one column a year, of the whole.
std::string hedgehog_table(const std::vector<IssuedEstimate>& estimates, const std::vector<Outturn>& outturns,
                           Language language) {
  std::set<int> years;
  std::map<std::string, std::map<int, Money>> rows;
  for (const IssuedEstimate& one : estimates) {
    if (!one.programme.empty()) continue;
    years.insert(one.year);
    rows[to_string(one.made) + " " + one.kind + " " + one.scenario][one.year] = one.amount;
  }
  std::map<int, Money> truth;
  for (const Outturn& one : outturns) {
    if (!one.programme.empty()) continue;
    years.insert(one.year);
    truth[one.year] = one.amount;
  }
  std::vector<TextTable::Column> columns{{say(language, "何时所估", "issued"), Align::left}};
  for (const int year : years) columns.push_back({std::to_string(year), Align::right});
  TextTable table(columns);
  const auto cells = [&](const std::string& name, const std::map<int, Money>& amounts) {
    std::vector<Cell> row{name};
    for (const int year : years) row.emplace_back(amounts.contains(year) ? wan_text(amounts.at(year)) : "");
    return row;
  };
  for (const auto& [name, amounts] : rows) table.row(cells(name, amounts));
  table.total(cells(say(language, "实际", "outturn"), truth));
  return table.text();
}

Json money_or_null(const std::optional<Money>& amount) { return amount ? Json(amount->fen()) : Json(nullptr); }

}  // namespace

std::string track_table(const std::vector<TrackScore>& scores, const std::vector<IssuedEstimate>& estimates,
                        const std::vector<Outturn>& outturns, Language language) {
  std::string text =
      say(language, "[ 历次估计与实际，合计（万元） ]\n", "[ past estimates and outturns, all (10,000 yuan) ]\n") +
      hedgehog_table(estimates, outturns, language);
  if (scores.empty())
    return text + say(language, "还没有可评价的年度：用 --outturns 登记实际支出。\n",
                      "No year can be scored yet: add outturns with --outturns FILE.\n");
  return text + "\n" + say(language, "[ 误差（万元） ]\n", "[ errors (10,000 yuan) ]\n") +
         scores_table(scores, language);
}

std::string track_json(const std::vector<TrackScore>& scores, const std::vector<IssuedEstimate>& estimates,
                       const std::vector<Outturn>& outturns) {
  Json document;
  document["schema"] = "disburse/track/1";
  document["scores"] = Json::array();
  for (const TrackScore& score : scores) {
    document["scores"].push_back({{"programme", score.programme},
                                  {"horizon", score.horizon},
                                  {"estimates", score.estimates},
                                  {"bias_fen", score.bias.fen()},
                                  {"mean_absolute_fen", score.mean_absolute.fen()},
                                  {"root_mean_square_fen", score.root_mean_square.fen()},
                                  {"two_thirds_fen", score.two_thirds.fen()},
                                  {"coverage", or_null(score.coverage)},
                                  {"naive_absolute_fen", money_or_null(score.naive_absolute)}});
  }
  document["estimates"] = Json::array();
  for (const IssuedEstimate& one : estimates) {
    document["estimates"].push_back({{"made", to_string(one.made)},
                                     {"kind", one.kind},
                                     {"scenario", one.scenario},
                                     {"year", one.year},
                                     {"programme", one.programme},
                                     {"amount_fen", one.amount.fen()},
                                     {"p10_fen", money_or_null(one.low)},
                                     {"p90_fen", money_or_null(one.high)}});
  }
  document["outturns"] = Json::array();
  for (const Outturn& one : outturns) {
    document["outturns"].push_back(
        {{"year", one.year}, {"programme", one.programme}, {"amount_fen", one.amount.fen()}});
  }
  document["findings"] = Json::array();
  return json_text(document);
}

}  // namespace disburse
