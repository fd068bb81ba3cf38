#pragma once
// Programmes of which a test needs no more than id and name.
#include <string>
#include <utility>
#include <vector>

#include "engine/law/programme_definition.hpp"

namespace disburse {

inline std::vector<ProgrammeDefinition> named_programmes(
    const std::vector<std::pair<std::string, std::string>>& ids_and_names) {
  std::vector<ProgrammeDefinition> programmes;
  for (const auto& [id, name] : ids_and_names) {
    ProgrammeDefinition& programme = programmes.emplace_back();
    programme.id = id;
    programme.name = name;
  }
  return programmes;
}

}  // namespace disburse
