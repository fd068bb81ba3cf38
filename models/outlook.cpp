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

Month retirement_month(const OutlookContext& context, RetirementGroup group, Month birth, int service_then,
                       const MemberKey& key) {
  const StatutoryRetirement statutory = statutory_retirement(context.law, group, birth);
  const Rate early = context.rate("early_share");
  const Rate late = context.rate("late_share");
  if (early == Rate() && late == Rate()) return statutory.month;
  const std::uint32_t word = draw32(context.seed, Stream::retirement, draw_key(key.view()), 0);
  if (below_share(word, early)) {
    const Month earliest = std::max(statutory.month - statutory.delay, context.begins);
    const Month month = std::min(
        statutory.month, std::max(earliest, statutory.month - static_cast<int>(context.number("early_months"))));
    const auto least = context.law.integer("retirement.minimum_service", month);
    return service_then - (statutory.month - month) >= least ? month : statutory.month;
  }
  return below_share(word, early + late) ? statutory.month + static_cast<int>(context.number("late_months"))
                                         : statutory.month;
}

MemberKey newcomer_key(char scheme, std::int64_t number) {
  return MemberKey::from(fmt::format("{}N{:08}", scheme, number));
}

std::int64_t part_of(std::int64_t count, const Rate& share) {
  return rounded_quotient(Int128{count} * share.numerator(), share.denominator(), Rounding::half_up);
}

Month outlook_begins(const Roster& roster) { return roster.as_of + 12 + 1; }

Roster with_outlook(Roster roster, const ParameterTree& law, Month last, std::uint64_t seed) {
  const Month begins = outlook_begins(roster);
  if (last < begins) return roster;
  const OutlookContext context{law, begins, last, seed};
  roster.evolves_from = begins;
  civil_service_outlook(roster, context);
  enterprise_outlook(roster, context);
  resident_outlook(roster, context);
  return roster;
}

}  // namespace disburse
