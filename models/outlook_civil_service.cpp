// Members at work in the civil service: when they retire, on what pension, and who is hired.
#include <algorithm>

#include "models/account.hpp"
#include "models/award.hpp"
#include "models/outlook_parts.hpp"

namespace disburse {
namespace {

RetirementGroup group_of(Sex sex) { return sex == Sex::male ? RetirementGroup::male : RetirementGroup::female_55; }

/// One index for the whole career, deemed years before the reform, the account that such an index has filled.
Person person_of(const ParameterTree& law, const AccountSeries& accounts, const Member& member, Month as_of) {
  Person person;
  person.scheme = member.scheme;
  person.group = group_of(member.sex);
  person.birth = member.birth;
  person.joined = member.joined;
  person.retired = member.retired;
  person.service_months = member.service_months;
  const Month reform = law.month_value("award.reform_first", member.retired);
  person.transition_months = std::clamp(reform - member.joined, 0, member.service_months);
  person.index = contribution_index(law, member.base, as_of + 1);
  person.account_balance = accounts.balance(member.joined, member.retired, person.index);
  return person;
}

/// Who would have retired in the first year has been replaced by someone of the age of entry, who holds the place from
/// the beginning.
void take_over(const OutlookContext& context, Member& member, Month as_of) {
  member.birth = context.begins - 1 - static_cast<int>(context.number("civil_service_entry_age")) * 12;
  member.joined = as_of;
  member.service_months = 0;
  member.annuity_base = {};
}

void store(Roster& roster, std::size_t row, const Member& member) {
  roster.birth[row] = member.birth.index();
  roster.joined[row] = member.joined.index();
  roster.retired[row] = member.retired.index();
  roster.service_months[row] = member.service_months;
  roster.pension[row] = member.pension.fen();
  roster.account_pension[row] = member.account_pension.fen();
  roster.annuity_base[row] = member.annuity_base.fen();
}

void retire(const OutlookContext& context, Retirements& retirements, const AccountSeries& accounts, Member& member,
            const MemberKey& key, Month as_of) {
  const auto statutory = [&] { return retirements.statutory(group_of(member.sex), member.birth).month; };
  Month counted = as_of;  // until when the service is on record
  if (statutory() < context.begins) {
    take_over(context, member, as_of);
    counted = context.begins - 1;
  }
  const int then = member.service_months + (statutory() - counted);
  member.retired = retirements.month(group_of(member.sex), member.birth, then, key);
  member.service_months += member.retired - counted;
  if (member.retired > context.last) return;
  const AwardAmounts amounts = award_amounts(context.law, person_of(context.law, accounts, member, as_of));
  member.pension = amounts.pension;
  member.account_pension = amounts.account_pension;
}

void hire(Roster& roster, const OutlookContext& context, Retirements& retirements) {
  const std::int64_t yearly = context.number("civil_service_new_members");
  const std::int64_t women = part_of(yearly, context.rate("civil_service_entry_women"));
  const int age = static_cast<int>(context.number("civil_service_entry_age")) * 12;
  const Rate funded = context.rate("civil_service_fully_funded");
  // The annuity's base stands at the level of the month to which its index refers.
  const Month level = context.law.month_value("annuity_funding.base_index_first", context.begins);
  const Rate then(context.law.money("contribution.average_wage", level).fen(),
                  context.law.money("contribution.average_wage", context.begins - 1).fen());
  std::int64_t number = 0;
  for (int year = context.begins.year(); year <= context.last.year(); ++year) {
    for (std::int64_t i = 0; i < yearly; ++i) {
      Member member;
      member.scheme = Scheme::civil_service;
      member.role = Role::active;
      // Women and men alternate as far as their numbers allow, so that each month has both.
      member.sex = (i * women) / yearly != ((i + 1) * women) / yearly ? Sex::female : Sex::male;
      member.joined = Month(year, 1) + static_cast<int>(i % 12);
      member.birth = member.joined - age;
      member.base = context.money("civil_service_entry_base");
      // As many of each month's newcomers as the share says work for fully funded employers.
      if (part_of(i + 1, funded) != part_of(i, funded))
        member.annuity_base = member.base.times(then, Rounding::half_up);
      const MemberKey key = newcomer_key('C', number++);
      member.retired = retirements.month(group_of(member.sex), member.birth, 0, key);
      member.service_months = member.retired - member.joined;
      roster.add(key, member);
    }
  }
}

}  // namespace

Person person_at_award(const ParameterTree& law, const Member& member, Month as_of) {
  return person_of(law, AccountSeries(law, member.retired), member, as_of);
}

void civil_service_outlook(Roster& roster, const OutlookContext& context) {
  const AccountSeries accounts(context.law, context.last);
  Retirements retirements(context);
  const std::size_t rows = roster.size();
  for (std::size_t row = 0; row < rows; ++row) {
    if (roster.scheme[row] != Scheme::civil_service || roster.role[row] != Role::active) continue;
    Member member = roster.member(row);
    retire(context, retirements, accounts, member, roster.key[row], roster.as_of);
    store(roster, row, member);
  }
  if (context.newcomers) hire(roster, context, retirements);
}

}  // namespace disburse
