#pragma once
// What is told beside a run's result: how far it is known, and how the year before came out.
#include <optional>
#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "engine/projection/band_result.hpp"

namespace disburse {

/// A line's published outturn (决算数) of a year beside what is projected of it.
struct OutturnFigure {
  std::string code, name;
  Money published;
  std::optional<Money> projected;  ///< none where a programme of the line is not projected in the whole year
  Message why;                     ///< why there is none; else empty
};

struct RunBeside {
  std::optional<BandResult> bands;      ///< of the budget's year
  int outturn_year = 0;                 ///< the year before the budget's, where the run holds it; else 0
  std::vector<OutturnFigure> outturns;  ///< of that year
  /// Commands that list more, ready for a shell: what is found in the budget's document, what is assumed without a
  /// range. Empty: none is told.
  std::string budget_check, ranges_check;
};

}  // namespace disburse
