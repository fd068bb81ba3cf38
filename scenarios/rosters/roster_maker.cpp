// Parameters, draws and keys for the synthesis, and the opening stock whose expected closing rounds to the count.
#include "scenarios/rosters/roster_maker.hpp"

#include <algorithm>
#include <span>

#include "engine/base/error.hpp"
#include "scenarios/rosters/roster_amounts.hpp"

namespace disburse {
namespace {

constexpr int most_rounds = 200;

std::uint64_t draw_id(Part part, std::uint64_t i) { return std::uint64_t{static_cast<std::uint32_t>(part)} << 32 | i; }

std::int64_t rounded_persons(Int128 alive) { return rounded_quotient(alive, certain, Rounding::half_up); }

}  // namespace

KeyRange key_range(Part part) {
  switch (part) {
    case Part::civil_service_stock: return {'C', 1, 899'999};
    case Part::civil_service_entrants: return {'C', 900'001, 999'999};
    case Part::active: return {'A', 1, 999'999};
    case Part::leavers: return {'L', 1, 999'999};
    case Part::enterprise_earlier: return {'E', 1, 599'999};
    case Part::enterprise_special: return {'E', 600'001, 699'999};
    case Part::enterprise_before_last: return {'E', 700'001, 799'999};
    case Part::enterprise_last: return {'E', 800'001, 899'999};
    case Part::enterprise_to_september: return {'E', 900'001, 949'999};
    case Part::enterprise_from_october: return {'E', 950'001, 999'999};
    case Part::resident_stock: return {'R', 1, 899'999};
    case Part::resident_entrants: return {'R', 900'001, 999'999};
    case Part::payers: return {'P', 1, 999'999};
  }
  return {'?', 0, 0};
}

RosterMaker::RosterMaker(const Recipe& recipe, const ParameterTree& parameters, const Mortality& mortality,
                         std::uint64_t seed)
    : recipe_(recipe), parameters_(parameters), mortality_(mortality), seed_(seed) {
  roster_.as_of = recipe.as_of;
  roster_.source = "recipe " + recipe.name + ", seed " + std::to_string(seed);
  roster_.reserve(150'000);
}

std::int64_t RosterMaker::count(const std::string& name) const {
  return parameters_.integer("counts." + name, recipe_.year().first);
}
std::int64_t RosterMaker::count_if_any(const std::string& name) const {
  return parameters_.find("counts." + name) == nullptr ? 0 : count(name);
}
Money RosterMaker::mean(const std::string& name) const {
  return parameters_.money("roster." + name, recipe_.year().first);
}
std::int64_t RosterMaker::years(const std::string& name) const {
  return parameters_.integer("roster." + name, recipe_.year().first);
}
Month RosterMaker::month(const std::string& name) const {
  return parameters_.month_value("roster." + name, recipe_.year().first);
}
std::int64_t RosterMaker::share(const std::string& name) const {
  return weight_of(parameters_.rate("roster." + name, recipe_.year().first));
}

Words RosterMaker::words(Part part, std::uint64_t i) const { return draw(seed_, Stream::roster, draw_id(part, i), 0); }

std::uint64_t RosterMaker::start(Part part) const {
  const Words word = draw(seed_, Stream::roster_start, static_cast<std::uint32_t>(part), 0);
  return std::uint64_t{word[0]} << 32 | word[1];
}

std::int32_t RosterMaker::service_months(Part part, std::uint64_t i, std::uint64_t count, std::int64_t mean_years,
                                         std::uint32_t spread) const {
  const bool alone = i + 1 == count && count % 2 == 1;
  const std::uint32_t word = draw32(seed_, Stream::roster, draw_id(part, i / 2), 1);
  const std::int64_t off = alone ? 0 : below(word, spread + 1);
  return static_cast<std::int32_t>(12 * (i % 2 == 0 ? mean_years + off : mean_years - off));
}

void RosterMaker::add(Part part, std::uint64_t i, const Member& member) {
  const KeyRange range = key_range(part);
  if (i > range.last - range.first) {
    refuse("counts", "a group has more than {} members"_m(range.last - range.first + 1), "keys have six digits"_m);
  }
  std::uint64_t number = range.first + i;
  MemberKey key;
  key.text[0] = range.letter;
  for (std::size_t digit = 6; digit >= 1; --digit, number /= 10) key.text[digit] = static_cast<char>('0' + number % 10);
  roster_.add(key, member);
}

void RosterMaker::set_mean(const StatedMean& stated, std::size_t begin) {
  set_mean_of(stated, begin, roster_.size() - begin);
}

void RosterMaker::set_mean_of(const StatedMean& stated, std::size_t begin, std::size_t heads) {
  const std::span<std::int64_t> values = std::span(roster_.*stated.column).subspan(begin);
  if (heads == 0) return;
  const std::string name = stated.parameter;
  const std::int64_t total = mean(name).fen() * static_cast<std::int64_t>(heads);
  if (!stretch_to_total(values, recipe_.distribution(stated.distribution), total)) {
    refuse("roster." + name, "a mean of {} yuan cannot be met"_m(yuan_text(mean(name))),
           "the distribution {} leaves its minimum or maximum"_m(stated.distribution));
  }
}

std::int64_t RosterMaker::alive(Scheme scheme, Sex sex, Month birth, Month exposed_from) {
  const Horizon year = recipe_.year();
  const Month exposed = std::clamp(exposed_from, year.first, year.end());
  const auto [at, is_new] = alive_.try_emplace({scheme, sex, birth, exposed}, 0);
  if (is_new) at->second = mortality_.survival(scheme, sex, birth, exposed, year).back();
  return at->second;
}

Int128 RosterMaker::alive_from(std::size_t begin) {
  Int128 sum = 0;
  for (std::size_t i = begin; i < roster_.size(); ++i) {
    // A member dies at the earliest in the month after the retirement: until then it is no pensioner's death.
    const Month exposed = Month::from_index(roster_.retired[i]) + 1;
    sum += alive(roster_.scheme[i], roster_.sex[i], Month::from_index(roster_.birth[i]), exposed);
  }
  return sum;
}

std::uint64_t RosterMaker::further_members(const Sought& sought) {
  const bool at_opening = parameters_.choice("counts.reading", recipe_.year().first) == "opening";
  std::int64_t opening = at_opening ? sought.count : sought.count - sought.entrants;
  Int128 further_alive = 0;
  std::uint64_t members = 0;
  // The deaths rise with the opening stock, by less than a person a person; so the opening stock rises from round to
  // round, and only the members it gains have to be added up.
  for (int round = 0; round < most_rounds; ++round) {
    if (opening < sought.settled) {
      refuse(sought.path,
             "the opening stock would be {}, below the {} who retired lately or are special"_m(opening, sought.settled),
             "they are part of it"_m);
    }
    const auto wanted = static_cast<std::uint64_t>(opening - sought.settled);
    if (at_opening) return wanted;
    for (; members < wanted; ++members) {
      const SexAndAge person = sought.person(members);
      further_alive += alive(sought.scheme, person.sex, as_of() - person.age_months, as_of());
    }
    const Int128 before_deaths = Int128{opening + sought.entrants} * certain;
    const std::int64_t deaths = rounded_persons(before_deaths - sought.settled_alive - further_alive);
    const std::int64_t next = sought.count - sought.entrants + deaths;
    if (next == opening) return wanted;
    opening = next;
  }
  refuse(sought.path, "no opening stock leads to {} at the end of the year"_m(sought.count),
         "so many die that each further member leaves less than a half"_m);
}

void RosterMaker::refuse(const std::string& path, Message problem, Message why) const {
  InputErrors errors;
  const Parameter* parameter = parameters_.find(path);
  Place place{recipe_.file.string(), 0, 0};
  if (parameter != nullptr) place = parameters_.at(path, recipe_.year().first).place;
  errors.add(place, path, problem, why, "Change this value or those it is made of"_m);
  throw InputRejected(Door::data, std::move(errors));
}

Roster RosterMaker::finish() { return std::move(roster_); }

Roster synthesize(const Recipe& recipe, const ParameterTree& parameters, const Mortality& mortality,
                  std::uint64_t seed) {
  RosterMaker maker(recipe, parameters, mortality, seed);
  make_civil_service(maker);
  make_enterprise(maker);
  make_residents(maker);
  return maker.finish();
}

Roster synthesize(const Recipe& recipe, const ParameterTree& parameters, const Mortality& mortality, std::uint64_t seed,
                  Scheme scheme) {
  RosterMaker maker(recipe, parameters, mortality, seed);
  switch (scheme) {
    case Scheme::civil_service: make_civil_service(maker); break;
    case Scheme::enterprise: make_enterprise(maker); break;
    case Scheme::resident: make_residents(maker); break;
  }
  return maker.finish();
}

}  // namespace disburse
