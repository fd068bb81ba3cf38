#include "engine/comparison/small_movements.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "engine/comparison/small_cells.hpp"

namespace disburse {
namespace {

using Movements = std::array<RosterMovement, roster_cause_count>;

/// A sum that readers have, of money or of persons, and the causes that it is made of.
struct KnownSum {
  bool money = false;
  std::vector<RosterCause> causes;
};

const std::vector<KnownSum>& known_sums() {
  using enum RosterCause;
  static const std::vector<KnownSum> sums = {
      {true, {ceased, returned, adjusted, corrected, unchanged}},  // pensions of the first month
      {true, {entered, retired, adjusted, corrected, unchanged}},  // of the second
      {true, {entered, retired, adjusted, ceased, returned}},      // the difference: what stays the same cancels
      {false, {entered, retired, ceased, returned}},               // how the stock moved that draws
      {false, {joined, returned, left, retired}},                  // that works or pays
      {false, {joined, entered, left, ceased, retired, returned, adjusted, corrected, unchanged}}};
  return sums;
}

bool is_small(std::int64_t persons) { return persons > 0 && persons < least_published; }

class Hiding {
 public:
  explicit Hiding(Movements& movements) : movements_(movements) {}

  /// False where a sum of money still tells of fewer than ten.
  bool run() {
    for (RosterMovement& one : movements_) one.hidden = is_small(one.persons) || is_small(one.drawing);
    for (bool settled = false; !settled;) {
      settled = true;
      for (const KnownSum& sum : known_sums()) {
        while (tells(sum)) {
          RosterMovement* more = smallest_shown(sum);
          if (more == nullptr) break;
          more->hidden = true;
          settled = false;
        }
      }
    }
    const auto& sums = known_sums();
    return std::none_of(sums.begin(), sums.end(), [&](const KnownSum& sum) { return sum.money && tells(sum); });
  }

 private:
  RosterMovement& of(RosterCause cause) const { return movements_[static_cast<std::size_t>(cause)]; }
  static std::int64_t counted(const KnownSum& sum, const RosterMovement& one) {
    return sum.money ? one.drawing : one.persons;
  }

  /// One hidden cell alone, or hidden cells of fewer than ten persons.
  bool tells(const KnownSum& sum) const {
    std::int64_t persons = 0, cells = 0;
    for (const RosterCause cause : sum.causes) {
      if (!of(cause).hidden || counted(sum, of(cause)) == 0) continue;
      persons += counted(sum, of(cause));
      ++cells;
    }
    return cells == 1 || is_small(persons);
  }

  RosterMovement* smallest_shown(const KnownSum& sum) const {
    RosterMovement* smallest = nullptr;
    for (const RosterCause cause : sum.causes) {
      RosterMovement& one = of(cause);
      if (one.hidden || counted(sum, one) == 0) continue;
      if (smallest == nullptr || counted(sum, one) < counted(sum, *smallest)) smallest = &one;
    }
    return smallest;
  }

  Movements& movements_;
};

}  // namespace

void hide_small_movements(Reconciliation& reconciliation) {
  for (Movements& scheme : reconciliation.movements) {
    if (!Hiding(scheme).run()) reconciliation.totals_hidden = true;
  }
  for (std::vector<std::string>& keys : reconciliation.keys) keys.clear();
}

}  // namespace disburse
