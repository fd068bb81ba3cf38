#include "engine/year_end/carried_stock.hpp"

#include <algorithm>
#include <iterator>

#include "engine/session/scenario_law.hpp"
#include "engine/year_end/carried_members.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_made = 4;

/// What `law` says of the members otherwise than `before`, as changes of the year before.
std::vector<Override> changes_between(const ParameterTree& before, const ParameterTree& law,
                                      const std::set<std::string, std::less<>>& reads, Month month) {
  std::vector<Override> changes;
  for (const std::string& path : reads) {
    const Parameter* now = law.find(path);
    const DatedValue* own = now == nullptr ? nullptr : value_in_force(*now, month);
    const DatedValue* then = value_in_force(*before.find(path), month);
    if (own != nullptr && then != nullptr && own->value != then->value)
      changes.push_back({path, value_text(own->value), "", "", {}});
  }
  return changes;
}

std::string text_of(const std::vector<Override>& changes) {
  std::string text;
  for (const Override& change : changes) text += change.path + "=" + change.value + "\n";
  return text;
}

}  // namespace

CarriedStock::CarriedStock(Roster roster, std::shared_ptr<const LoadedData> data, Scenario scenario)
    : roster_(std::move(roster)), data_(std::move(data)), scenario_(std::move(scenario)), law_(data_->law.parameters) {
  apply_scenario(law_, scenario_);
}

/// What the members of a scheme, or all, are made by: what the recipe looks up.
const CarriedStock::Reads& CarriedStock::reads_of(std::optional<Scheme> only) {
  const std::lock_guard lock(guard_);
  for (const auto& [of, reads] : reads_) {
    if (of == only) return reads;
  }
  Reads all, own;
  {
    const Recording recording(law_, all);
    only ? opening_members(*data_, law_, scenario_, *only) : opening_members(*data_, law_, scenario_);
  }
  std::copy_if(all.begin(), all.end(), std::inserter(own, own.end()),
               [](const std::string& path) { return makes_members(path); });
  reads_.reserve(scheme_count + 1);  // references stay
  return reads_.emplace_back(only, std::move(own)).second;
}

Roster CarriedStock::members(const ParameterTree& law, std::optional<Scheme> only) {
  const Reads& reads = reads_of(only);
  if (auto* log = law.record_reads(nullptr)) {
    log->insert(reads.begin(), reads.end());
    law.record_reads(log);
  }
  const std::vector<Override> changes = changes_between(law_, law, reads, members_as_of(*data_) + 1);
  if (changes.empty()) return only ? members_in(roster_, *only) : roster_;
  const std::string text = text_of(changes);
  {
    const std::lock_guard lock(guard_);
    for (const auto& one : made_) {
      if (one->changes == text && one->only == only) return one->members;
    }
  }
  Scenario changed = scenario_;
  changed.overrides.insert(changed.overrides.end(), changes.begin(), changes.end());
  ParameterTree under = data_->law.parameters;
  apply_scenario(under, changed);
  auto made = std::make_shared<Made>(Made{text, only, carried_members(*data_, changed, under, only)});
  made->members.source = roster_.source;
  const std::lock_guard lock(guard_);
  if (made_.size() == most_made) made_.erase(made_.begin());
  made_.push_back(made);
  return made->members;
}

}  // namespace disburse
