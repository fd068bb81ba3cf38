#include "engine/small_cells.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace disburse {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

void hide(double& persons) {
  const std::int64_t count = std::llround(persons);
  if (count > 0 && count < least_published) persons = no_number;
}

/// The movements of one period, whose sum is the change of the stock.
void hide(FlowMonth& flow) {
  double* const movements[] = {&flow.entrants, &flow.deaths, &flow.other_exits};
  std::vector<std::int64_t> counts;
  for (const double* one : movements) counts.push_back(std::llround(*one));
  const std::vector<bool> hidden = suppressed(counts);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (hidden[i]) *movements[i] = no_number;
  }
  hide(flow.opening);
  hide(flow.closing);
}

void hide(std::vector<PopulationFlow>& flows) {
  for (PopulationFlow& flow : flows) {
    hide(flow.year);
    for (FlowMonth& one : flow.years) hide(one);
    for (FlowMonth& one : flow.monthly) hide(one);
  }
}

}  // namespace

std::vector<bool> suppressed(const std::vector<std::int64_t>& counts) {
  std::vector<bool> hidden(counts.size(), false);
  std::size_t cells = 0;
  std::int64_t persons = 0;
  const auto hide = [&](std::size_t i) {
    hidden[i] = true;
    ++cells;
    persons += counts[i];
  };
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0 && counts[i] < least_published) hide(i);
  }
  while (cells == 1 || (cells > 0 && persons < least_published)) {
    std::size_t smallest = counts.size();
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (!hidden[i] && counts[i] > 0 && (smallest == counts.size() || counts[i] < counts[smallest])) smallest = i;
    }
    if (smallest == counts.size()) break;  // nothing else is left: the sum itself is small
    hide(smallest);
  }
  return hidden;
}

void hide_small_cells(RunResult& result) {
  hide(result.population);
  hide(result.contributors);
  for (ProgrammeResult& programme : result.programmes) {
    if (programme.headcount) hide(*programme.headcount);
    for (MonthlyFigure& month : programme.monthly) hide(month.headcount);
    if (programme.meaning && std::llround(programme.meaning->projected_units) < least_published)
      programme.meaning.reset();
  }
  for (MonthlyFigure& month : result.monthly) hide(month.headcount);
  for (YearFigure& year : result.years) {
    for (YearOfProgramme& one : year.programmes) {
      for (double* persons : {&one.headcount, &one.units, &one.entrants, &one.deaths}) hide(*persons);
    }
  }
  for (AgeBand& group : result.ages) {
    hide(group.men);
    hide(group.women);
  }
  for (ComponentYear& component : result.components) hide(component.units);
}

}  // namespace disburse
