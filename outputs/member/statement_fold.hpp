#pragma once
// Prepares a member's statement for reading: each parameter numbered once, equal consecutive months in one
// span.
#include <string>
#include <vector>

#include "engine/projection/explain.hpp"
#include "outputs/member/cited_parameters.hpp"

namespace disburse {

/// Consecutive months due in which a programme's component gives the same for the same reason.
struct StatementSpan {
  const StatementEntry* first = nullptr;
  const StatementEntry* last = nullptr;
};

struct StatementProgramme {
  std::string id, name, name_en, clause;
  std::vector<StatementSpan> spans;  ///< by first month due
};

/// The statement by programme; spans point into `statement`, which must outlive them.
std::vector<StatementProgramme> folded(const Statement& statement, const CitedParameters& cited);

}  // namespace disburse
