#pragma once
// Prepares a member's statement for reading: each parameter numbered once, equal consecutive months in one
// span.
#include <string>
#include <vector>

#include "engine/explain.hpp"

namespace disburse {

/// Every distinct parameter of a statement, in order of first use; its mark is its place, from 1.
class CitedParameters {
 public:
  explicit CitedParameters(const Statement& statement);
  const std::vector<UsedParameter>& all() const { return all_; }
  /// The marks of an entry's parameters, in its own order.
  std::vector<std::size_t> marks(const StatementEntry& entry) const;

 private:
  std::size_t find(const UsedParameter& parameter) const;
  std::vector<UsedParameter> all_;
};

/// Consecutive months due in which a programme's component gives the same for the same reason.
struct StatementSpan {
  const StatementEntry* first = nullptr;
  const StatementEntry* last = nullptr;
};

struct StatementProgramme {
  std::string id, name, clause;
  std::vector<StatementSpan> spans;  ///< by first month due
};

/// The statement by programme; spans point into `statement`, which must outlive them.
std::vector<StatementProgramme> folded(const Statement& statement, const CitedParameters& cited);

}  // namespace disburse
