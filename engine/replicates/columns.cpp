#include "engine/replicates/columns.hpp"

#include <algorithm>

namespace disburse {
namespace {

/// Sums of what all members of the scheme get, alive throughout, by programme.
std::vector<StreamSums> scheme_sums(const Population& population, const ProgrammeSet& programmes, Scheme scheme) {
  std::vector<StreamSums> sums;
  for (const auto& programme : programmes) {
    sums.emplace_back(programme->definition().components.size(), population.horizon().count);
    for (const Cohort& cohort : population.cohorts()) {
      if (cohort.scheme != scheme || !programme->concerns(cohort.scheme, cohort.role)) continue;
      programme->accumulate(population.members(), cohort.begin, cohort.end, sums.back());
    }
  }
  return sums;
}

Column column_of(const Programme& programme, std::size_t position, std::size_t component, int due) {
  const Month month = programme.horizon().month(due);
  return {position, due, programme.paid_month(component, month), programme.take_up(month)};
}

/// Calls `found(programme, component, month due)` for every stream by which the city pays anybody.
template <class Found>
void each_stream(const std::vector<StreamSums>& sums, const ProgrammeSet& programmes, Found found) {
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    for (std::size_t c = 0; c < programmes[p]->definition().components.size(); ++c) {
      if (programmes[p]->definition().components[c].payer != Payer::city) continue;
      for (int t = 0; t < programmes[p]->horizon().count; ++t) {
        if (sums[p].persons(c, static_cast<std::size_t>(t)) != 0) found(p, c, t);
      }
    }
  }
}

void sort_unique(std::vector<Column>& columns) {
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
}

std::size_t position(const std::vector<Column>& columns, const Column& column) {
  return static_cast<std::size_t>(std::lower_bound(columns.begin(), columns.end(), column) - columns.begin());
}

}  // namespace

SchemeColumns::SchemeColumns(const Population& population, const ProgrammeSet& programmes, Scheme scheme)
    : months_(static_cast<std::size_t>(population.horizon().count)) {
  const std::vector<StreamSums> sums = scheme_sums(population, programmes, scheme);
  find_columns(sums, programmes);
  index(sums, programmes);
}

void SchemeColumns::find_columns(const std::vector<StreamSums>& sums, const ProgrammeSet& programmes) {
  each_stream(sums, programmes, [&](std::size_t p, std::size_t c, int t) {
    const bool on_death = programmes[p]->definition().components[c].on_death;
    (on_death ? lumps_ : alive_).push_back(column_of(*programmes[p], p, c, t));
  });
  sort_unique(alive_);
  sort_unique(lumps_);
  for (int month = 0; month <= static_cast<int>(months_); ++month) {
    const auto later = [&](const Column& column) { return column.due > month; };
    const auto not_before = [&](const Column& column) { return column.due >= month; };
    first_lost_.push_back(static_cast<std::size_t>(std::find_if(alive_.begin(), alive_.end(), later) - alive_.begin()));
    first_lump_.push_back(alive_.size() + static_cast<std::size_t>(
                                              std::find_if(lumps_.begin(), lumps_.end(), not_before) - lumps_.begin()));
  }
}

void SchemeColumns::index(const std::vector<StreamSums>& sums, const ProgrammeSet& programmes) {
  for (const auto& programme : programmes) {
    places_.emplace_back(programme->definition().components.size() * months_, none);
  }
  if_all_live_.assign(alive_.size(), 0);
  each_stream(sums, programmes, [&](std::size_t p, std::size_t c, int t) {
    const bool on_death = programmes[p]->definition().components[c].on_death;
    const Column column = column_of(*programmes[p], p, c, t);
    const std::size_t place = on_death ? alive_.size() + position(lumps_, column) : position(alive_, column);
    const auto offset = static_cast<std::size_t>(t);
    places_[p][c * months_ + offset] = static_cast<std::int32_t>(place);
    if (!on_death) if_all_live_[place] += sums[p].amount(c, offset);
  });
}

}  // namespace disburse
