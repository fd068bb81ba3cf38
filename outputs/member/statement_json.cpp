#include "outputs/writers/json_parts.hpp"
#include "outputs/writers/statement.hpp"
#include "outputs/writers/statement_fold.hpp"

namespace disburse {
namespace {

Json month_or_null(Month month) { return month.is_none() ? Json(nullptr) : Json(to_string(month)); }

Json member_part(const Statement& statement) {
  const Member& member = statement.member;
  Json part;
  part["key"] = statement.key;
  part["scheme"] = to_string(member.scheme);
  part["role"] = to_string(member.role);
  part["category"] = to_string(member.category);
  part["sex"] = to_string(member.sex);
  part["hardship"] = member.hardship;
  part["birth"] = month_or_null(member.birth);
  part["joined"] = month_or_null(member.joined);
  part["retired"] = month_or_null(member.retired);
  part["service_months"] = member.service_months;
  part["pension_fen"] = member.pension.fen();
  part["account_pension_fen"] = member.account_pension.fen();
  part["base_fen"] = member.base.fen();
  part["annuity_base_fen"] = member.annuity_base.fen();
  part["grade"] = member.grade;
  return part;
}

Json steps_part(const std::vector<Step>& steps) {
  Json part = Json::array();
  for (const Step& step : steps) {
    Json entry;
    entry["text"] = step.text;
    entry["amount_fen"] = step.amount.fen();
    part.push_back(std::move(entry));
  }
  return part;
}

Json entry_part(const StatementEntry& entry, const CitedParameters& cited) {
  const bool nothing = !entry.reason.empty();
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
  part["reason"] = nothing ? Json(entry.reason) : Json(nullptr);
  part["steps"] = steps_part(entry.steps);
  part["parameters"] = cited.marks(entry.parameters);
  return part;
}

}  // namespace

std::string statement_json(const Statement& statement, const Manifest& manifest) {
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
  document["findings"] = Json::array();
  return json_text(document);
}

}  // namespace disburse
