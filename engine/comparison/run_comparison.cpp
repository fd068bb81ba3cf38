#include "engine/run_comparison.hpp"

#include <algorithm>
#include <map>

#include "engine/error.hpp"
#include "engine/small_cells.hpp"

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
  std::string text;
  if (parameter == nullptr) return text;
  for (const DatedValue& value : parameter->values) {
    if (value.from <= month) text = value_text(value.value);
  }
  return text;
}

/// Every parameter that one of the two scenarios overrides and whose value differs.
std::vector<ParameterChange> parameter_changes(const RunResult& base, const RunResult& variant) {
  std::map<std::string, const Override*> changed;
  for (const Override& change : base.scenario.overrides) changed[change.path] = &change;
  for (const Override& change : variant.scenario.overrides) changed[change.path] = &change;
  std::vector<ParameterChange> changes;
  for (const auto& [path, override] : changed) {
    const Month month = std::max(base.manifest.horizon.first, override->from.value_or(base.manifest.horizon.first));
    const Parameter* parameter = find(variant, path);
    ParameterChange change{
        path, "", "", value_in(find(base, path), month), value_in(parameter, month), override->reason};
    if (override->from) {
      change.path += "@" + to_string(*override->from) + (override->until ? ".." + to_string(*override->until) : "");
    }
    if (parameter == nullptr || change.base_value == change.variant_value) continue;
    change.name = parameter->name;
    change.unit = to_string(parameter->unit);
    changes.push_back(std::move(change));
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
