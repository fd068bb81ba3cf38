#include "engine/session/cohort_change.hpp"

#include <algorithm>

#include "engine/law/relative_change.hpp"
#include "models/outlook.hpp"

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

void refuse_unmoved(const Override& change, bool counted, InputErrors& errors) {
  errors.add(change.place, change.path, "nothing moves in these months"_m,
             counted ? "who retires after the roster's year follows from those at work, not from a count"_m
                     : "the members come from a roster, and who retires follows from those at work, not from a count"_m,
             counted ? "Leave the months out, or change the members at work"_m
                     : "Leave the change out, or change the members of the roster"_m);
}

std::vector<Override> counts_of(const CohortChange& cohort, const Override& change, const ParameterTree& law,
                                Month as_of, bool counted, InputErrors& errors) {
  std::vector<Override> counts;
  if (!relative_factor(change.value)) {
    errors.add(change.place, change.path, "\"{}\" is no relative change"_m(change.value),
               "several counts move together, each by the same factor"_m,
               "Write {}=+10% or {}=x1.1"_m(change.path, change.path));
    return counts;
  }
  if (!counted) {
    const std::string factor = "x" + to_string(*relative_factor(change.value));
    for (const CohortCounts& scheme : cohort.schemes) {
      for (const std::string& path : scheme.later) counts.push_back(own_change(change, path, factor));
    }
    if (counts.empty()) refuse_unmoved(change, counted, errors);
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
  if (counts.empty()) refuse_unmoved(change, counted, errors);
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
                    bool counted, InputErrors& errors) {
  const Month last = scenario.horizon.end() - 1;
  ParameterTree so_far = law;
  std::vector<Override> changes;
  for (const Override& change : scenario.overrides) {
    const CohortChange* const cohort = cohort_of(cohorts, change.path);
    const std::vector<Override> own =
        cohort == nullptr ? std::vector<Override>{change} : counts_of(*cohort, change, so_far, as_of, counted, errors);
    if (cohort != nullptr) scenario.said_of_cohorts.push_back(change);
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
  expand_cohorts(changed, data.law.parameters, cohorts, data.recipe.as_of, !data.roster && !data.file, errors);
  throw_if_any(door, std::move(errors));
  return {changed.overrides.begin() + static_cast<std::ptrdiff_t>(scenario.overrides.size()), changed.overrides.end()};
}

namespace {

/// The counts of one cohort by whether they move in the months of a run.
struct Moving {
  std::vector<std::string> all_along, for_a_time, not_at_all;
};

void add_paths(std::vector<std::string>& to, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (std::find(to.begin(), to.end(), path) == to.end()) to.push_back(path);
  }
}

/// `early`: months before the members go on by law and assumptions; `late`: those from then on.
Moving moving_of(const CohortChange& cohort, bool early, bool late, bool counted) {
  Moving moving;
  for (const CohortCounts& scheme : cohort.schemes) {
    const bool at_first = early && counted, later = late && !scheme.later.empty();
    if (at_first) add_paths(late && !later ? moving.for_a_time : moving.all_along, scheme.inflow);
    if (later) add_paths(moving.all_along, scheme.later);
    if (!at_first && !later) add_paths(moving.not_at_all, scheme.inflow);
  }
  return moving;
}

Message names_of(const ParameterTree& law, const std::vector<std::string>& paths) {
  std::vector<Message> names;
  for (const std::string& path : paths) {
    const Parameter& parameter = *law.find(path);
    names.push_back(Message::named(parameter.name, parameter.name_en));
  }
  return joined(names, ", "_m);
}

}  // namespace

std::vector<Finding> doubts_about_cohorts(const ParameterTree& law, const Scenario& scenario,
                                          const std::vector<CohortChange>& cohorts, const RosterHead& head,
                                          bool counted) {
  std::vector<Finding> doubts;
  const Month begins = outlook_begins(head), last_of_all = scenario.horizon.end() - 1;
  for (const Override& change : scenario.said_of_cohorts) {
    const CohortChange* const cohort = cohort_of(cohorts, change.path);
    const Month first = std::max(change.from.value_or(scenario.horizon.first), scenario.horizon.first);
    const Month last = std::min(change.until.value_or(last_of_all), last_of_all);
    if (cohort == nullptr || first > last) continue;
    const Moving moving = moving_of(*cohort, first < begins, last >= begins, counted);
    const Message name = Message::named(cohort->name, cohort->name_en);
    const Message why =
        counted ? "who retires from {} on follows from those at work and those who pay, not from a count"_m(
                      to_string(begins))
                : "the members come from a roster, and who retires follows from those on it, not from a count"_m;
    const auto doubt = [&](Message text) {
      doubts.push_back({"implausible_partner", Severity::warning, name, std::move(text)});
    };
    if (!moving.not_at_all.empty() && moving.all_along.empty() && moving.for_a_time.empty())
      doubt("{} moves nothing: {}"_m(change.value, why));
    else if (!moving.not_at_all.empty())
      doubt("{} moves {} alone; {} stay as they are: {}"_m(change.value, names_of(law, moving.all_along),
                                                           names_of(law, moving.not_at_all), why));
    if (!moving.for_a_time.empty())
      doubt("{} moves {} until {} alone: {}"_m(change.value, names_of(law, moving.for_a_time), to_string(begins - 1),
                                               why));
  }
  return doubts;
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
