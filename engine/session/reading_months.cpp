#include "engine/session/reading_months.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "models/outlook.hpp"

namespace disburse {
namespace {

/// How a parameter is looked up.
enum class Reading : std::uint8_t {
  counting,   ///< once, when the members are made
  beginning,  ///< once, when the run begins
  january,    ///< in January of each year, and by what is carried on by it
  carrying,   ///< by what is carried on by it alone
  later,      ///< in every month after the year in which the members were counted
};

struct Kind {
  std::string_view path;  ///< or how it begins, up to a dot or an underscore
  Reading reading;
};

/// The first that fits counts.
constexpr std::array kinds{
    Kind{"counts.", Reading::counting},
    Kind{"roster.", Reading::counting},
    Kind{"contribution.bases_first", Reading::beginning},
    Kind{"annuity_funding.real_until_before", Reading::beginning},
    Kind{"annuity_funding.base_index_first", Reading::beginning},
    Kind{"award.reform_first", Reading::beginning},
    Kind{"award.comparison_last", Reading::beginning},
    Kind{"mortality.improvement_first", Reading::beginning},
    Kind{"mortality.improvement_", Reading::january},
    Kind{"adjustment.", Reading::january},
    Kind{"civil_service_pension.area_class", Reading::january},
    Kind{"account.interest", Reading::january},
    Kind{"outlook.wage_growth", Reading::january},
    Kind{"outlook.adjustment_rate", Reading::carrying},
    Kind{"outlook.account_interest", Reading::carrying},
    Kind{"outlook.resident_base_increase", Reading::carrying},
    Kind{"outlook.", Reading::later},
    Kind{"retirement.old_age_", Reading::later},
    Kind{"retirement.first_birth_", Reading::later},
    Kind{"retirement.pace_", Reading::later},
    Kind{"retirement.most_delay_", Reading::later},
    Kind{"retirement.minimum_service", Reading::later},
    Kind{"retirement.resident_minimum_service", Reading::later},
};

const Kind* kind_of(const std::string& path) {
  const auto fits = [&](const Kind& kind) {
    const bool begins = kind.path.ends_with('.') || kind.path.ends_with('_');
    return begins ? path.starts_with(kind.path) : path == kind.path;
  };
  const auto found = std::find_if(kinds.begin(), kinds.end(), fits);
  return found == kinds.end() ? nullptr : &*found;
}

std::string span_text(const Override& change) {
  const std::string from = change.from ? to_string(*change.from) : "";
  return from + ".." + (change.until ? to_string(*change.until) : "");
}

bool holds_in(const Override& change, Month month) {
  return !(change.from && month < *change.from) && !(change.until && *change.until < month);
}

/// The months within the run in which other parameters are carried on by this one.
void add_carrying(const ParameterTree& law, const std::string& path, Horizon horizon, std::set<Month>& months) {
  for (const auto& [other, parameter] : law.all()) {
    if (!parameter.extension) continue;
    const std::vector<std::string>& by = parameter.extension->by;
    if (std::find(by.begin(), by.end(), path) == by.end()) continue;
    for (const DatedValue& value : parameter.values) {
      const Month read = parameter.extension->rule == ExtensionRule::grow ? value.from - 1 : value.from;
      if (value.extended && value.from < horizon.end()) months.insert(read);
    }
  }
}

std::set<Month> months_of(Reading reading, const ParameterTree& law, const std::string& path, const RunMonths& run) {
  std::set<Month> months;
  const int last = (run.horizon.end() - 1).year();
  if (reading == Reading::january) {
    for (int year = run.horizon.first.year(); year <= last; ++year) months.insert(Month(year, 1));
  }
  add_carrying(law, path, run.horizon, months);
  return months;
}

std::string some_of(const std::set<Month>& months) {
  constexpr std::size_t most = 4;
  std::string text;
  std::size_t told = 0;
  for (const Month month : months) {
    if (told++ == most) return text + ", …";
    text += (text.empty() ? "" : ", ") + to_string(month);
  }
  return text;
}

void refuse_once(const Override& change, Month read, bool counting, InputErrors& errors) {
  const Message counted = "the members are counted once and live on: the change would do nothing, or would never end"_m;
  const Message begun = "it says what was before the run and not what holds in a month"_m;
  errors.add(
      change.place, change.path,
      "is looked up once, in {}, for the whole run, and {} is not all of it"_m(to_string(read), span_text(change)),
      counting ? counted : begun, "Leave the months out, as {}={}"_m(change.path, change.value));
}

void refuse_months(const Override& change, const std::set<Month>& months, InputErrors& errors) {
  if (months.empty()) {
    errors.add(change.place, change.path, "is not looked up in any month of the run"_m,
               "what is carried on by it has values of its own until then: the change would do nothing"_m,
               "Leave the change out, or choose a longer --horizon"_m);
    return;
  }
  errors.add(change.place, change.path,
             "is looked up in {} alone, and none of them lies in {}"_m(some_of(months), span_text(change)),
             "the change would do nothing"_m,
             "Choose months that hold one of them, as {}@{}..{}={}"_m(change.path, to_string(*months.begin()),
                                                                      to_string(*months.begin() + 11), change.value));
}

void refuse_early(const Override& change, Month begins, InputErrors& errors) {
  errors.add(
      change.place, change.path,
      "is looked up from {} on, and {} ends before it or begins after the run"_m(to_string(begins), span_text(change)),
      "who joins and retires until then is counted (counts.*): the change would do nothing"_m,
      "Choose months from {} on and a --horizon that holds them, or change the counts"_m(to_string(begins)));
}

void check_one(const ParameterTree& law, const Override& change, const RunMonths& run, InputErrors& errors) {
  const Kind* const kind = kind_of(change.path);
  if (kind == nullptr || (!change.from && !change.until) || law.find(change.path) == nullptr) return;
  const Month last = run.horizon.end() - 1;
  if (kind->reading == Reading::counting || kind->reading == Reading::beginning) {
    const bool counting = kind->reading == Reading::counting;
    const Month read = counting ? run.as_of + 1 : run.horizon.first;
    if (!holds_in(change, read) || !holds_in(change, std::max(read, last))) refuse_once(change, read, counting, errors);
    return;
  }
  const Month first = std::max(change.from.value_or(run.horizon.first), run.horizon.first);
  if (first > std::min(change.until.value_or(last), last)) return;  // of months that the run does not have
  if (kind->reading == Reading::later) {
    if (std::max(first, run.later_begins) > std::min(change.until.value_or(last), last))
      refuse_early(change, run.later_begins, errors);
    return;
  }
  const std::set<Month> months = months_of(kind->reading, law, change.path, run);
  if (std::none_of(months.begin(), months.end(), [&](Month month) { return holds_in(change, month); }))
    refuse_months(change, months, errors);
}

}  // namespace

RunMonths run_months(const RosterHead& roster, Horizon horizon) {
  return {roster.as_of, outlook_begins(roster), horizon};
}

void check_reading_months(const ParameterTree& law, const std::vector<Override>& changes, const RunMonths& run,
                          InputErrors& errors) {
  for (const Override& change : changes) check_one(law, change, run, errors);
}

void check_reading_months(const ParameterTree& law, const Scenario& scenario, const RosterHead& roster) {
  const RunMonths run = run_months(roster, scenario.horizon);
  InputErrors in_files, on_command_line;
  for (const Override& change : scenario.overrides)
    check_one(law, change, run, change.origin == "--set" ? on_command_line : in_files);
  throw_if_any(Door::data, std::move(in_files));
  throw_if_any(Door::command_line, std::move(on_command_line));
}

}  // namespace disburse
