#pragma once
// How far a year's estimate is from known (测算区间): the band with everything that is assumed, and what decides it.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/money.hpp"

namespace disburse {

/// One programme, one line or the whole of a year. Quantiles are of draws of all that is assumed; deaths by chance are
/// not in them.
struct BandFigure {
  enum class Of : std::uint8_t { programme, line, total };
  Of of = Of::total;
  std::string id, name;  ///< programme or functional code; empty for the whole
  Money estimate;        ///< every assumption at its base
  std::optional<Money> budget;
  Money mean, p10, p50, p90, p95;
  std::optional<double> over;         ///< share of the draws above the budget
  Money reserve_90;                   ///< beyond the budget, so that it suffices in 90 % of the draws
  std::vector<std::size_t> deciding;  ///< the assumptions that move it most, at most three, the first most
};

/// A figure with one assumption alone at its ends.
struct BandEffect {
  Money least, most;
};

/// A figure's amounts under one answer to a question of the source, or at the base and the ends of a range or cause
/// ("base", "low", "high"), which have no weight.
struct BandAnswer {
  std::string id, name, name_en, reason;
  double weight = 0.0;
  std::vector<Money> amounts;  ///< by figure
  std::vector<Money> before;   ///< by figure, in the year before; empty where it is not projected
};

/// Something assumed that was drawn.
struct BandAssumption {
  enum class Kind : std::uint8_t { range, cause, question };
  Kind kind = Kind::range;
  std::string path;  ///< of the parameter, or the identifier of cause or question
  std::string name, name_en;
  std::string low, base, high;  ///< as texts; of a question the names of its answers that move the whole most
  std::string source;
  std::vector<BandEffect> effects;  ///< by figure
  std::vector<BandAnswer> answers;  ///< the base first; of a range or cause where a year before tests it
};

/// A value that is assumed, is read by a programme and has no range.
struct UnrangedAssumption {
  std::string path, name, value;
  std::vector<std::string> lines;  ///< functional codes whose projection read it
  Money rests;                     ///< what is projected on them in the year
};

struct BandResult {
  int year = 0;
  std::uint32_t draws = 0;
  std::vector<BandFigure> figures;  ///< programmes, lines, the whole
  std::vector<BandAssumption> assumptions;
  std::vector<UnrangedAssumption> unranged;
};

}  // namespace disburse
