#include "engine/budget/form_mapping.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/budget/printed.hpp"

namespace disburse {
namespace {

/// Whether the form is called so: by its programme, or by the name that it prints.
bool is_called(const BudgetForm& form, const std::string& name) { return form.programme == name || form.name == name; }

/// The indicators of a form that a name means: its own, or "二级指标·三级指标" where several have that.
std::vector<BudgetIndicator*> meant_by(BudgetDocument& document, const IndicatorText& entered,
                                       std::vector<std::string>& names) {
  std::vector<BudgetIndicator*> found;
  for (BudgetForm& form : document.forms) {
    if (!is_called(form, entered.programme)) continue;
    for (BudgetIndicator& one : form.indicators) {
      names.push_back(one.level3);
      if (entered.level3 == one.level2 + "·" + one.level3) return {&one};
      if (entered.level3 == one.level3) found.push_back(&one);
    }
  }
  return found;
}

/// True where an indicator of the form still says so much.
bool says(const BudgetForm& form, const Quantity& quantity) {
  return std::any_of(form.indicators.begin(), form.indicators.end(), [&](const BudgetIndicator& one) {
    const std::vector<Quantity> said = quantities_in(one.value);
    return std::find(said.begin(), said.end(), quantity) != said.end();
  });
}

/// `text` with a whole number in place of another: 5000张 is no part of 35000张.
std::string with_number(std::string text, const std::string& number, const std::string& other) {
  constexpr std::string_view of_a_number = "0123456789.,";
  for (std::size_t at = text.find(number); at != std::string::npos; at = text.find(number, at)) {
    const bool whole = at == 0 || of_a_number.find(text[at - 1]) == std::string_view::npos;
    if (whole) text.replace(at, number.size(), other);
    at += whole ? other.size() : number.size();
  }
  return text;
}

/// Goals that quote what an indicator said quote what it says now, as the form may not contradict itself.
void let_goals_follow(BudgetForm& form, const std::string& before, const std::string& now) {
  const std::vector<Quantity> old = quantities_in(before), entered = quantities_in(now);
  for (std::size_t i = 0; i < std::min(old.size(), entered.size()); ++i) {
    if (old[i].unit.empty() || old[i].unit != entered[i].unit || says(form, old[i])) continue;
    for (std::string& goal : form.goals)
      goal = with_number(goal, to_string(old[i].value) + old[i].unit, to_string(entered[i].value) + entered[i].unit);
  }
}

}  // namespace

std::string filled(const std::string& text, const std::map<std::string, std::string>& values,
                   const std::string& where) {
  std::string result;
  InputErrors errors;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string::npos ? open : text.find('}', open);
    if (close == std::string::npos) {
      result += text.substr(at);
      break;
    }
    const std::string name = text.substr(open + 1, close - open - 1);
    result += text.substr(at, open - at);
    const auto found = values.find(name);
    if (found == values.end()) {
      errors.add(
          {where, 0, 0}, "value", "{{}} is not known here"_m(name), "the form layout names no such figure"_m,
          "Use {headcount}, {headcount_wan}, {deaths}, {paying_wan}, {amount}, {year}, {last_year} or {parameter:PATH}"_m);
    } else {
      result += found->second;
    }
    at = close + 1;
  }
  throw_if_any(Door::data, std::move(errors));
  return result;
}

const std::vector<std::string>& stated_sections() {
  static const std::vector<std::string> sections{"政府采购情况", "国有资产占用情况", "其他需要说明的情况"};
  return sections;
}

const std::vector<std::string>& text_sections() {
  static const std::vector<std::string> sections{
      "总体说明",     "基本支出",     "项目支出",         "三公经费",     "政府性基金", "收支总体",
      "机关运行经费", "政府采购情况", "国有资产占用情况", "项目支出测算", "预算绩效",   "其他需要说明的情况"};
  return sections;
}

void enter(const BudgetEntries& entries, DraftFigures& figures) {
  for (const auto& [code, amount] : entries.executed) figures.executed[code] = amount;
  for (const auto& [code, amount] : entries.basic) figures.basic[code] = amount;
  for (const auto& [code, amount] : entries.economic) figures.economic[code] = amount;
  for (const auto& [column, amount] : entries.last_year_public) figures.last_year_public[column] = amount;
  for (const auto& [column, amount] : entries.public_budget) figures.public_budget[column] = amount;
}

std::vector<Finding> above_envelopes(const BudgetEntries& entries, const Budget& drafted) {
  std::vector<Finding> doubts;
  for (const auto& [code, envelope] : entries.envelopes) {
    Money sum;
    for (const BudgetLine& line : drafted.lines) sum += line.code.starts_with(code) ? line.total : Money{};
    if (sum <= envelope) continue;
    doubts.push_back({"implausible_envelope", Severity::warning, Message::verbatim(code),
                      "drafted at {}, above the envelope of {} by {} (10,000 yuan)"_m(wan_text(sum), wan_text(envelope),
                                                                                      wan_text(sum - envelope))});
  }
  return doubts;
}

std::vector<IndicatorText> enter_indicators(const BudgetEntries& entries, BudgetDocument& document) {
  InputErrors errors;
  std::vector<IndicatorText> replaced;
  for (const IndicatorText& entered : entries.indicators) {
    std::vector<std::string> names;
    const std::vector<BudgetIndicator*> found = meant_by(document, entered, names);
    if (found.size() != 1) {
      const std::string near = nearest_name(entered.level3, names);
      errors.add({entries.file, 0, 0}, entered.programme,
                 found.empty() ? "the form has no indicator {}"_m(entered.level3)
                               : "several indicators are named {}"_m(entered.level3),
                 "indicators are found by their printed name"_m,
                 !found.empty() ? "Write the second level before it"_m
                 : near.empty() ? "Copy the name from the budget file"_m
                                : "Did you mean {}?"_m(near));
      continue;
    }
    BudgetIndicator& indicator = *found.front();
    replaced.push_back({entered.programme, indicator.level2 + "·" + indicator.level3, {}, indicator.value, false});
    indicator.value = entered.value;
    for (BudgetForm& form : document.forms) {
      if (is_called(form, entered.programme)) let_goals_follow(form, replaced.back().value, entered.value);
    }
  }
  throw_if_any(Door::data, std::move(errors));
  return replaced;
}

}  // namespace disburse
