#include "engine/studies/outturn_score.hpp"

#include <algorithm>

#include "engine/planning/line_estimates.hpp"

namespace disburse {

std::vector<OutturnFigure> outturn_score(const RunResult& run, const Session& session) {
  constexpr int december = 12;
  const int year = session.budget.fiscal_year - 1;
  const Month first(year, 1);
  const auto own =
      std::find_if(run.years.begin(), run.years.end(), [&](const YearFigure& one) { return one.year == year; });
  const Horizon& horizon = session.scenario.horizon;
  std::vector<OutturnFigure> score;
  if (own == run.years.end() || !horizon.contains(first) || !horizon.contains(Month(year, december))) return score;
  for (const BudgetLine& line : session.budget.lines) {
    OutturnFigure figure{line.code, line.name, line.last_year_executed, {}, {}};
    for (const ProgrammeDefinition& programme : session.law.programmes) {
      const Month begins = projected_from(programme, session.roster.as_of, horizon);
      if (programme.line != line.code || begins <= first) continue;
      figure.why = "{} rests on amounts of the roster and is projected from {} on"_m(
          Message::named(programme.name, programme.name_en), to_string(begins));
    }
    const auto at = std::find_if(own->lines.begin(), own->lines.end(),
                                 [&](const LineFigure& one) { return one.code == line.code; });
    if (figure.why.empty() && at != own->lines.end()) figure.projected = at->amount.projected;
    score.push_back(std::move(figure));
  }
  return score;
}

void lay_outturns(const std::vector<Outturn>& outturns, const RunResult& run, int year,
                  std::map<std::string, Money>& executed) {
  const auto own =
      std::find_if(run.years.begin(), run.years.end(), [&](const YearFigure& one) { return one.year == year; });
  if (own == run.years.end()) return;
  std::map<std::string, Money> difference;
  for (const Outturn& outturn : outturns) {
    for (std::size_t p = 0; p < run.programmes.size(); ++p) {
      const ProgrammeResult& programme = run.programmes[p];
      if (outturn.year != year || outturn.programme != programme.id || !programme.line) continue;
      difference[*programme.line] += outturn.amount - own->programmes[p].line;
    }
  }
  for (const LineFigure& line : own->lines) {
    const auto found = difference.find(line.code);
    if (found != difference.end()) executed[line.code] = line.amount.projected + found->second;
  }
  for (const Outturn& outturn : outturns) {
    if (outturn.year == year && is_line_code(outturn.programme)) executed[outturn.programme] = outturn.amount;
  }
}

}  // namespace disburse
