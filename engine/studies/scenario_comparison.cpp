#include "engine/studies/scenario_comparison.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/comparison/attribution.hpp"

namespace disburse {
namespace {

bool same(const Override& a, const Override& b) {
  return a.path == b.path && a.value == b.value && a.from == b.from && a.until == b.until;
}

const PopulationFlow* flow_of(const Evaluation& evaluation, const ProgrammeDefinition& programme) {
  if (!programme.scheme) return nullptr;
  for (const PopulationFlow& flow : *evaluation.population) {
    if (flow.scheme == *programme.scheme) return &flow;
  }
  return nullptr;
}

/// The change as people write it.
std::string change_text(const Override& change) {
  std::string text = change.path;
  if (change.from) text += "@" + to_string(*change.from);
  if (change.until) text += ".." + to_string(*change.until);
  return text + " = " + change.value;
}

Money total_of(const Evaluation& evaluation, int year) { return evaluation.line_total("", year); }

/// What a member is paid by a programme if alive throughout, without payments on death and contributions.
class PaidSum : public PaymentListener {
 public:
  explicit PaidSum(const ProgrammeDefinition& programme) : programme_(programme) {}
  void pay(std::size_t component, std::size_t, Money amount) override {
    const Component& part = programme_.components[component];
    if (!part.on_death && traits_of(part.kind).part_of_pay) sum += amount;
  }
  void nothing(std::size_t, Reason) override {}
  void step(Step) override {}
  Money sum;

 private:
  const ProgrammeDefinition& programme_;
};

Money paid_to(const Programme& programme, const Member& member) {
  if (!programme.concerns(member.scheme, member.role)) return {};
  PaidSum sum(programme.definition());
  programme.explain(member, sum);
  return sum.sum;
}

void count(WhoChanged& who, std::string_view key, Money before, Money after, std::size_t keys) {
  if (before == after) return;
  if (who.keys.size() < keys) who.keys.emplace_back(key);
  if (before == Money{}) {
    ++who.gained;
    who.gained_money += after;
  } else if (after == Money{}) {
    ++who.lost;
    who.lost_money -= before;
  } else if (after > before) {
    ++who.more;
    who.more_money += after - before;
  } else {
    ++who.less;
    who.less_money += after - before;
  }
}

/// Rows by key, for rosters that are not the same.
std::map<std::string_view, std::size_t> rows_of(const Roster& roster) {
  std::map<std::string_view, std::size_t> rows;
  for (std::size_t i = 0; i < roster.size(); ++i) rows.emplace(roster.key[i].view(), i);
  return rows;
}

WhoChanged who_changed_in(const Session& base, const Session& variant, std::size_t p, std::size_t keys) {
  const Programme& before = *base.programmes[p];
  const Programme& after = *variant.programmes[p];
  WhoChanged who;
  who.id = before.definition().id;
  who.name = before.definition().name;
  const auto variant_rows = rows_of(variant.roster);
  std::vector<bool> met(variant.roster.size(), false);
  for (std::size_t i = 0; i < base.roster.size(); ++i) {
    const std::string_view key = base.roster.key[i].view();
    const auto found = variant_rows.find(key);
    Money then;
    if (found != variant_rows.end()) {
      met[found->second] = true;
      then = paid_to(after, variant.roster.member(found->second));
    }
    count(who, key, paid_to(before, base.roster.member(i)), then, keys);
  }
  for (std::size_t i = 0; i < variant.roster.size(); ++i) {
    if (!met[i]) count(who, variant.roster.key[i].view(), {}, paid_to(after, variant.roster.member(i)), keys);
  }
  return who;
}

}  // namespace

std::optional<std::vector<Override>> changes_between(const Scenario& base, const Scenario& variant) {
  for (const Override& change : base.overrides) {
    const auto kept = [&](const Override& other) { return same(change, other); };
    if (std::none_of(variant.overrides.begin(), variant.overrides.end(), kept)) return std::nullopt;
  }
  if (base.switched_off.size() != variant.switched_off.size()) return std::nullopt;
  std::vector<Override> changes;
  for (const Override& change : variant.overrides) {
    const auto known = [&](const Override& other) { return same(change, other); };
    if (std::none_of(base.overrides.begin(), base.overrides.end(), known)) changes.push_back(change);
  }
  return changes;
}

std::vector<std::pair<std::string, Bridge>> bridges(Evaluator& evaluator, const std::vector<Override>& changes,
                                                    int year) {
  const auto& programmes = evaluator.data().law.programmes;
  std::vector<Bridge> parts(programmes.size());
  std::vector<Override> made;
  Evaluation before = evaluator.evaluate({});
  for (const StepKind kind : {StepKind::members, StepKind::mortality, StepKind::rate, StepKind::adjustment,
                              StepKind::timing, StepKind::irregular}) {
    const std::size_t size = made.size();
    for (const Override& change : changes) {
      if (step_of(*evaluator.law().find(change.path)) == kind) made.push_back(change);
    }
    if (made.size() == size) continue;
    const Evaluation after = evaluator.evaluate(made);
    for (std::size_t p = 0; p < programmes.size(); ++p) {
      add_step(parts[p], kind, {before.ledgers[p].get(), flow_of(before, programmes[p])},
               {after.ledgers[p].get(), flow_of(after, programmes[p])}, year);
    }
    before = after;
  }
  std::vector<std::pair<std::string, Bridge>> result;
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    if (!parts[p].parts.empty()) result.emplace_back(programmes[p].id, parts[p]);
  }
  return result;
}

std::vector<ChangeShare> shares_of(Evaluator& evaluator, const std::vector<Override>& changes,
                                   const std::string& method, int year) {
  const auto n = static_cast<int>(changes.size());
  if (method == "shapley" && n > most_players) {
    InputErrors errors;
    errors.add({"--attribute", 0, 0}, "", "the scenario makes {} changes"_m(n),
               "Shapley values need a projection for every subset, and {} changes have 4,096"_m(most_players),
               "Compare scenarios with fewer changes, or use --attribute waterfall"_m);
    throw InputRejected(Door::command_line, std::move(errors));
  }
  if (n == 0) return {};
  const auto value = [&](std::uint32_t subset) {
    std::vector<Override> made;
    for (int i = 0; i < n; ++i) {
      if ((subset >> i & 1) != 0) made.push_back(changes[static_cast<std::size_t>(i)]);
    }
    return total_of(evaluator.evaluate(made), year);
  };
  const std::vector<Money> amounts = method == "shapley" ? shapley(n, value) : waterfall(n, value);
  std::vector<ChangeShare> shares;
  for (std::size_t i = 0; i < changes.size(); ++i) shares.push_back({change_text(changes[i]), amounts[i]});
  return shares;
}

std::vector<WhoChanged> who_changed(const Session& base, const Session& variant, const VariantComparison& comparison,
                                    std::size_t keys) {
  std::vector<WhoChanged> result;
  for (std::size_t p = 0; p < base.programmes.size(); ++p) {
    if (!comparison.programmes[p].untouched) result.push_back(who_changed_in(base, variant, p, keys));
  }
  return result;
}

}  // namespace disburse
