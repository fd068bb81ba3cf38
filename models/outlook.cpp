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

MemberKey newcomer_key(char scheme, std::int64_t number) {
  return MemberKey::from(fmt::format("{}N{:08}", scheme, number));
}

std::int64_t part_of(std::int64_t count, const Rate& share) {
  return rounded_quotient(Int128{count} * share.numerator(), share.denominator(), Rounding::half_up);
}

Month outlook_begins(const Roster& roster) { return roster.as_of + 12 + 1; }

Roster with_outlook(Roster roster, const ParameterTree& law, Month last, std::uint64_t seed, bool newcomers) {
  const Month begins = outlook_begins(roster);
  if (last < begins) return roster;
  const OutlookContext context{law, begins, last, seed, newcomers};
  roster.evolves_from = begins;
  civil_service_outlook(roster, context);
  if (newcomers) enterprise_outlook(roster, context);
  resident_outlook(roster, context);
  return roster;
}

void smooth_outlook(SmoothMembers& members, const SmoothLaw& law, Month last) {
  const Month begins = outlook_begins(members.rows());
  if (last < begins) return;
  civil_service_amounts(members, law, begins, last);
  resident_amounts(members, law, last);
}

}  // namespace disburse
