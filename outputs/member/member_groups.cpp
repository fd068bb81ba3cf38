#include "outputs/member/member_groups.hpp"

#include "outputs/text/json_parts.hpp"
#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

std::string group_name(const MemberGroup& group, Language language) {
  const std::string ages = std::to_string(group.from_age) + say(language, "–", "-") +
                           std::to_string(group.from_age + 9) + say(language, " 岁", " years");
  const std::string between = say(language, "，", ", ");
  std::string name = label(group.scheme, language) + between + label(group.role, language);
  if (group.category != Category::ordinary) name += between + label(group.category, language);
  return name + between + label(group.sex, language) + between + ages;
}

Json component_part(const ComponentPaid& one, Language language) {
  Json part;
  part["id"] = one.component.id;
  part["name"] = name_in(one.component.name, one.component.name_en, language);
  part["payer"] = label(one.component.payer, language);
  part["kind"] = label(one.component.kind, language);
  part["on_death"] = one.component.on_death;
  part["formula"] = one.component.formula;
  part["parameters"] = one.component.parameters;
  part["document"] = one.component.document;
  part["paid_fen"] = one.paid.fen();
  return part;
}

}  // namespace

std::string member_groups_json(const MemberGroups& groups, Language language) {
  Json document;
  document["schema"] = "disburse/members/1";
  document["scenario"] = groups.scenario;
  document["programme"] = groups.programme.id;
  document["name"] = name_in(groups.programme.name, groups.programme.name_en, language);
  document["clause"] = groups.programme.clause;
  document["components"] = Json::array();
  for (const ComponentPaid& one : groups.components) document["components"].push_back(component_part(one, language));
  document["groups"] = Json::array();
  for (const MemberGroup& group : groups.groups) {
    Json part;
    part["name"] = group_name(group, language);
    part["scheme"] = to_string(group.scheme);
    part["role"] = to_string(group.role);
    part["sex"] = to_string(group.sex);
    part["from_age"] = group.from_age;
    part["persons"] = or_null(group.persons);
    part["paid_fen"] = fen_or_null(group.paid);
    part["member"] = group.member.empty() ? Json(nullptr) : Json(group.member);
    document["groups"].push_back(std::move(part));
  }
  return json_text(document);
}

}  // namespace disburse
