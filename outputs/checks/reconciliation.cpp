#include "outputs/checks/reconciliation.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::string cause_label(RosterCause cause, Language language) {
  switch (cause) {
    case RosterCause::joined: return say(language, "新参保（在职、缴费）", "joined, paying");
    case RosterCause::entered: return say(language, "新领取", "entered, drawing");
    case RosterCause::left: return say(language, "离开（在职、缴费）", "left, paying");
    case RosterCause::ceased: return say(language, "不再领取（死亡、转出等）", "ceased to draw");
    case RosterCause::retired: return say(language, "转为领取", "retired");
    case RosterCause::returned: return say(language, "转回缴费", "returned to paying");
    case RosterCause::adjusted: return say(language, "待遇金额变动", "another amount");
    case RosterCause::corrected: return say(language, "资料更正（金额不变）", "corrected, same amount");
    case RosterCause::unchanged: return say(language, "没有变动", "unchanged");
  }
  return "";
}

/// null in a hidden cell.
Json shown(const RosterMovement& movement, std::int64_t value) { return movement.hidden ? Json(nullptr) : Json(value); }

}  // namespace

std::string reconciliation_table(const Reconciliation& reconciliation, Language language) {
  TextTable table({{say(language, "险种", "scheme"), Align::left},
                   {say(language, "变动", "movement"), Align::left},
                   {say(language, "人数", "persons"), Align::right},
                   {say(language, "上期月待遇（元）", "before, yuan a month"), Align::right},
                   {say(language, "本期月待遇（元）", "after"), Align::right},
                   {say(language, "差额（元）", "difference"), Align::right}});
  for (std::size_t s = 0; s < scheme_count; ++s) {
    for (std::size_t c = 0; c < roster_cause_count; ++c) {
      const RosterMovement& one = reconciliation.movements[s][c];
      if (one.persons == 0) continue;
      if (one.hidden) {
        table.row({label(static_cast<Scheme>(s), language), cause_label(static_cast<RosterCause>(c), language), "*",
                   "*", "*", "*"});
        continue;
      }
      table.row({label(static_cast<Scheme>(s), language), cause_label(static_cast<RosterCause>(c), language),
                 count_text(static_cast<double>(one.persons), 0), grouped_yuan_text(one.before),
                 grouped_yuan_text(one.after), grouped_yuan_text(one.after - one.before)});
    }
  }
  const auto total = [&](Money amount) { return reconciliation.totals_hidden ? "*" : grouped_yuan_text(amount); };
  table.total({say(language, "合计", "total"), "", "", total(reconciliation.total_before),
               total(reconciliation.total_after), total(reconciliation.total_after - reconciliation.total_before)});
  std::string text =
      to_string(reconciliation.before_as_of) + " → " + to_string(reconciliation.after_as_of) + "\n" + table.text();
  for (std::size_t c = 0; c < roster_cause_count; ++c) {
    if (reconciliation.keys[c].empty()) continue;
    text += cause_label(static_cast<RosterCause>(c), language) + say(language, "：", ": ");
    for (std::size_t k = 0; k < reconciliation.keys[c].size(); ++k)
      text += (k == 0 ? "" : " ") + reconciliation.keys[c][k];
    text += "\n";
  }
  return text;
}

std::string reconciliation_json(const Reconciliation& reconciliation) {
  Json document;
  document["schema"] = "disburse/reconcile/1";
  document["before"] = to_string(reconciliation.before_as_of);
  document["after"] = to_string(reconciliation.after_as_of);
  document["movements"] = Json::array();
  for (std::size_t s = 0; s < scheme_count; ++s) {
    for (std::size_t c = 0; c < roster_cause_count; ++c) {
      const RosterMovement& one = reconciliation.movements[s][c];
      if (one.persons == 0) continue;
      document["movements"].push_back({{"scheme", to_string(static_cast<Scheme>(s))},
                                       {"cause", to_string(static_cast<RosterCause>(c))},
                                       {"persons", shown(one, one.persons)},
                                       {"before_fen", shown(one, one.before.fen())},
                                       {"after_fen", shown(one, one.after.fen())}});
    }
  }
  const auto total = [&](Money amount) { return reconciliation.totals_hidden ? Json(nullptr) : Json(amount.fen()); };
  document["total_before_fen"] = total(reconciliation.total_before);
  document["total_after_fen"] = total(reconciliation.total_after);
  document["keys"] = Json::object();
  for (std::size_t c = 0; c < roster_cause_count; ++c) {
    if (!reconciliation.keys[c].empty())
      document["keys"][to_string(static_cast<RosterCause>(c))] = reconciliation.keys[c];
  }
  return json_text(document);
}

}  // namespace disburse
