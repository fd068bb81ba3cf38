#include "engine/comparison/small_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <map>

namespace disburse {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

bool is_small(double persons) {
  const std::int64_t count = std::llround(persons);
  return count > 0 && count < least_published;
}

void hide(double& persons) {
  if (is_small(persons)) persons = no_number;
}

/// Movements of one kind, whose sum over the months stands in the year.
constexpr std::array movements{&FlowMonth::entrants, &FlowMonth::deaths, &FlowMonth::other_exits};

bool has_small_movement(const FlowMonth& flow) {
  return std::any_of(movements.begin(), movements.end(), [&](auto movement) { return is_small(flow.*movement); });
}

using Movement = double FlowMonth::*;

void hide_movements(FlowMonth& flow, const std::vector<Movement>& which) {
  for (Movement movement : which) flow.*movement = no_number;
}

void hide_stocks(FlowMonth& flow) { flow.opening = flow.closing = no_number; }

/// The kinds of movement that there are. Where there is none of a kind in all months, its zeros are shown.
std::vector<Movement> kinds_in(const std::vector<FlowMonth>& months) {
  std::vector<Movement> kinds;
  for (Movement movement : movements) {
    if (std::any_of(months.begin(), months.end(), [&](const FlowMonth& one) { return one.*movement != 0.0; }))
      kinds.push_back(movement);
  }
  return kinds;
}

/// Stocks are shown, and so is what the movements of a month come to. Hidden months of a year whose sums are shown can
/// be moved against each other only as far as joining and leaving of the same month offset; this is how far.
double slack(const std::vector<FlowMonth>& months, Movement leaving) {
  double sum = 0.0;
  for (const FlowMonth& month : months) sum += std::min(month.entrants, month.*leaving);
  return sum;
}

/// Where nobody joins, or nobody leaves, the stock of a month less that of the next is what moved.
bool stocks_tell(const std::vector<Movement>& kinds) {
  return kinds.size() == 1 || kinds.front() != &FlowMonth::entrants;
}

bool may_show_year(const FlowMonth& year, const std::vector<FlowMonth>& months, const std::vector<Movement>& kinds) {
  if (has_small_movement(year)) return false;
  if (stocks_tell(kinds)) return true;  // the stocks of its months are hidden
  for (Movement leaving : {&FlowMonth::deaths, &FlowMonth::other_exits}) {
    if (year.*leaving != 0.0 && slack(months, leaving) < static_cast<double>(least_published)) return false;
  }
  return true;
}

bool in_year(const FlowMonth& month, const FlowMonth& year) { return month.month.year() == year.month.year(); }

/// Months alike: one that is hidden hides them all, so that no month is what a year leaves over. A year that would tell
/// of them is hidden too, and with it the whole horizon. Where the stocks tell, they go too.
void hide(PopulationFlow& flow) {
  if (std::none_of(flow.monthly.begin(), flow.monthly.end(), has_small_movement)) return;
  const std::vector<Movement> kinds = kinds_in(flow.monthly);
  const bool told = stocks_tell(kinds);
  bool every_year = true;
  for (FlowMonth& year : flow.years) {
    std::vector<FlowMonth> months;
    std::copy_if(flow.monthly.begin(), flow.monthly.end(), std::back_inserter(months),
                 [&](const FlowMonth& month) { return in_year(month, year); });
    if (may_show_year(year, months, kinds)) continue;
    hide_movements(year, kinds);
    if (told) hide_stocks(year);
    every_year = false;
  }
  if (!every_year || has_small_movement(flow.year)) {
    hide_movements(flow.year, kinds);
    if (told) hide_stocks(flow.year);
  }
  for (FlowMonth& month : flow.monthly) {
    hide_movements(month, kinds);
    if (told) hide_stocks(month);
  }
}

/// Nothing is told of a stock that is small at any time.
bool hide_small_stock(PopulationFlow& flow) {
  const auto small_stock = [](const FlowMonth& one) { return is_small(one.opening) || is_small(one.closing); };
  if (std::none_of(flow.monthly.begin(), flow.monthly.end(), small_stock) && !small_stock(flow.year)) return false;
  const auto hide_all = [](FlowMonth& one) {
    one = {one.month, no_number, no_number, no_number, no_number, no_number};
  };
  hide_all(flow.year);
  for (FlowMonth& one : flow.years) hide_all(one);
  for (FlowMonth& one : flow.monthly) hide_all(one);
  return true;
}

/// A programme's year repeats the movements of its scheme, and hides them where the scheme does.
void hide(std::vector<YearFigure>& years, const std::vector<PopulationFlow>& as_counted,
          const std::vector<PopulationFlow>& shown) {
  const auto is_shown = [&](const YearOfProgramme& programme, int year) {
    for (std::size_t s = 0; s < as_counted.size(); ++s) {
      for (std::size_t y = 0; y < as_counted[s].years.size(); ++y) {
        const FlowMonth& counted = as_counted[s].years[y];
        if (counted.month.year() != year || counted.entrants != programme.entrants ||
            counted.deaths != programme.deaths)
          continue;
        if (!std::isnan(shown[s].years[y].entrants) && !std::isnan(shown[s].years[y].deaths)) return true;
      }
    }
    return programme.entrants == 0.0 && programme.deaths == 0.0;
  };
  for (YearFigure& year : years) {
    for (YearOfProgramme& programme : year.programmes) {
      hide(programme.headcount);
      hide(programme.units);
      if (!is_shown(programme, year.year)) programme.entrants = programme.deaths = no_number;
    }
  }
}

struct Block {
  std::size_t first, last;  // bands, both of it
};

double persons_in(const std::vector<AgeBand*>& bands, const Block& block) {
  double sum = 0.0;
  for (std::size_t i = block.first; i <= block.last; ++i) sum += bands[i]->men + bands[i]->women;
  return sum;
}

std::size_t cells_in(const std::vector<AgeBand*>& bands, const Block& block) {
  std::size_t count = 0;
  for (std::size_t i = block.first; i <= block.last; ++i) {
    if (bands[i]->men > 0.0) ++count;
    if (bands[i]->women > 0.0) ++count;
  }
  return count;
}

/// Bands with a small cell are hidden as wholes, with their younger and then older neighbours until ten persons or more
/// stand in several hidden cells: neighbours, so that what is paid from some age on does not cut them apart.
void hide(const std::vector<AgeBand*>& bands) {
  std::vector<bool> hidden(bands.size(), false);
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (!is_small(bands[i]->men) && !is_small(bands[i]->women)) continue;
    Block block{i, i};
    while (persons_in(bands, block) < static_cast<double>(least_published) || cells_in(bands, block) < 2) {
      if (block.first > 0) {
        --block.first;
      } else if (block.last + 1 < bands.size()) {
        ++block.last;
      } else {
        break;
      }
    }
    for (std::size_t j = block.first; j <= block.last; ++j) hidden[j] = true;
  }
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (!hidden[i]) continue;
    for (double* persons : {&bands[i]->men, &bands[i]->women}) {
      if (*persons > 0.0) *persons = no_number;
    }
  }
}

