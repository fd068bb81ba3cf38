#include "engine/session/synthesized_parts.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace disburse {
namespace {

constexpr std::size_t most_kept = 2;  // of a scheme: the first, which is the base's, and the latest

bool same_values(const std::vector<DatedValue>& a, const std::vector<DatedValue>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const DatedValue& one, const DatedValue& other) {
    return one.from == other.from && one.until == other.until && one.value == other.value;
  });
}

}  // namespace

bool SynthesizedParts::Part::holds(const ParameterTree& law, std::uint64_t own_seed) const {
  return seed == own_seed && std::all_of(read.begin(), read.end(), [&](const auto& one) {
           const Parameter* parameter = law.find(one.first);
           return parameter != nullptr && same_values(parameter->values, one.second);
         });
}

std::shared_ptr<const SynthesizedParts::Part> SynthesizedParts::part(const Recipe& recipe, const ParameterTree& law,
                                                                     const Mortality& mortality, std::uint64_t seed,
                                                                     Scheme scheme) {
  Kept& kept = kept_[static_cast<std::size_t>(scheme)];
  {
    const std::lock_guard lock(guard_);
    for (const auto& one : kept) {
      if (one->holds(law, seed)) return one;
    }
  }
  std::set<std::string, std::less<>> reads;
  auto made = std::make_shared<Part>();
  made->seed = seed;
  {
    const Recording recording(law, reads);
    made->members = synthesize(recipe, law, mortality, seed, scheme);
  }
  for (const std::string& path : reads) made->read.emplace_back(path, law.find(path)->values);
  const std::lock_guard lock(guard_);
  if (kept.size() == most_kept) kept.pop_back();
  kept.push_back(made);
  return made;
}

Roster SynthesizedParts::roster(const Recipe& recipe, const ParameterTree& law, const Mortality& mortality,
                                std::uint64_t seed) {
  Roster roster;
  for (const Scheme scheme : enumerators<Scheme>) {
    const Roster own = this->roster(recipe, law, mortality, seed, scheme);
    if (roster.size() == 0) roster = own.head();
    roster.append(own);
  }
  return roster;
}

Roster SynthesizedParts::roster(const Recipe& recipe, const ParameterTree& law, const Mortality& mortality,
                                std::uint64_t seed, Scheme scheme) {
  const auto own = part(recipe, law, mortality, seed, scheme);
  // Who watches what the members rest on hears of values that were looked up before.
  if (auto* log = law.record_reads(nullptr)) {
    for (const auto& [path, values] : own->read) log->insert(path);
    law.record_reads(log);
  }
  return own->members;
}

}  // namespace disburse
