#include "engine/budget/paper_change.hpp"

#include <cmath>

namespace disburse {
namespace {

/// The change in units at the average of the year before.
Money volume_of(const PaperRow& row) {
  if (row.last_units == 0.0 || row.units == 0.0) return row.amount - row.last_amount;
  const double share = (row.units - row.last_units) / row.last_units;
  return Money::fen(std::llround(static_cast<double>(row.last_amount.fen()) * share));
}

}  // namespace

PaperChange change_of(const PaperProject& project) {
  PaperChange change;
  Money last, now;
  for (const PaperRow& row : project.rows) {
    const Money volume = volume_of(row);
    change.volume += volume;
    change.price += row.amount - row.last_amount - volume;
    last += row.last_amount;
    now += row.amount;
  }
  if (!project.rows.empty()) change.outlook = last - project.last_budget;
  change.rest = project.drafted - project.last_budget - change.volume - change.price - change.outlook;
  return change;
}

}  // namespace disburse
