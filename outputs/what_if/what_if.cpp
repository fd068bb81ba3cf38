#include "outputs/what_if/what_if.hpp"

#include "outputs/report/verdict.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

Json change_part(const ChangedParameter& change, Language language) {
  const auto month = [](const std::optional<Month>& one) { return one ? Json(to_string(*one)) : Json(nullptr); };
  Json part;
  part["path"] = change.path;
  part["name"] = name_in(change.name, change.name_en, language);
  part["unit"] = change.unit;
  part["unit_name"] = unit_label(change.unit, language);
  part["base_value"] = change.base_value;
  part["value"] = change.value;
  part["since"] = to_string(change.since);
  part["from"] = month(change.from);
  part["until"] = month(change.until);
  return part;
}

/// What moved, row by row in the order of the run; a budget that is used up says in which month.
Json differences_part(const ScenarioTable& table) {
  Json part = Json::array();
  for (const TabledRow& row : table.rows) {
    const TabledAmount& now = row.amounts.back();
    part.push_back({{"year", row.year},
                    {"of", row.of == TabledRow::Of::programme ? "programme"
                           : row.of == TabledRow::Of::line    ? "line"
                                                              : "total"},
                    {"id", row.id},
                    {"base_fen", row.amounts.front().amount.fen()},
                    {"fen", now.amount.fen()},
                    {"change_fen", row.difference(row.amounts.size() - 1).fen()},
                    {"over", now.over},
                    {"used_up", now.used_up ? Json(to_string(*now.used_up)) : Json(nullptr)}});
  }
  return part;
}

}  // namespace

ScenarioTable table_of(const WhatIf& what_if) { return scenario_table({what_if.base, what_if.variant}); }

std::string what_if_json(const WhatIf& what_if, Language language) {
  const ScenarioTable table = table_of(what_if);
  Json document;
  document["schema"] = "disburse/what-if/1";
  document["scenario"] = what_if.base.scenario.name;
  document["title"] = what_if.base.scenario.title;
  document["command"] = what_if.command;
  document["manifest"] = manifest_part(what_if.variant.manifest);
  document["fiscal_year"] = what_if.variant.fiscal_year;
  document["changes"] = Json::array();
  for (const ChangedParameter& change : what_if.changes) document["changes"].push_back(change_part(change, language));
  document["verdict"] = brief_text(run_verdict(what_if.variant, Wording{language}), language);
  add_run_figures(document, what_if.variant);
  document["differences"] = differences_part(table);
  document["base_monthly"] = monthly_part(what_if.base.monthly);
  document["findings"] = findings_part(what_if.doubts, language);
  return json_text(document);
}

}  // namespace disburse
