// Enterprise employees are on no roster until they retire: those who will are added as pensioners to come.
#include "models/outlook_parts.hpp"

namespace disburse {
namespace {

struct Group {
  RetirementGroup group;
  Sex sex;
  std::int64_t yearly;
};

/// `group.yearly` persons a year reach the old age, evenly over its months; the law says when each retires.
void add_group(Roster& roster, const OutlookContext& context, Retirements& retirements, const Group& group,
               std::int64_t& number) {
  const int service = static_cast<int>(context.number("enterprise_service")) * 12;
  const Money pension = context.money("enterprise_pension");
  for (Month first = Month(context.begins.year(), 1); first <= context.last; first = first + 12) {
    for (std::int64_t i = 0; i < group.yearly; ++i) {
      Member member;
      member.scheme = Scheme::enterprise;
      member.sex = group.sex;
      const Month old_month = first + static_cast<int>(i % 12);
      const std::string path = std::string("retirement.old_age_") + to_string(group.group);
      member.birth = old_month - static_cast<int>(context.law.integer(path, old_month)) * 12;
      member.service_months = service;
      const MemberKey key = newcomer_key(context, 'E', number++);
      // Under a higher age than before, those as old as it have retired already.
      if (retirements.statutory(group.group, member.birth).old_month != old_month) continue;
      member.retired = retirements.month(group.group, member.birth, service, key);
      if (member.retired > context.last && !(context.waiting && old_month <= context.last)) continue;
      member.joined = member.retired - member.service_months;
      member.pension = pension;
      roster.add(key, member);
    }
  }
}

}  // namespace

void enterprise_outlook(Roster& roster, const OutlookContext& context) {
  const std::int64_t yearly = context.number("enterprise_reaching_old_age");
  const std::int64_t men = part_of(yearly, context.rate("enterprise_men"));
  const std::int64_t women_55 = part_of(yearly, context.rate("enterprise_women_55"));
  std::int64_t number = 0;
  Retirements retirements(context);
  add_group(roster, context, retirements, {RetirementGroup::male, Sex::male, men}, number);
  add_group(roster, context, retirements, {RetirementGroup::female_55, Sex::female, women_55}, number);
  add_group(roster, context, retirements, {RetirementGroup::female_50, Sex::female, yearly - men - women_55}, number);
}

}  // namespace disburse
