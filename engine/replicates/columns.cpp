#include "engine/replicates/columns.hpp"

#include <algorithm>
#include <array>

namespace disburse {
namespace {

constexpr std::int32_t nowhere = -1;

bool concerns(const Programme& programme, Scheme scheme) {
  return std::any_of(enumerators<Role>.begin(), enumerators<Role>.end(),
                     [&](Role role) { return programme.concerns(scheme, role); });
}

Column column_of(const Programme& programme, std::size_t position, std::size_t component, int due) {
  const Month month = programme.horizon().month(due);
  return {position, due, programme.paid_month(component, month), programme.take_up(month)};
}

/// Calls `found(programme, component, month due)` for every stream by which the own budget may pay members of the
/// scheme.
template <class Found>
void each_stream(const ProgrammeSet& programmes, Scheme scheme, Found found) {
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    if (!concerns(*programmes[p], scheme)) continue;
    for (std::size_t c = 0; c < programmes[p]->definition().components.size(); ++c) {
      if (!programmes[p]->definition().components[c].payer.is_own()) continue;
      for (int t = 0; t < programmes[p]->horizon().count; ++t) found(p, c, t);
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

SchemeColumns::SchemeColumns(const ProgrammeSet& programmes, Scheme scheme, Horizon horizon)
    : scheme_(scheme), months_(static_cast<std::size_t>(horizon.count)) {
  find_columns(programmes);
  index(programmes);
}

void SchemeColumns::find_columns(const ProgrammeSet& programmes) {
  each_stream(programmes, scheme_, [&](std::size_t p, std::size_t c, int t) {
    const bool on_death = programmes[p]->definition().components[c].on_death;
    (on_death ? lumps_ : alive_).push_back(column_of(*programmes[p], p, c, t));
  });
  sort_unique(alive_);
  sort_unique(lumps_);
  for (int month = 0; month <= months(); ++month) {
    const auto later = [&](const Column& column) { return column.due > month; };
    const auto not_before = [&](const Column& column) { return column.due >= month; };
    first_lost_.push_back(static_cast<std::size_t>(std::find_if(alive_.begin(), alive_.end(), later) - alive_.begin()));
    first_lump_.push_back(alive_.size() + static_cast<std::size_t>(
                                              std::find_if(lumps_.begin(), lumps_.end(), not_before) - lumps_.begin()));
  }
}

void SchemeColumns::index(const ProgrammeSet& programmes) {
  places_.resize(programmes.size());
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    if (concerns(*programmes[p], scheme_))
      places_[p].assign(programmes[p]->definition().components.size() * months_, nowhere);
  }
  each_stream(programmes, scheme_, [&](std::size_t p, std::size_t c, int t) {
    const bool on_death = programmes[p]->definition().components[c].on_death;
    const Column column = column_of(*programmes[p], p, c, t);
    const std::size_t place = on_death ? alive_.size() + position(lumps_, column) : position(alive_, column);
    places_[p][c * months_ + static_cast<std::size_t>(t)] = static_cast<std::int32_t>(place);
  });
}

}  // namespace disburse
