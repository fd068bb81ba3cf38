#include "engine/comparison/bridge.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace disburse {
namespace {

/// The cause under which the change of each kind's payments stands; that of regular ones is split further.
constexpr std::array<std::pair<Kind, Cause>, enumerator_count<Kind>> causes{{
    {Kind::regular, Cause::mix},
    {Kind::arrears, Cause::arrears},
    {Kind::recovery, Cause::irregular},
    {Kind::lump_sum, Cause::one_off},
    {Kind::contribution, Cause::contribution},
    {Kind::overpayment, Cause::irregular},
    {Kind::suspended, Cause::irregular},
    {Kind::restored, Cause::irregular},
    {Kind::late_claim, Cause::irregular},
}};
static_assert(in_order(causes, &std::pair<Kind, Cause>::first));

struct KindSums {
  std::map<Cause, Money> by_cause;
  Money of(Cause cause) const {
    const auto found = by_cause.find(cause);
    return found == by_cause.end() ? Money{} : found->second;
  }
  Money regular() const { return of(Cause::mix); }
  std::map<Month, double> persons;  // regular, by month paid
  double units = 0.0;
};

KindSums sums_of(const std::vector<LedgerCell>& ledger, int year) {
  KindSums sums;
  for (const LedgerCell& cell : ledger) {
    if (cell.key.paid.year() != year) continue;
    if (cell.persons != 0.0) {
      sums.persons[cell.key.paid] += cell.persons;
      sums.units += cell.persons;
    }
    if (cell.key.line.empty()) continue;
    sums.by_cause[causes[static_cast<std::size_t>(cell.key.kind)].second] += cell.amount;
  }
  return sums;
}

/// Entrants and deaths from the beginning of the horizon to before each month.
struct Until {
  double entrants = 0.0, deaths = 0.0;
};

std::map<Month, Until> until_each_month(const PopulationFlow& flow) {
  std::map<Month, Until> result;
  Until until;
  for (const FlowMonth& month : flow.monthly) {
    result[month.month] = until;
    until.entrants += month.entrants;
    until.deaths += month.deaths;
  }
  return result;
}

Money share(double units, const KindSums& base) {
  if (base.units == 0.0) return {};
  return Money::fen(std::llround(units * static_cast<double>(base.regular().fen()) / base.units));
}

/// How much of a scheme's stock a programme pays in a month; 0 where there is no stock.
double part_paid(const PopulationFlow& flow, const std::map<Month, Until>& until, Month month, double persons) {
  const auto at = until.find(month);
  if (at == until.end()) return 0.0;
  const double stock = flow.year.opening + at->second.entrants - at->second.deaths;
  return stock == 0.0 ? 0.0 : persons / stock;
}

/// True when the programme pays the whole scheme, so that the scheme's movements are its own.
bool pays_the_scheme(const PopulationFlow& flow, const KindSums& sums) {
  constexpr double tolerance = 0.05;
  const auto until = until_each_month(flow);
  for (const auto& [month, persons] : sums.persons) {
    // Months in which only a special group is paid say nothing.
    if (persons * 12.0 < sums.units) continue;
    if (std::abs(part_paid(flow, until, month, persons) - 1.0) > tolerance) return false;
  }
  return true;
}

/// The change in persons paid at the old average, told by the movements that caused it; returns what was told. Of a
/// programme that pays a part of its scheme, only the persons paid are known: they are told as `whole`.
Money add_volume(Bridge& bridge, Cause whole, const BridgeSide& before, const BridgeSide& after, const KindSums& base,
                 const KindSums& next) {
  if (before.flow == nullptr || after.flow == nullptr) return {};
  if (!pays_the_scheme(*before.flow, base)) {
    const Money told = share(next.units - base.units, base);
    bridge.add(whole, told);
    return told;
  }
  const auto old_until = until_each_month(*before.flow);
  const auto new_until = until_each_month(*after.flow);
  double entrants = 0.0;
  double deaths = 0.0;
  double opening = 0.0;
  for (const auto& [month, persons] : base.persons) {
    const double part = part_paid(*before.flow, old_until, month, persons);
    if (part == 0.0) continue;
    const Until& was = old_until.at(month);
    const Until& is = new_until.at(month);
    opening += part * (after.flow->year.opening - before.flow->year.opening);
    entrants += part * (is.entrants - was.entrants);
    deaths -= part * (is.deaths - was.deaths);
  }
  const Money told = share(opening, base) + share(entrants, base) + share(deaths, base);
  bridge.add(Cause::opening, share(opening, base));
  bridge.add(Cause::entrants, share(entrants, base));
  bridge.add(Cause::deaths, share(deaths, base));
  return told;
}

void add_people(Bridge& bridge, Cause whole, const BridgeSide& before, const BridgeSide& after, int year) {
  const KindSums base = sums_of(*before.ledger, year);
  const KindSums next = sums_of(*after.ledger, year);
  std::map<Cause, Money> changes = next.by_cause;
  for (const auto& [cause, amount] : base.by_cause) changes[cause] -= amount;
  for (const auto& [cause, change] : changes) {
    if (cause != Cause::mix) bridge.add(cause, change);
  }
  const Money told = add_volume(bridge, whole, before, after, base, next);
  bridge.add(Cause::mix, next.regular() - base.regular() - told);
}

Money line_total(const std::vector<LedgerCell>& ledger, int year) {
  Money sum;
  for (const LedgerCell& cell : ledger) {
    if (!cell.key.line.empty() && cell.key.paid.year() == year) sum += cell.amount;
  }
  return sum;
}

Money arrears_of(const std::vector<LedgerCell>& ledger, int year) { return sums_of(ledger, year).of(Cause::arrears); }

}  // namespace

StepKind step_of(const Parameter& parameter) {
  const auto begins = [&](const char* prefix) { return parameter.path.starts_with(prefix); };
  if (begins("counts.") || begins("roster.") || begins("outlook.")) return StepKind::members;
  if (begins("mortality.")) return StepKind::mortality;
  if (begins("irregular.")) return StepKind::irregular;
  if (parameter.unit == Unit::month || parameter.unit == Unit::months_of_year) return StepKind::timing;
  return begins("adjustment.") ? StepKind::adjustment : StepKind::rate;
}

Money Bridge::total() const {
  Money sum;
  for (const auto& [cause, amount] : parts) sum += amount;
  return sum;
}

void Bridge::add(Cause cause, Money amount) {
  if (amount != Money{}) parts[cause] += amount;
}

void add_step(Bridge& bridge, StepKind kind, const BridgeSide& before, const BridgeSide& after, int year) {
  const Money difference = line_total(*after.ledger, year) - line_total(*before.ledger, year);
  switch (kind) {
    case StepKind::members: return add_people(bridge, Cause::entrants, before, after, year);
    case StepKind::mortality: return add_people(bridge, Cause::deaths, before, after, year);
    case StepKind::rate: return bridge.add(Cause::rate, difference);
    case StepKind::timing: return bridge.add(Cause::timing, difference);
    case StepKind::irregular: return bridge.add(Cause::irregular, difference);
    case StepKind::adjustment: break;
  }
  const Money arrears = arrears_of(*after.ledger, year) - arrears_of(*before.ledger, year);
  bridge.add(Cause::arrears, arrears);
  bridge.add(Cause::adjustment, difference - arrears);
}

}  // namespace disburse
