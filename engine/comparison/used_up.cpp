#include "engine/comparison/used_up.hpp"

#include <algorithm>

namespace disburse {
namespace {

/// Adds the line's share of the programme's months; `of_line` of `of_all` fall on it.
void add_share(MonthlyLine& months, const ProgrammeResult& programme, Money of_line, Money of_all, int year) {
  Money paid, taken;
  for (const MonthlyFigure& month : programme.monthly) {
    if (month.month.year() != year) continue;
    paid += month.line;
    const Money until = paid.times(Rate(of_line.fen(), of_all.fen()), Rounding::half_up);
    months[month.month] += until - taken;
    taken = until;
  }
}

}  // namespace

std::optional<Month> used_up(Money budget, const MonthlyLine& months) {
  Money paid;
  for (const auto& [month, line] : months) {
    paid += line;
    if (paid > budget) return month;
  }
  return std::nullopt;
}

MonthlyLine months_of_line(const RunResult& run, const std::string& code, int year) {
  MonthlyLine months;
  for (const ProgrammeResult& programme : run.programmes) {
    const auto own = std::find_if(programme.by_line.begin(), programme.by_line.end(),
                                  [&](const LineFigure& line) { return line.code == code; });
    if (own == programme.by_line.end() || programme.amount.projected <= Money{}) continue;
    add_share(months, programme, own->amount.projected, programme.amount.projected, year);
  }
  return months;
}

}  // namespace disburse
