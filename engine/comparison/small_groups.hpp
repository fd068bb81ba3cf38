#pragma once
// Small groups (小群体): components that pay so few members that a publication has to leave them out, and those that
// would give them away.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace disburse {

/// The members whom one component of a programme pays, by month due. Everybody counts who may be paid, so that chances
/// of death hide nobody.
struct PaidGroup {
  std::size_t programme = 0;
  std::size_t component = 0;
  std::vector<std::int64_t> members;
  /// Whether a reader can tell how many they are: their number is shown, or all are paid the same. Of amounts that are
  /// each member's own, a sum says no number.
  bool countable = true;
};

/// What a publication would tell of groups: those paid, and for each programme the stocks of members that it shows of
/// the same schemes, each by month.
struct PaidGroups {
  std::vector<PaidGroup> groups;
  std::vector<std::vector<std::vector<std::int64_t>>> stocks;  ///< by programme; on the first of each month and after
};

/// Which of the groups are to be left out altogether, their money too, in all months: those of 1 to 9 members in any
/// month; and of countable groups whose difference from one another, or from a stock, is 1 to 9 members, the smallest,
/// until nothing shown tells of so few. A difference that the stocks tell by themselves is none.
std::vector<bool> withheld_groups(const PaidGroups& paid);

/// As a publication of a what-if leaves them out, which readers hold against one of the law as it stands: what that one
/// leaves out, and every group of a programme in which the what-if makes another group small, changes whom a group pays
/// that is left out, or changes whom one pays that is shown by 1 to 9 members. Else what is shown in the one would tell
/// of the other. Both have the same groups.
std::vector<bool> withheld_beside(const PaidGroups& standing, const PaidGroups& what_if);

}  // namespace disburse
