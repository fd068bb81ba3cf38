#include "models/outlook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "models/outlook_parts.hpp"

namespace disburse {
namespace {

/// True with probability `share`; one word decides all choices of a member.
bool below_share(std::uint32_t word, const Rate& share) {
  constexpr int word_bits = std::numeric_limits<std::uint32_t>::digits;
  return Int128{word} * share.denominator() < (Int128{share.numerator()} << word_bits);
}

}  // namespace

Retirements::Retirements(const OutlookContext& context)
    : context_(context),
      early_(context.rate("early_share")),
      late_(context.rate("late_share")),
      early_months_(static_cast<int>(context.number("early_months"))),
      late_months_(static_cast<int>(context.number("late_months"))) {}

const StatutoryRetirement& Retirements::statutory(RetirementGroup group, Month birth) {
  const auto found = known_.find({group, birth});
  if (found != known_.end()) return found->second;
  return known_.emplace(std::pair{group, birth}, statutory_retirement(context_.law, group, birth)).first->second;
}

Month Retirements::month(RetirementGroup group, Month birth, int service_then, const MemberKey& key) {
  const StatutoryRetirement& by_law = statutory(group, birth);
  if (early_ == Rate() && late_ == Rate()) return by_law.month;
  const std::uint32_t word = draw32(context_.seed, Stream::retirement, draw_key(key.view()), 0);
  if (below_share(word, early_)) {
    const Month earliest = std::max(by_law.month - by_law.delay, context_.begins);
    const Month month = std::min(by_law.month, std::max(earliest, by_law.month - early_months_));
    const auto least = context_.law.integer("retirement.minimum_service", month);
    return service_then - (by_law.month - month) >= least ? month : by_law.month;
  }
  return below_share(word, early_ + late_) ? by_law.month + late_months_ : by_law.month;
}

MemberKey newcomer_key(const OutlookContext& context, char scheme, std::int64_t number) {
  const int year = context.carried ? context.begins.year() % 100 : 0;
  return MemberKey::from(fmt::format("{}N{:02}{:06}", scheme, year, number));
}

std::int64_t part_of(std::int64_t count, const Rate& share) {
  return rounded_quotient(Int128{count} * share.numerator(), share.denominator(), Rounding::half_up);
}

Month outlook_begins(const Roster& roster) { return roster.is_carried() ? roster.as_of + 1 : roster.as_of + 12 + 1; }

namespace {

Roster evolved(Roster roster, const OutlookContext& context, std::optional<Scheme> only) {
  roster.evolves_from = context.begins;
  const auto concerned = [&](Scheme scheme) { return !only || *only == scheme; };
  if (concerned(Scheme::civil_service)) civil_service_outlook(roster, context);
  if (context.newcomers && concerned(Scheme::enterprise)) enterprise_outlook(roster, context);
  if (concerned(Scheme::resident)) resident_outlook(roster, context);
  return roster;
}

/// Months of service at the end of `to` of a payer who was `before` at the roster's date.
std::int32_t paid_until(const Member& before, const Member& after, const OutlookContext& context, Month to) {
  const bool replaced = before.birth != after.birth;
  const Month counted = replaced ? context.begins - 1 : context.begins - (context.carried ? 1 : 12 + 1);
  return (replaced ? 0 : before.service_months) + (to - std::max(counted, after.joined));
}

}  // namespace

Roster with_outlook(Roster roster, const ParameterTree& law, Month last, std::uint64_t seed, bool newcomers,
                    std::optional<Scheme> only) {
  const Month begins = outlook_begins(roster);
  if (last < begins) return roster;
  const bool carried = roster.is_carried();
  return evolved(std::move(roster), {law, begins, last, seed, newcomers, carried}, only);
}

Roster evolved_until(Roster roster, const ParameterTree& law, Month to, std::uint64_t seed) {
  const Roster before = roster;
  const bool carried = roster.is_carried();
  const OutlookContext context{law, outlook_begins(roster), to, seed, to >= outlook_begins(roster), carried, true};
  const Roster after = evolved(std::move(roster), context, std::nullopt);
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
