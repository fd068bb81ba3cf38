#include "models/outlook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "engine/law/declared_parameter.hpp"
#include "models/outlook_parts.hpp"

namespace disburse {
namespace {

/// True with probability `share`; one word decides all choices of a member.
bool below_share(std::uint32_t word, const Rate& share) {
  constexpr int word_bits = std::numeric_limits<std::uint32_t>::digits;
  return Int128{word} * share.denominator() < (Int128{share.numerator()} << word_bits);
}

}  // namespace

Retirements::Retirements(const OutlookContext& context) : context_(context) {
  for (const char* share : {"early_share", "late_share"}) {
    context.rate(share, context.begins);  // so that who watches what is read hears of it
    for (const DatedValue& value : values_in_force(declared(context.law, std::string("outlook.") + share)))
      chosen_ = chosen_ || std::get<Rate>(value.value) != Rate();
  }
}

const StatutoryRetirement& Retirements::statutory(RetirementGroup group, Month birth) {
  const auto found = known_.find({group, birth});
  if (found != known_.end()) return found->second;
  return known_.emplace(std::pair{group, birth}, statutory_retirement(context_.law, group, birth)).first->second;
}

const Retirements::Choice& Retirements::choice(Month month) {
  const auto found = choices_.find(month);
  if (found != choices_.end()) return found->second;
  const Choice one{context_.rate("early_share", month), context_.rate("late_share", month),
                   static_cast<int>(context_.number("early_months", month)),
                   static_cast<int>(context_.number("late_months", month))};
  return choices_.emplace(month, one).first->second;
}

/// The first month in which one may leave early by the months that are assumed then; the statutory one at the latest.
Month Retirements::first_early(const StatutoryRetirement& by_law) {
  Month month = std::max(by_law.month - by_law.delay, context_.begins);
  while (month < by_law.month && month < by_law.month - choice(month).early_months) ++month;
  return std::min(month, by_law.month);
}

Month Retirements::month(RetirementGroup group, Month birth, int service_then, const MemberKey& drawn_by) {
  const StatutoryRetirement& by_law = statutory(group, birth);
  if (!chosen_) return by_law.month;
  const Month asked = std::max(by_law.month, context_.begins);
  const Month early = first_early(by_law);
  const Rate leaves = choice(std::max(early, context_.begins)).early;
  if (leaves == Rate() && choice(asked).late == Rate()) return by_law.month;
  const std::uint32_t word = draw32(context_.seed, Stream::retirement, draw_key(drawn_by.view()), 0);
  if (below_share(word, leaves)) {
    const auto least = context_.law.integer("retirement.minimum_service", early);
    return service_then - (by_law.month - early) >= least ? early : by_law.month;
  }
  return below_share(word, leaves + choice(asked).late) ? by_law.month + choice(asked).late_months : by_law.month;
}

int counted_age(const OutlookContext& context, const char* roster_name, const std::string& law_path) {
  constexpr int months = 12;
  const bool said = context.law.find(roster_name) != nullptr;
  return months * static_cast<int>(context.law.integer(said ? std::string(roster_name) : law_path, context.begins - 1));
}

MemberKey newcomer_key(const OutlookContext& context, char scheme, std::int64_t number) {
  const int year = context.carried ? context.begins.year() % 100 : 0;
  return MemberKey::from(fmt::format("{}N{:02}{:06}", scheme, year, number));
}

std::int64_t part_of(std::int64_t count, const Rate& share) {
  return rounded_quotient(Int128{count} * share.numerator(), share.denominator(), Rounding::half_up);
}

Month outlook_begins(const RosterHead& roster) {
  return roster.is_carried() ? roster.as_of + 1 : roster.as_of + 12 + 1;
}

namespace {

bool concerns(std::optional<Scheme> only, Scheme scheme) { return !only || *only == scheme; }

Roster after_first_year(Roster roster, const OutlookContext& context, std::optional<Scheme> only) {
  if (concerns(only, Scheme::resident) && resident_age_moves(context, roster.as_of))
    resident_first_year(roster, context);
  return roster;
}

Roster evolved(Roster roster, const OutlookContext& context, std::optional<Scheme> only) {
  roster.evolves_from = context.begins;
  if (concerns(only, Scheme::civil_service)) civil_service_outlook(roster, context);
  if (context.newcomers && concerns(only, Scheme::enterprise)) enterprise_outlook(roster, context);
  if (concerns(only, Scheme::resident)) resident_outlook(roster, context);
  return roster;
}

/// The months that a payer has paid for, those made up included, when the pension begins.
std::int32_t paid_up(const ParameterTree& law, const Member& member) {
  return static_cast<std::int32_t>(law.integer("retirement.resident_minimum_service", member.retired));
}

/// Months of service at the end of `to` of a payer who was `before` at the roster's date.
std::int32_t paid_until(const Member& before, const Member& after, const OutlookContext& context, Month to) {
  const bool replaced = before.birth != after.birth;
  const Month counted = replaced ? context.begins - 1 : context.begins - (context.carried ? 1 : 12 + 1);
  return (replaced ? 0 : before.service_months) + (to - std::max(counted, after.joined));
}

}  // namespace

bool moves_in_first_year(const RosterHead& roster, const ParameterTree& law) {
  const Month begins = outlook_begins(roster);
  return resident_age_moves({law, begins, begins - 1, 0, false, roster.is_carried()}, roster.as_of);
}

Roster with_outlook(Roster roster, const ParameterTree& law, Month last, std::uint64_t seed, bool newcomers,
                    std::optional<Scheme> only) {
  const Month begins = outlook_begins(roster);
  const OutlookContext context{law, begins, last, seed, newcomers, roster.is_carried()};
  roster = after_first_year(std::move(roster), context, only);
  return last < begins ? roster : evolved(std::move(roster), context, only);
}

Roster evolved_until(Roster roster, const ParameterTree& law, Month to, std::uint64_t seed,
                     std::optional<Scheme> only) {
  const bool carried = roster.is_carried();
  const OutlookContext context{law, outlook_begins(roster), to, seed, to >= outlook_begins(roster), carried, true};
  roster = after_first_year(std::move(roster), context, only);
  const Roster before = roster;
  const Roster after = evolved(std::move(roster), context, only);
  Roster now = after.head();
  for (std::size_t row = 0; row < after.size(); ++row) {
    Member member = after.member(row);
    const bool newcomer = row >= before.size();
    if (newcomer && member.role != Role::pensioner && member.joined > to) continue;
    if (member.role == Role::leaver || member.role == Role::pensioner) {
      now.add(after.key[row], member);
      continue;
    }
    if (member.retired <= to) {
      if (member.role == Role::payer) member.service_months = std::max(member.service_months, paid_up(law, member));
      member.role = Role::pensioner;
    } else {
      member.service_months = member.role == Role::active ? member.service_months - (member.retired - to)
                              : newcomer                  ? to - member.joined
                                                          : paid_until(before.member(row), member, context, to);
      member.retired = Month::none();
      member.pension = {};
      member.account_pension = {};
    }
    now.add(after.key[row], member);
  }
  now.as_of = to;
  now.evolves_from = to + 1;
  return now;
}

void smooth_outlook(SmoothMembers& members, const SmoothLaw& law, Month last) {
  const Month begins = outlook_begins(members.rows());
  if (last < begins) return;
  civil_service_amounts(members, law, begins, last);
  resident_amounts(members, law, last);
}

}  // namespace disburse
