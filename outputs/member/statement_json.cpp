#include "outputs/member/statement.hpp"
#include "outputs/member/statement_fold.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/reasons.hpp"

namespace disburse {
namespace {

Json month_or_null(Month month) { return month.is_none() ? Json(nullptr) : Json(to_string(month)); }

Json member_part(const Statement& statement) {
  const Member& member = statement.member;
  Json part;
  part["key"] = statement.key;
  // The format has the category before the sex.
  for (const char* name : {"scheme", "role", "category", "sex"}) part[name] = nullptr;
  each_column_of(member_columns<Exact>, [&]<class One>(const One& column) {
    const auto& value = member.*One::field;
    using Field = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Field, Month>)
      part[column.name] = month_or_null(value);
    else if constexpr (std::is_same_v<Field, Money>)
      part[std::string(column.name) + "_fen"] = value.fen();
    else if constexpr (Coded<Field>)
      part[column.name] = to_string(value);
    else
      part[column.name] = value;
  });
  return part;
}

Json steps_part(const std::vector<Step>& steps) {
  Json part = Json::array();
  for (const Step& step : steps) {
    Json entry;
    entry["text"] = say(Language::zh, step.text);
    entry["amount_fen"] = step.amount.fen();
    part.push_back(std::move(entry));
  }
  return part;
}

Json entry_part(const StatementEntry& entry, const CitedParameters& cited) {
  const bool nothing = entry.reason.has_value();
  Json part;
  part["programme"] = entry.programme;
  part["programme_name"] = entry.programme_name;
  part["clause"] = entry.clause;
  part["due"] = to_string(entry.due);
  part["paid"] = month_or_null(entry.paid);
  part["component"] = entry.component;
  part["component_name"] = entry.component_name;
  part["formula"] = entry.formula;
  part["payer"] = nothing ? Json(nullptr) : Json(to_string(entry.payer));
  part["kind"] = nothing ? Json(nullptr) : Json(to_string(entry.kind));
  part["on_death"] = entry.on_death;
  part["amount_fen"] = entry.amount.fen();
  part["reason"] = nothing ? Json(reason_text(*entry.reason, Language::zh)) : Json(nullptr);
  part["steps"] = steps_part(entry.steps);
  part["parameters"] = cited.marks(entry.parameters);
  return part;
}

}  // namespace

std::string statement_json(const Statement& statement, const DoubtedManifest& manifest) {
  const CitedParameters cited(statement);
  Json document;
  document["schema"] = "disburse/explain/1";
  document["scenario"] = statement.scenario;
  document["manifest"] = manifest_part(manifest);
  document["member"] = member_part(statement);
  document["total_fen"] = statement.total.fen();
  document["entries"] = Json::array();
  for (const StatementEntry& entry : statement.entries) document["entries"].push_back(entry_part(entry, cited));
  document["parameters"] = parameters_part(cited);
  document["findings"] = findings_part(doubts_and(manifest));
  return json_text(document);
}

}  // namespace disburse
