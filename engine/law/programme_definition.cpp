#include "engine/law/programme_definition.hpp"

#include <algorithm>
#include <set>

namespace disburse {

std::vector<std::string> declared_kinds() {
  std::vector<std::string> words;
  for (const KindTraits& traits : kind_traits) {
    if (traits.declared) words.emplace_back(to_string(traits.kind));
  }
  return words;
}

bool MemberShape::rounds() const {
  return std::any_of(grants.begin(), grants.end(),
                     [](const Grant& grant) { return grant.amount.rounds() || !grant.shared.empty(); });
}

std::vector<std::string> parameters_of(const ProgrammeDefinition& programme) {
  std::set<std::string> paths;
  for (const Component& component : programme.components) {
    paths.insert(component.parameters.begin(), component.parameters.end());
  }
  if (programme.shape == Shape::driver_cost) paths.insert({programme.id + ".driver", programme.id + ".unit_cost"});
  return {paths.begin(), paths.end()};
}

}  // namespace disburse
