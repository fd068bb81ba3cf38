#include "engine/comparison/run_comparison.hpp"

#include <algorithm>
#include <map>

#include "engine/base/error.hpp"
#include "engine/comparison/small_cells.hpp"

namespace disburse {
namespace {

std::vector<LedgerCell> cells_of(const RunResult& run, std::size_t programme) {
  std::vector<LedgerCell> cells;
  for (const LedgerCell& cell : run.ledger) {
    if (cell.key.programme == programme) cells.push_back(cell);
  }
  return cells;
}

bool same_cells(const std::vector<LedgerCell>& a, const std::vector<LedgerCell>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const LedgerCell& x, const LedgerCell& y) {
    return x.key == y.key && x.amount == y.amount && x.persons == y.persons;
  });
}

std::vector<std::pair<Payer, AmountChange>> payer_changes(const ProgrammeResult& base, const ProgrammeResult& variant) {
  std::map<Payer, AmountChange> changes;
  for (const auto& [payer, amount] : base.by_payer) changes[payer].base = amount;
  for (const auto& [payer, amount] : variant.by_payer) changes[payer].variant = amount;
  return {changes.begin(), changes.end()};
}

ProgrammeChange programme_change(const RunResult& base, const RunResult& variant, std::size_t p) {
  const ProgrammeResult& before = base.programmes[p];
  const ProgrammeResult& after = variant.programmes[p];
  EXPECT(before.id == after.id && before.monthly.size() == after.monthly.size());
  ProgrammeChange change;
  change.id = before.id;
  change.name = before.name;
  change.name_en = before.name_en;
  change.line = {before.amount.projected, after.amount.projected};
  change.outlay = {before.outlay, after.outlay};
  change.by_payer = payer_changes(before, after);
  for (std::size_t t = 0; t < before.monthly.size(); ++t) {
    change.monthly.push_back({before.monthly[t].month, {before.monthly[t].line, after.monthly[t].line}});
  }
  change.untouched = same_cells(cells_of(base, p), cells_of(variant, p));
  return change;
}

const Parameter* find(const RunResult& run, const std::string& path) {
  const auto at = std::find_if(run.parameters.begin(), run.parameters.end(),
                               [&](const Parameter& parameter) { return parameter.path == path; });
  return at == run.parameters.end() ? nullptr : &*at;
}

/// The value in force in `month`, as text; empty where there is none.
std::string value_in(const Parameter* parameter, Month month) {
  const DatedValue* value = parameter == nullptr ? nullptr : value_in_force(*parameter, month);
  return value == nullptr ? "" : value_text(value->value);
}

/// What `variant` no longer follows and `base` does, within the horizon.
std::optional<EndedGrowth> ended_growth(const RunResult& base, const Parameter* before, const Parameter& after) {
  if (before == nullptr || !before->extension || after.extension) return std::nullopt;
  const Horizon& horizon = base.manifest.horizon;
  const auto grown = std::find_if(before->values.begin(), before->values.end(), [&](const DatedValue& value) {
    return value.extended && value.from < horizon.end() && (!value.until || *value.until >= horizon.first);
  });
  if (grown == before->values.end()) return std::nullopt;
  EndedGrowth ended{std::max(grown->from, horizon.first).year(), before->extension->rule, {}};
  for (const std::string& path : before->extension->by) {
    const Parameter* by = find(base, path);
    ended.by.push_back(by == nullptr ? path : by->name);
  }
  return ended;
}

/// The first month of the horizon in which the values differ; of a change that begins after it, the change's own.
Month first_difference(const Horizon& horizon, Month from, const Parameter* before, const Parameter* after) {
  const Month first = std::max(horizon.first, from);
  for (Month month = first; month < horizon.end(); month = month + 1) {
    if (value_in(before, month) != value_in(after, month)) return month;
  }
  return first;
}

std::string dated_path(const Override& change) {
  if (!change.from) return change.path;
  return change.path + "@" + to_string(*change.from) + (change.until ? ".." + to_string(*change.until) : "");
}

/// Every parameter that one of the two scenarios overrides and whose value differs.
std::vector<ParameterChange> parameter_changes(const RunResult& base, const RunResult& variant) {
  const Horizon& horizon = base.manifest.horizon;
  std::map<std::string, const Override*> changed;
  for (const Override& change : base.scenario.overrides) changed[change.path] = &change;
  for (const Override& change : variant.scenario.overrides) changed[change.path] = &change;
  std::vector<ParameterChange> changes;
  for (const auto& [path, override] : changed) {
    const Parameter* before = find(base, path);
    const Parameter* after = find(variant, path);
    if (after == nullptr) continue;
    const Month since = first_difference(horizon, override->from.value_or(horizon.first), before, after);
    ParameterChange change{dated_path(*override),   after->name,
                           to_string(after->unit),  since,
                           value_in(before, since), value_in(after, since),
                           override->reason,        ended_growth(base, before, *after)};
    if (change.base_value != change.variant_value) changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace

std::optional<double> AmountChange::fraction() const {
  if (base == Money{}) return std::nullopt;
  return static_cast<double>(difference().fen()) / static_cast<double>(base.fen());
}

VariantComparison compare_runs(const RunResult& base, const RunResult& variant) {
  EXPECT(base.programmes.size() == variant.programmes.size() && base.lines.size() == variant.lines.size());
  EXPECT(base.manifest.horizon == variant.manifest.horizon);
  VariantComparison comparison;
  comparison.scenario = variant.scenario.name;
  comparison.title = variant.scenario.title;
  comparison.changes = parameter_changes(base, variant);
  for (std::size_t p = 0; p < base.programmes.size(); ++p) {
    comparison.programmes.push_back(programme_change(base, variant, p));
  }
  for (std::size_t l = 0; l < base.lines.size(); ++l) {
    comparison.lines.push_back(
        {base.lines[l].code, base.lines[l].name, {base.lines[l].amount.projected, variant.lines[l].amount.projected}});
  }
  for (std::size_t y = 0; y < base.years.size(); ++y) {
    comparison.years.push_back({base.years[y].year,
                                {base.years[y].line, variant.years[y].line},
                                {base.years[y].outlay, variant.years[y].outlay}});
  }
  comparison.total = {base.total.projected, variant.total.projected};
  comparison.same_members = base.manifest.roster_digest == variant.manifest.roster_digest;
  return comparison;
}

void hide_small_cells(std::vector<WhoChanged>& who) {
  for (WhoChanged& one : who) {
    const std::vector<bool> hidden = suppressed({one.gained, one.lost, one.more, one.less});
    one.hide_gained = hidden[0];
    one.hide_lost = hidden[1];
    one.hide_more = hidden[2];
    one.hide_less = hidden[3];
    one.keys.clear();
  }
}

}  // namespace disburse
