#include "outputs/planning/next_year.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::string title_line(const std::string& zh, const std::string& en, Language language) {
  return "[ " + (language == Language::zh ? zh : en) + " ]\n";
}

std::string ended_table(const NextYear& next, Language language) {
  const std::string year = std::to_string(next.budget.fiscal_year - 1);
  TextTable table({{say(language, "项目", "programme"), Align::left},
                   {say(language, "预算", "budget"), Align::right},
                   {say(language, "测算", "projected"), Align::right},
                   {say(language, "决算", "outturn"), Align::right},
                   {say(language, "决算比测算", "outturn less projected"), Align::right}});
  for (const EndedYear& one : next.ended) {
    table.row({language == Language::zh || one.name_en.empty() ? one.name : one.name_en, wan_or_dash(one.budget),
               wan_text(one.projected), wan_or_dash(one.outturn),
               one.outturn ? signed_wan_text(*one.outturn - one.projected) : "-"});
  }
  return title_line(year + " 年执行（万元）", "The year " + year + " (10,000 yuan)", language) + table.text();
}

std::string members_table(const NextYear& next, Language language) {
  TextTable table({{say(language, "险种", "scheme"), Align::left},
                   {say(language, "年初", "opening"), Align::right},
                   {say(language, "新增", "entrants"), Align::right},
                   {say(language, "死亡", "deaths"), Align::right},
                   {say(language, "12 月 31 日", "31 December"), Align::right}});
  for (const PopulationFlow& flow : next.population) {
    const FlowMonth& year = flow.years.back();
    table.row({label(flow.scheme, language), count_text(year.opening, 1), count_text(year.entrants, 1),
               count_text(year.deaths, 1), count_text(year.closing, 1)});
  }
  return title_line("领取待遇人员结转", "Pensioners carried", language) + table.text();
}

std::string own_name(const Parameter& parameter, Language language) {
  return language == Language::zh || parameter.name_en.empty() ? parameter.name : parameter.name_en;
}

std::string changes_list(const std::vector<Override>& changes, const ParameterTree& law, Language language) {
  std::string text;
  for (const Override& change : changes) {
    const Parameter* parameter = law.find(change.path);
    text += "- " + (parameter == nullptr ? change.path : own_name(*parameter, language)) + " = " + change.value;
    if (change.from) text += say(language, "，从 ", ", from ") + to_string(*change.from) + say(language, " 起", " on");
    text += "\n";
  }
  return text;
}

Json changes_part(const std::vector<Override>& changes) {
  Json list = Json::array();
  for (const Override& change : changes) {
    Json one{{"path", change.path}, {"value", change.value}};
    if (change.from) one["from"] = to_string(*change.from);
    if (change.until) one["until"] = to_string(*change.until);
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

std::string next_year_table(const NextYear& next, const ParameterTree& law, Language language) {
  const std::string year = std::to_string(next.budget.fiscal_year);
  std::string text = doubts_text(next.manifest.doubts, language) + ended_table(next, language);
  text += next.roster ? members_table(next, language) : "";
  const Money total = budget_of(next.budget).total;
  text += title_line(year + " 年", "The year " + year, language);
  text += say(language, "预算（万元；没有另给通过的文件，就按草案通过计）：",
              "Budget (10,000 yuan; the draft is taken as adopted where no document was given): ") +
          wan_text(total) + "\n";
  if (!next.remembered.empty())
    text += say(language, "随花名册结转的参数：\n", "Parameters carried with the roster:\n") +
            changes_list(next.remembered, law, language);
  if (!next.lapsed.empty()) {
    text += say(language, "只说上年、或已体现在花名册中，不再沿用：\n",
                "Of the year that ended alone, or in the roster now, and not kept:\n") +
            changes_list(next.lapsed, law, language);
  }
  return text;
}

std::string next_year_json(const NextYear& next, const std::string& command) {
  Json document;
  document["schema"] = "disburse/next-year/1";
  document["scenario"] = next.base.name;
  document["manifest"] = manifest_part(next.manifest);
  document["command"] = command;
  document["year"] = next.budget.fiscal_year;
  document["programmes"] = Json::array();
  for (const EndedYear& one : next.ended) {
    document["programmes"].push_back({{"id", one.id},
                                      {"name", one.name},
                                      {"budget_fen", fen_or_null(one.budget)},
                                      {"projected_fen", one.projected.fen()},
                                      {"outturn_fen", fen_or_null(one.outturn)}});
  }
  document["population"] = Json::array();
  for (const PopulationFlow& flow : next.population) {
    const FlowMonth& year = flow.years.back();
    document["population"].push_back({{"scheme", to_string(flow.scheme)},
                                      {"opening", year.opening},
                                      {"entrants", year.entrants},
                                      {"deaths", year.deaths},
                                      {"closing", year.closing}});
  }
  document["budget_fen"] = budget_of(next.budget).total.fen();
  document["roster_digest"] = next.roster ? Json(next.roster->digest) : Json(nullptr);
  document["remembered"] = changes_part(next.remembered);
  document["lapsed"] = changes_part(next.lapsed);
  document["findings"] = findings_part(next.manifest.doubts);
  return json_text(document);
}

}  // namespace disburse
