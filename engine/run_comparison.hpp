#pragma once
// What-if: two runs side by side (情景对比): what was changed, what moved, and what provably did not.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/result.hpp"

namespace disburse {

struct ParameterChange {
  std::string path, name, unit;
  std::string base_value, variant_value;  ///< in the first month of the horizon
  std::string reason;
};

/// An amount in both runs. The difference is variant - base.
struct AmountChange {
  Money base, variant;
  Money difference() const { return variant - base; }
  std::optional<double> fraction() const;  ///< difference / base; none where the base is 0
};

struct ProgrammeChange {
  std::string id, name, name_en;
  AmountChange line;    ///< on the city's budget line
  AmountChange outlay;  ///< all payers
  std::vector<std::pair<Payer, AmountChange>> by_payer;
  std::vector<std::pair<Month, AmountChange>> monthly;  ///< line, by month paid
  bool untouched = false;                               ///< every ledger cell has the same amount and the same persons
};

struct LineChange {
  std::string code, name;
  AmountChange amount;
};

struct VariantComparison {
  std::string scenario, title;
  std::vector<ParameterChange> changes;
  std::vector<ProgrammeChange> programmes;
  std::vector<LineChange> lines;
  AmountChange total;
  bool same_members = false;  ///< both runs had the same roster
};

/// Compares `variant` with `base`; both must have the same programmes and horizon (ProgramFault otherwise: the door
/// checks it).
VariantComparison compare_runs(const RunResult& base, const RunResult& variant);

}  // namespace disburse
