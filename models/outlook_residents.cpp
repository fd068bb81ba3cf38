// Payers of the residents' scheme: when they reach the pension age, with what account, and who begins to pay.
#include <algorithm>

#include "engine/growth.hpp"
#include "models/account.hpp"
#include "models/outlook_parts.hpp"

namespace disburse {
namespace {

/// The service at the pension age; whoever lacks years pays them up at once (assumed).
int service_at(const OutlookContext& context, const Member& member, Month counted) {
  const auto least = static_cast<int>(context.law.integer("retirement.resident_minimum_service", member.retired));
  return std::max(least, member.service_months + (member.retired - std::max(counted, member.joined)));
}

Money account_pension_of(const OutlookContext& context, const Member& member) {
  const Month month = member.retired;
  const Money grade = Money::yuan(member.grade);
  const Money yearly = grade + context.law.table("resident_pension.subsidy", month).at_least(member.grade);
  const Rate payments =
      grown_payments(context.law.rate("account.resident_interest", month), member.service_months / 12);
  const std::int64_t divisor = context.law.integer("account.resident_divisor", month);
  return yearly.times(payments * Rate(1, divisor), Rounding::half_up);
}

void reach_age(const OutlookContext& context, Member& member, Month as_of) {
  const int age = static_cast<int>(context.law.integer("retirement.resident_age", context.begins)) * 12;
  Month counted = as_of;                      // until when the service is on record
  if (member.birth + age < context.begins) {  // replaced by a newcomer, who holds the place from the beginning
    counted = context.begins - 1;
    member.birth = counted - static_cast<int>(context.number("resident_entry_age")) * 12;
    member.joined = as_of;
    member.service_months = 0;
  }
  member.retired = member.birth + age;
  member.service_months = service_at(context, member, counted);
  if (member.retired <= context.last) member.account_pension = account_pension_of(context, member);
}

void add_payers(Roster& roster, const OutlookContext& context) {
  const std::int64_t yearly = context.number("resident_new_payers");
  const int entry = static_cast<int>(context.number("resident_entry_age")) * 12;
  const int age = static_cast<int>(context.law.integer("retirement.resident_age", context.begins)) * 12;
  std::int64_t number = 0;
  for (int year = context.begins.year(); year <= context.last.year(); ++year) {
    for (std::int64_t i = 0; i < yearly; ++i) {
      Member member;
      member.scheme = Scheme::resident;
      member.role = Role::payer;
      member.sex = (i & 1) == 0 ? Sex::male : Sex::female;
      member.joined = Month(year, 1) + static_cast<int>(i % 12);
      member.birth = member.joined - entry;
      member.retired = member.birth + age;
      member.service_months = member.retired - member.joined;
      member.grade = static_cast<std::int32_t>(context.money("resident_grade").fen() / 100);
      roster.add(newcomer_key('R', number++), member);
    }
  }
}

}  // namespace

void resident_outlook(Roster& roster, const OutlookContext& context) {
  const std::size_t rows = roster.size();
  for (std::size_t row = 0; row < rows; ++row) {
    if (roster.scheme[row] != Scheme::resident || roster.role[row] != Role::payer) continue;
    Member member = roster.member(row);
    reach_age(context, member, roster.as_of);
    roster.birth[row] = member.birth.index();
    roster.joined[row] = member.joined.index();
    roster.retired[row] = member.retired.index();
    roster.service_months[row] = member.service_months;
    roster.account_pension[row] = member.account_pension.fen();
  }
  add_payers(roster, context);
}

}  // namespace disburse
