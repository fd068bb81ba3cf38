#include "engine/comparison/roster_reconcile.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace disburse {
namespace {

/// Rows in the order of scheme and key.
std::vector<std::uint32_t> order_of(const Roster& roster) {
  std::vector<std::uint32_t> order(roster.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(roster.scheme[a], roster.key[a]) < std::tie(roster.scheme[b], roster.key[b]);
  });
  return order;
}

bool draws(const Member& member) { return member.role == Role::pensioner; }

Money monthly(const Member& member) { return draws(member) ? member.pension : Money{}; }

RosterCause cause_of(const std::optional<Member>& before, const std::optional<Member>& after) {
  if (!before) return draws(*after) ? RosterCause::entered : RosterCause::joined;
  if (!after) return draws(*before) ? RosterCause::ceased : RosterCause::left;
  if (draws(*before) != draws(*after)) return draws(*after) ? RosterCause::retired : RosterCause::returned;
  if (draws(*before) && before->pension != after->pension) return RosterCause::adjusted;
  Member same_pension = *before;  // of those who do not draw it says nothing yet
  same_pension.pension = after->pension;
  return same_pension == *after ? RosterCause::unchanged : RosterCause::corrected;
}

class Reconciler {
 public:
  Reconciler(const Roster& before, const Roster& after, std::size_t most_keys)
      : before_(before), after_(after), most_keys_(most_keys) {}

  Reconciliation run() {
    result_.before_as_of = before_.as_of;
    result_.after_as_of = after_.as_of;
    const std::vector<std::uint32_t> old_rows = order_of(before_);
    const std::vector<std::uint32_t> new_rows = order_of(after_);
    std::size_t o = 0;
    std::size_t n = 0;
    while (o < old_rows.size() || n < new_rows.size()) {
      const bool old_left = o < old_rows.size();
      const bool new_left = n < new_rows.size();
      const auto old_place = old_left ? place(before_, old_rows[o]) : Place{};
      const auto new_place = new_left ? place(after_, new_rows[n]) : Place{};
      if (old_left && new_left && old_place == new_place) {
        add(old_place.second, before_.member(old_rows[o++]), after_.member(new_rows[n++]));
      } else if (!new_left || (old_left && old_place < new_place)) {
        add(old_place.second, before_.member(old_rows[o++]), std::nullopt);
      } else {
        add(new_place.second, std::nullopt, after_.member(new_rows[n++]));
      }
    }
    return std::move(result_);
  }

 private:
  using Place = std::pair<Scheme, MemberKey>;
  static Place place(const Roster& roster, std::uint32_t row) { return {roster.scheme[row], roster.key[row]}; }

  void add(const MemberKey& key, const std::optional<Member>& before, const std::optional<Member>& after) {
    const RosterCause cause = cause_of(before, after);
    const auto at = static_cast<std::size_t>(cause);
    const auto scheme = static_cast<std::size_t>(before ? before->scheme : after->scheme);
    RosterMovement& movement = result_.movements[scheme][at];
    ++movement.persons;
    if ((before && draws(*before)) || (after && draws(*after))) ++movement.drawing;
    if (before) movement.before += monthly(*before);
    if (after) movement.after += monthly(*after);
    if (before) result_.total_before += monthly(*before);
    if (after) result_.total_after += monthly(*after);
    if (cause != RosterCause::unchanged && result_.keys[at].size() < most_keys_) {
      result_.keys[at].emplace_back(key.view());
    }
  }

  const Roster& before_;
  const Roster& after_;
  std::size_t most_keys_;
  Reconciliation result_;
};

}  // namespace

Reconciliation reconcile(const Roster& before, const Roster& after, std::size_t most_keys) {
  return Reconciler(before, after, most_keys).run();
}

}  // namespace disburse
