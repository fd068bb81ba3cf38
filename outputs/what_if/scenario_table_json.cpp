// A table of scenarios as JSON (disburse/scenario-table/1), and read back.
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_reading.hpp"
#include "outputs/text/scenario_words.hpp"
#include "outputs/what_if/scenario_table.hpp"

namespace disburse {
namespace {

Json amounts_json(const TabledRow& row) {
  Json part = Json::array();
  for (std::size_t s = 0; s < row.amounts.size(); ++s) {
    const TabledAmount& one = row.amounts[s];
    part.push_back({{"fen", one.amount.fen()},
                    {"difference_fen", row.difference(s).fen()},
                    {"over", one.over},
                    {"used_up", one.used_up ? Json(to_string(*one.used_up)) : Json(nullptr)}});
  }
  return part;
}

TabledRow::Of of_word(const Json& word) {
  for (const TabledRow::Of of : {TabledRow::Of::programme, TabledRow::Of::line, TabledRow::Of::total}) {
    if (word == to_string(of)) return of;
  }
  throw UnsoundDocument(word.dump() + " is no kind of row");
}

TabledRow row_in(const Json& part, std::size_t scenarios) {
  TabledRow row{of_word(part.at("of")),
                part.at("id").get<std::string>(),
                part.at("name").get<std::string>(),
                part.at("name_en").get<std::string>(),
                part.at("year").get<int>(),
                money_or_none(part.at("budget_fen")),
                {}};
  for (const Json& entry : part.at("amounts")) {
    row.amounts.push_back(
        {money_in(entry.at("fen")), month_or_none(entry.at("used_up")), entry.at("over").get<bool>()});
  }
  if (row.amounts.size() != scenarios) throw UnsoundDocument("a row has not an amount for each scenario");
  return row;
}

}  // namespace

std::string scenario_table_json(const ScenarioTable& table) {
  Json document;
  document["schema"] = "disburse/scenario-table/1";
  document["scenario"] = table.scenarios.front().name;
  document["manifest"] = manifest_part(table.manifest);
  document["findings"] = findings_part(doubts_and(table.manifest));
  document["command"] = table.command;
  document["fiscal_year"] = table.fiscal_year;
  document["years"] = table.years;
  document["scenarios"] = Json::array();
  for (const TabledScenario& scenario : table.scenarios) {
    document["scenarios"].push_back(
        {{"name", scenario.name}, {"title", scenario.title}, {"same_members", scenario.same_members}});
  }
  document["rows"] = Json::array();
  for (const TabledRow& row : table.rows) {
    document["rows"].push_back({{"year", row.year},
                                {"of", to_string(row.of)},
                                {"id", row.id},
                                {"name", row.name},
                                {"name_en", row.name_en},
                                {"budget_fen", fen_or_null(row.budget)},
                                {"amounts", amounts_json(row)}});
  }
  return json_text(document);
}

ScenarioTable scenario_table_from_json(const Json& document) {
  if (document.at("schema") != "disburse/scenario-table/1") throw UnsoundDocument("this is no table of scenarios");
  ScenarioTable table;
  table.manifest = manifest_with_doubts(document);
  table.command = document.at("command").get<std::string>();
  table.fiscal_year = document.at("fiscal_year").get<int>();
  table.years = document.at("years").get<std::vector<int>>();
  for (const Json& entry : document.at("scenarios")) {
    table.scenarios.push_back({entry.at("name").get<std::string>(), entry.at("title").get<std::string>(),
                               entry.at("same_members").get<bool>()});
  }
  if (table.scenarios.empty()) throw UnsoundDocument("the table has no scenario");
  for (const Json& part : document.at("rows")) table.rows.push_back(row_in(part, table.scenarios.size()));
  return table;
}

}  // namespace disburse
