#include "engine/app/issuing.hpp"

#include <algorithm>
#include <ctime>

#include "scenarios/library/spoken_change.hpp"

namespace disburse {

Date issued_on(const Options& options) {
  if (options.input.as_known_on) {
    if (const auto day = spoken_date(*options.input.as_known_on)) return *day;
  }
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  constexpr int first_year = 1900;
  return {local.tm_year + first_year, local.tm_mon + 1, local.tm_mday};
}

void enter(const std::string& registry, const std::vector<IssuedEstimate>& estimates, Publication& files) {
  auto opened = std::make_unique<Registry>(registry);
  opened->add(estimates);
  files.join(std::move(opened));
}

std::vector<IssuedEstimate> issued_by(const RunResult& run, const std::string& kind, Date made) {
  std::vector<IssuedEstimate> all;
  const auto add = [&](int year, const std::string& programme, RiskFigure::Of of, Money amount) {
    IssuedEstimate one{made, kind, run.scenario.name, year, programme, amount, {}, {}};
    if (run.risk) {
      for (const RiskFigure& figure : run.risk->figures) {
        if (figure.of != of || figure.id != programme || figure.year != year) continue;
        const Spread& spread = figure.both ? *figure.both : figure.chance;
        one.low = spread.p10;
        one.high = spread.p90;
      }
    }
    all.push_back(std::move(one));
  };
  for (const YearFigure& year : run.years) {
    for (const YearOfProgramme& programme : year.programmes)
      add(year.year, programme.id, RiskFigure::Of::programme, programme.line);
    add(year.year, "", RiskFigure::Of::total, year.line);
  }
  return all;
}

std::vector<IssuedEstimate> issued_by(const ReforecastResult& result, Date made) {
  std::vector<IssuedEstimate> all;
  for (const ReforecastProgramme& one : result.programmes) {
    all.push_back(
        {made, "reforecast", result.scenario, result.year, one.id, one.year.estimate(), one.band.low, one.band.high});
  }
  all.push_back({made, "reforecast", result.scenario, result.year, "", result.total.estimate, result.total.band.low,
                 result.total.band.high});
  return all;
}

std::vector<IssuedEstimate> issued_by(const BudgetPaper& paper, Date made) {
  std::vector<IssuedEstimate> all;
  Money sum;
  for (const PaperProject& project : paper.projects) {
    all.push_back(
        {made, "budget", paper.scenario, paper.year, project.programme, project.drafted, project.low, project.high});
    sum += project.drafted;
  }
  all.push_back({made, "budget", paper.scenario, paper.year, "", sum, {}, {}});
  return all;
}

}  // namespace disburse
