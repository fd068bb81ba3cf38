#include "engine/session/cohort_change.hpp"

#include <algorithm>

#include "engine/law/relative_change.hpp"

namespace disburse {
namespace {

bool counts_are_of_the_years_end(const ParameterTree& law, Month month) {
  return law.choice("counts.reading", month) == "year_end";
}

std::int64_t sum_of(const ParameterTree& law, const std::vector<std::string>& paths, Month month) {
  std::int64_t sum = 0;
  for (const std::string& path : paths) sum += law.integer(path, month);
  return sum;
}

Override own_change(const Override& change, const std::string& path, const std::string& value) {
  Override own = change;
  own.path = path;
  own.value = value;
  return own;
}

/// The counts of one scheme; `law` already holds what was said before.
void add_scheme(std::vector<Override>& into, const ParameterTree& law, const CohortCounts& counts,
                const Override& change, Month as_of) {
  constexpr int months = 12;
  const Month year = as_of + 1;
  const std::string factor = "x" + to_string(*relative_factor(change.value));
  const bool of_the_year = !change.from || *change.from <= as_of + months;
  if (of_the_year) {
    std::vector<Override> inflow;
    Override undated = change;
    undated.from = undated.until = std::nullopt;
    for (const std::string& path : counts.inflow) inflow.push_back(own_change(undated, path, factor));
    ParameterTree moved = law;
    InputErrors told_later;
    for (const Override& one : inflow) put_in_force(moved, one, year, told_later);
    const std::int64_t more = sum_of(moved, counts.inflow, year) - sum_of(law, counts.inflow, year);
    into.insert(into.end(), inflow.begin(), inflow.end());
    if (counts_are_of_the_years_end(law, year)) {
      const std::int64_t stock = std::max<std::int64_t>(0, law.integer(counts.stock, year) + more);
      into.push_back(own_change(undated, counts.stock, std::to_string(stock)));
    }
  }
  const bool of_later_years = !change.until || *change.until > as_of + months;
  if (!of_later_years) return;
  for (const std::string& path : counts.later) into.push_back(own_change(change, path, factor));
}

/// Whether the change's months take a part of the roster's own year, whose counts are of the whole of it.
bool cuts_the_year(const Override& change, Month as_of) {
  constexpr int months = 12;
  const Month first = as_of + 1, last = as_of + months;
  const bool reaches_it = !(change.from && *change.from > last) && !(change.until && *change.until < first);
  return reaches_it && ((change.from && *change.from > first) || (change.until && *change.until < last));
}

std::vector<Override> counts_of(const CohortChange& cohort, const Override& change, const ParameterTree& law,
                                Month as_of, InputErrors& errors) {
  std::vector<Override> counts;
  if (!relative_factor(change.value)) {
    errors.add(change.place, change.path, "\"{}\" is no relative change"_m(change.value),
               "several counts move together, each by the same factor"_m,
               "Write {}=+10% or {}=x1.1"_m(change.path, change.path));
    return counts;
  }
  if (cuts_the_year(change, as_of)) {
    constexpr int months = 12;
    const std::string first = to_string(as_of + 1), last = to_string(as_of + months);
    errors.add(change.place, change.path, "the months take a part of {}..{}"_m(first, last),
               "who retires then is counted for these twelve months as a whole"_m,
               "Write {}@{}..{}={} for that year, or choose months after it"_m(change.path, first, last, change.value));
    return counts;
  }
  for (const CohortCounts& scheme : cohort.schemes) add_scheme(counts, law, scheme, change, as_of);
  if (counts.empty()) {
    errors.add(change.place, change.path, "nothing moves in these months"_m,
               "who retires after the roster's year follows from those at work, not from a count"_m,
               "Leave the months out, or change the members at work"_m);
  }
  return counts;
}

/// What sets the counts as they were meant: the stock that goes with the inflow.
Finding partner_doubt(const CohortChange& cohort, const CohortCounts& counts, const ParameterTree& under,
                      std::int64_t before, std::int64_t now, Month year) {
  const std::int64_t stock = under.integer(counts.stock, year);
  const auto named = [&](const std::string& path) {
    const Parameter& parameter = *under.find(path);
    return Message::named(parameter.name, parameter.name_en);
  };
  return {
      "implausible_partner", Severity::warning, named(counts.stock),
      "{} new retirees instead of {}, while the stock at the year's end stays at {}: the opening stock gives way by "
      "the difference. To move entrants, inflow and stock together, change \"{}\" by a percentage, or set this "
      "stock to {} as well; to keep the opening stock, set \"{}\" to opening"_m(
          now, before, stock, Message::named(cohort.name, cohort.name_en), stock + now - before,
          named("counts.reading"))};
}

}  // namespace

void expand_cohorts(Scenario& scenario, const ParameterTree& law, const std::vector<CohortChange>& cohorts, Month as_of,
                    InputErrors& errors) {
  const Month last = scenario.horizon.end() - 1;
  ParameterTree so_far = law;
  std::vector<Override> changes;
  for (const Override& change : scenario.overrides) {
    const CohortChange* const cohort = cohort_of(cohorts, change.path);
    const std::vector<Override> own =
        cohort == nullptr ? std::vector<Override>{change} : counts_of(*cohort, change, so_far, as_of, errors);
    InputErrors told_later;  // when the scenario is put in force
    for (const Override& one : own) put_in_force(so_far, one, last, told_later);
    changes.insert(changes.end(), own.begin(), own.end());
  }
  scenario.overrides = std::move(changes);
}

const CohortChange* cohort_of(const std::vector<CohortChange>& cohorts, std::string_view path) {
  const auto at =
      std::find_if(cohorts.begin(), cohorts.end(), [&](const CohortChange& one) { return one.path == path; });
  return at == cohorts.end() ? nullptr : &*at;
}

std::vector<Override> with_counts(const LoadedData& data, const Scenario& scenario, std::vector<Override> changes) {
  const std::vector<CohortChange>& cohorts = data.recipe.cohorts;
  const auto of_cohort = [&](const Override& one) { return cohort_of(cohorts, one.path) != nullptr; };
  const auto first = std::find_if(changes.begin(), changes.end(), of_cohort);
  if (first == changes.end()) return changes;
  const Door door = first->place.file.starts_with("--") ? Door::command_line : Door::data;
  Scenario changed = scenario;
  changed.overrides.insert(changed.overrides.end(), changes.begin(), changes.end());
  InputErrors errors;
  expand_cohorts(changed, data.law.parameters, cohorts, data.recipe.as_of, errors);
  throw_if_any(door, std::move(errors));
  return {changed.overrides.begin() + static_cast<std::ptrdiff_t>(scenario.overrides.size()), changed.overrides.end()};
}

std::vector<Finding> doubts_about_partners(const ParameterTree& before, const ParameterTree& under,
                                           const std::vector<CohortChange>& cohorts, Month as_of) {
  std::vector<Finding> doubts;
  const Month year = as_of + 1;
  std::vector<std::string> told;
  for (const CohortChange& cohort : cohorts) {
    for (const CohortCounts& counts : cohort.schemes) {
      if (!counts_are_of_the_years_end(under, year)) continue;
      if (std::find(told.begin(), told.end(), counts.stock) != told.end()) continue;
      const std::int64_t was = sum_of(before, counts.inflow, year), now = sum_of(under, counts.inflow, year);
      if (was == now || before.integer(counts.stock, year) != under.integer(counts.stock, year)) continue;
      told.push_back(counts.stock);
      doubts.push_back(partner_doubt(cohort, counts, under, was, now, year));
    }
  }
  return doubts;
}

}  // namespace disburse
