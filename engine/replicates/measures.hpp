#pragma once
// What is measured of each replicate: what programmes, lines and the whole cost the city, by year and by month of
// payment.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/budget/budget.hpp"
#include "engine/projection/projection.hpp"

namespace disburse {

struct Measure {
  enum class What : std::uint8_t {
    programme,    ///< of one programme, in a year
    line,         ///< of one functional code, in a year
    total,        ///< of all lines, in a year
    line_month,   ///< of one functional code, in a month
    total_month,  ///< of all lines, in a month
  };
  What what = What::total;
  std::size_t programme = 0;  ///< of `programme`
  std::string line;           ///< of line and line_month
  int year = 0;
  Month month;  ///< of *_month
  bool yearly() const { return what != What::line_month && what != What::total_month; }
};

/// The measures of a run, and to which of them a payment counts.
class Measures {
 public:
  Measures(const ProgrammeSet& programmes, const Budget& budget, Horizon horizon);

  const std::vector<Measure>& all() const { return all_; }
  Horizon horizon() const { return horizon_; }
  /// Indices of the measures that a payment of `programme` on `line` in `paid` counts to; none when it falls on no
  /// line or after the horizon.
  std::vector<std::uint32_t> of(std::size_t programme, const std::string& line, Month paid) const;
  std::size_t find(Measure::What what, std::size_t programme, const std::string& line, int year) const;

 private:
  Horizon horizon_;
  std::size_t programmes_;
  std::vector<std::string> lines_;
  std::vector<Measure> all_;  // by year: programmes, lines, total; then by month: lines, total
};

}  // namespace disburse
