#include "outputs/what_if/movable.hpp"

#include <array>
#include <string_view>

#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

/// The groups that are no programme: the beginning of a path and its names.
struct GroupName {
  std::string_view prefix;
  const char *zh, *en;
};
constexpr std::array<GroupName, 11> groups{{{"cohort", "成组变动（人数一起动）", "cohorts: counts that move together"},
                                            {"counts", "人数", "headcounts"},
                                            {"roster", "人员结构", "make-up of the members"},
                                            {"mortality", "死亡率", "mortality"},
                                            {"adjustment", "养老金调整", "pension adjustment"},
                                            {"contribution", "缴费", "contributions"},
                                            {"award", "待遇核定", "award of pensions"},
                                            {"account", "个人账户", "individual accounts"},
                                            {"retirement", "退休年龄", "retirement age"},
                                            {"outlook", "以后年度的假定", "assumptions of later years"},
                                            {"irregular", "业务差错（迟报、停发）", "late reports and suspensions"}}};

std::string prefix_of(const std::string& path) { return path.substr(0, path.find('.')); }

Json values_part(const MovableParameter& one, Language language) {
  Json part = Json::array();
  for (const DatedValue& value : one.values) {
    part.push_back({{"from", to_string(value.from)},
                    {"value", value_text(value.value)},
                    {"status", to_string(value.status)},
                    {"status_name", status_label(to_string(value.status), language)},
                    {"reference", value.reference},
                    {"changed", value.changed}});
  }
  return part;
}

Json parameter_part(const MovableParameter& one, Language language) {
  const auto text = [](const std::optional<Value>& value) { return value ? Json(value_text(*value)) : Json(nullptr); };
  const char* unit = one.unit ? to_string(*one.unit) : "relative";
  Json part;
  part["path"] = one.path;
  part["name"] = name_in(one.name, one.name_en, language);
  part["group"] = prefix_of(one.path);
  part["unit"] = unit;
  part["unit_name"] = one.unit ? unit_label(unit, language) : "%";
  part["choices"] = one.choices;
  part["programmes"] = one.programmes;
  part["value"] = one.value;
  part["at"] = to_string(one.at);
  part["minimum"] = text(one.minimum);
  part["maximum"] = text(one.maximum);
  part["low"] = or_null(one.low);
  part["high"] = or_null(one.high);
  part["step"] = or_null(one.step);
  part["values"] = values_part(one, language);
  if (one.uncertainty) {
    part["uncertain"] = {{"low", value_text(one.uncertainty->low)},
                         {"high", value_text(one.uncertainty->high)},
                         {"source", one.uncertainty->source}};
  } else {
    part["uncertain"] = nullptr;
  }
  part["note"] = one.note;
  return part;
}

}  // namespace

std::string movable_json(const MovableParameters& movable, Language language) {
  Json document;
  document["schema"] = "disburse/movable/1";
  document["scenario"] = movable.scenario;
  document["groups"] = Json::array();
  for (const GroupName& group : groups)
    document["groups"].push_back({{"id", group.prefix}, {"name", say(language, group.zh, group.en)}});
  document["parameters"] = Json::array();
  for (const MovableParameter& one : movable.parameters)
    document["parameters"].push_back(parameter_part(one, language));
  return json_text(document);
}

}  // namespace disburse
