#pragma once
// The law as data: parameters, life tables, payers and programme definitions.
#include <map>
#include <string>
#include <vector>

#include "engine/law/parameters.hpp"
#include "engine/law/payer.hpp"
#include "engine/law/programme_definition.hpp"
#include "engine/law/value_bounds.hpp"
#include "engine/members/mortality.hpp"

namespace disburse {

using LifeTables = std::map<std::string, LifeTable>;  ///< by name

struct Law {
  ParameterTree parameters;
  LifeTables life_tables;
  PayerList payers;
  std::vector<ProgrammeDefinition> programmes;  ///< in order of id
  Bounds bounds;                                ///< of units, and what is plausible
  std::string digest;                           ///< SHA-256 over all that it was read from
};

}  // namespace disburse