void hide(std::vector<AgeBand>& ages) {
  std::map<Scheme, std::vector<AgeBand*>> by_scheme;
  for (AgeBand& band : ages) by_scheme[band.scheme].push_back(&band);
  for (auto& [scheme, bands] : by_scheme) {
    std::sort(bands.begin(), bands.end(), [](const AgeBand* a, const AgeBand* b) { return a->from < b->from; });
    hide(bands);
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
  const std::vector<PopulationFlow> counted = result.population;
  for (std::vector<PopulationFlow>* flows : {&result.population, &result.contributors}) {
    for (PopulationFlow& flow : *flows) {
      if (!hide_small_stock(flow)) hide(flow);
    }
  }
  hide(result.years, counted, result.population);
  hide(result.ages);
  for (ProgrammeResult& programme : result.programmes) {
    if (programme.headcount) hide(*programme.headcount);
    for (MonthlyFigure& month : programme.monthly) hide(month.headcount);
    if (programme.meaning && std::llround(programme.meaning->projected_units) < least_published)
      programme.meaning.reset();
  }
  for (MonthlyFigure& month : result.monthly) hide(month.headcount);
  for (ComponentYear& component : result.components) hide(component.units);
  for (LedgerCell& cell : result.ledger) hide(cell.persons);
}

}  // namespace disburse
