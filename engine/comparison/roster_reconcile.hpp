#pragma once
// Two rosters of one office, last month's and this month's: who joined, who left, who changed, and what it costs.
#include <array>
#include <string>
#include <vector>

#include "engine/members/roster.hpp"

namespace disburse {

/// Why a member's monthly pension is another one. Every difference has one cause, so that they sum.
enum class RosterCause : std::uint8_t {
  joined,     ///< in the new roster only, at work or paying
  entered,    ///< in the new roster only, drawing
  left,       ///< in the old roster only, at work or paying
  ceased,     ///< in the old roster only, drawing (died, moved away, suspended)
  retired,    ///< was at work or paying, draws now
  returned,   ///< drew before, is at work or pays now
  adjusted,   ///< drew and draws, another amount
  corrected,  ///< same amount, another birth, sex, category, dates or years
  unchanged,
};
template <>
inline constexpr bool is_coded<RosterCause> = true;
inline constexpr std::size_t roster_cause_count = enumerator_count<RosterCause>;

struct RosterMovement {
  std::int64_t persons = 0;
  std::int64_t drawing = 0;  ///< of them, who draw before, after or both: whose pensions the money is
  Money before, after;       ///< monthly pensions of those who draw
  bool hidden = false;       ///< a small cell of a published table: persons and money are not shown
};

struct Reconciliation {
  Month before_as_of, after_as_of;
  /// By scheme and cause. Their `before` sum to the old roster's monthly pensions, their `after` to the new one's.
  std::array<std::array<RosterMovement, roster_cause_count>, scheme_count> movements{};
  std::array<std::vector<std::string>, roster_cause_count> keys;  ///< the first of each cause
  Money total_before, total_after;
  bool totals_hidden = false;  ///< of a published table that would give a small cell away by them
};

/// Matches members by key; a key that changed its scheme left one and joined the other. At most `most_keys` keys are
/// kept of each cause.
Reconciliation reconcile(const Roster& before, const Roster& after, std::size_t most_keys);

}  // namespace disburse
