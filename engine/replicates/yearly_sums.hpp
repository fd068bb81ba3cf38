#pragma once
// Which columns of a block add to which yearly measures, laid out in the order in which a walk over the months reads
// them.
#include <cstdint>
#include <vector>

#include "engine/replicates/death_sums.hpp"

namespace disburse {

struct YearlySums {
  /// A column as it counts: its place in a line, and the share of those entitled who take it up.
  struct Term {
    std::uint32_t value = 0;
    double share = 0.0;
    friend bool operator==(const Term&, const Term&) = default;
  };
  /// Months in which an amount rises alike for who is alive, and by the same lump sum on top for who dies in them.
  struct Run {
    std::uint32_t months = 0, alive = 0, lump = 0;  ///< how many of `due`; of `terms`, those of the living first
  };
  /// The columns that count alike to one or more yearly measures.
  struct YearlySum {
    std::vector<std::uint32_t> measures;
    std::uint32_t runs = 0;
    std::size_t year = 0;  ///< from the first of the horizon
    bool total = false;    ///< one of the measures is the total of all lines
  };

  std::vector<YearlySum> all;
  std::vector<Run> runs;           ///< of every yearly sum, one after another
  std::vector<std::uint32_t> due;  ///< months of every run, rising within a yearly sum
  std::vector<Term> terms;         ///< of every run
  /// Months to whose first day a member must live for a sum to change; rising.
  std::vector<std::uint32_t> months() const;
};

YearlySums yearly_sums_of(const MeasureMap& map, std::size_t scheme, const PathBlock& block, const Measures& measures);

}  // namespace disburse
