#pragma once
// When members die, as a function of a draw.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace disburse {

/// When the members of a cohort die, as a function of a 32-bit draw u: in the first month m with u < below[m + 1], not
/// within the horizon when there is none.
class DeathTable {
 public:
  DeathTable() = default;
  explicit DeathTable(const std::vector<std::int64_t>& survival);

  /// (1 - survival to the first day of month m) x 2^32, rounded down; count + 1 values.
  const std::vector<std::uint64_t>& below() const { return below_; }
  bool mortal() const { return !below_.empty() && below_.back() != 0; }
  /// Whether some may be dead when the horizon begins, and whether draw `u` says so.
  bool may_be_dead() const { return !below_.empty() && below_.front() != 0; }
  bool is_dead(std::uint32_t u) const { return u < below_.front(); }
  /// The most that the upper 16 bits of a draw can be for a death.
  std::uint16_t threshold() const;
  /// The month of death of draw `u`, 0 of the dead as well; -1 when the member lives on. The search begins at month
  /// `from`.
  int month(std::uint32_t u, int from = 0) const;

 private:
  std::vector<std::uint64_t> below_;
};

/// Death tables in one array, for the upper 16 bits of a draw: where in the months the search begins, by the uppermost
/// bits, and behind it the upper halves of `below`. One or two steps find the month of most draws.
class UpperTables {
 public:
  struct Found {
    int month;
    bool sure;  ///< else this month or a later one: the lower 16 bits decide
  };

  UpperTables() = default;
  explicit UpperTables(const std::vector<DeathTable>& tables);

  /// The month of death from the upper 16 bits, at most the table's threshold.
  Found month(std::uint32_t table, std::uint32_t upper) const {
    const std::uint16_t* own = words_.data() + table * stride_;
    const std::uint16_t* below = own + 1 + guides;  // of months 1, 2, ...; the last is above all
    std::uint32_t m = own[1 + (upper >> own[0])];
    m += below[m] < upper ? 1 : 0;
    m += below[m] < upper ? 1 : 0;
    while (below[m] < upper) ++m;
    return {static_cast<int>(m), below[m] != upper};
  }

 private:
  static constexpr std::size_t guides = 256;
  std::size_t stride_ = 0;
  std::vector<std::uint16_t> words_;  // by table: shift, guides, upper halves, a last one above all
};

}  // namespace disburse
