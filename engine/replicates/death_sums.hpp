#pragma once
// What deaths take away and add in some replicates, piece by piece of the members; and what it means for the measures.
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/replicates/kernel.hpp"
#include "engine/replicates/measures.hpp"

namespace disburse {

/// Which columns there are, and what a payment in them counts to.
class MeasureMap {
 public:
  MeasureMap(const ProgrammeSet& programmes, const Measures& measures);

  const CityColumns& columns() const { return columns_; }
  /// Measures that a column of a scheme's row counts to.
  const std::vector<std::uint32_t>& counted(std::size_t scheme, std::size_t column) const {
    return counted_[scheme][column];
  }
  /// By measure: payments that depend on no member, fen.
  const std::vector<std::int64_t>& fixed() const { return fixed_; }
  std::size_t measures() const { return fixed_.size(); }
  std::size_t width() const;  ///< columns of all schemes together

 private:
  CityColumns columns_;
  std::vector<std::vector<std::vector<std::uint32_t>>> counted_;  // by scheme and column
  std::vector<std::int64_t> fixed_;
};

/// What all members get if nobody dies, and what those get who cannot die: by scheme and alive column, fen.
class LivingSums {
 public:
  explicit LivingSums(const MeasureMap& map);
  void add(const MemberPaths& paths);
  /// All sums, to be kept; and as many from elsewhere added.
  std::vector<std::int64_t> numbers() const;
  void add(std::span<const std::int64_t> numbers);
  std::int64_t if_all_live(std::size_t scheme, std::size_t column) const { return if_all_live_[scheme][column]; }
  /// By measure: payments that no death can move, fixed ones included.
  std::vector<std::int64_t> certain_payments(const MeasureMap& map) const;

 private:
  std::array<std::vector<std::int64_t>, scheme_count> if_all_live_, certain_;
};

/// Sums over the deaths of replicates [first, first + count), by scheme, replicate and column.
class DeathSums {
 public:
  DeathSums(const MeasureMap& map, std::uint32_t first, std::uint32_t count);
  void add(const MemberPaths& paths, std::uint64_t seed, Simd simd);
  void add(const DeathSums& other);
  /// All sums, to be kept and taken up again.
  std::span<std::int64_t> numbers() { return sums_; }
  /// Amounts of the measures, replicates x measures.
  std::vector<std::int64_t> amounts(const LivingSums& living) const;

 private:
  const MeasureMap* map_;
  std::uint32_t first_, count_;
  std::vector<std::int64_t> sums_;  // scheme after scheme: count x width
};

/// `fen` of those entitled, taken up by `share` of them, rounded half up.
std::int64_t taken_up(std::int64_t fen, const Rate& share);

}  // namespace disburse
