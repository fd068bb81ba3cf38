// Enterprise employees are on no roster until they retire: those who will are added as pensioners to come.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/law/declared_parameter.hpp"
#include "models/outlook_parts.hpp"

namespace disburse {
namespace {

struct Group {
  RetirementGroup group;
  Sex sex;
  const char* counted;  ///< at which age the roster's own retirees were counted
};

/// Of those who reach the old age a year, as it is assumed in `month`, the members of the group.
std::int64_t yearly_of(RetirementGroup group, const OutlookContext& context, Month month) {
  const std::int64_t yearly = context.number("enterprise_reaching_old_age", month);
  const std::int64_t men = part_of(yearly, context.rate("enterprise_men", month));
  const std::int64_t women_55 = part_of(yearly, context.rate("enterprise_women_55", month));
  switch (group) {
    case RetirementGroup::male: return men;
    case RetirementGroup::female_55: return women_55;
    case RetirementGroup::female_50: break;
  }
  return yearly - men - women_55;
}

/// The members of one group by the month of their birth, of which the law says when the old age is reached. They are
/// not followed by the month in which some age is reached, so that nobody is lost or counted twice when the age
/// changes.
class GroupOutlook {
 public:
  GroupOutlook(Roster& roster, const OutlookContext& context, Retirements& retirements, const Group& group)
      : roster_(roster), context_(context), retirements_(retirements), group_(group) {
    const std::string path = std::string("retirement.old_age_") + to_string(group.group);
    counted_ = counted_age(context, group.counted, path);
    least_ = months * least_age(declared(context.law, path));
  }

  /// Year by year those who by the age of the roster would reach it then, until nobody can by any age in force.
  void add(std::int64_t& number) {
    for (Month first = Month(context_.begins.year(), 1) - counted_; first + least_ <= context_.last;
         first = first + months) {
      std::array<std::int64_t, months> yearly{};
      for (int m = 0; m < months; ++m) yearly[static_cast<std::size_t>(m)] = yearly_born(first + m);
      const std::int64_t most = *std::max_element(yearly.begin(), yearly.end());
      for (std::int64_t i = 0; i < most; ++i) {
        const MemberKey key = newcomer_key(context_, 'E', number++);
        if (i < yearly[static_cast<std::size_t>(i % months)]) add_member(key, first + static_cast<int>(i % months), i);
      }
    }
  }

 private:
  static constexpr int months = 12;

  const StatutoryRetirement& by_law(Month birth) { return retirements_.statutory(group_.group, birth); }
  std::int64_t yearly_born(Month birth) {
    return yearly_of(group_.group, context_, std::max(by_law(birth).old_month, context_.begins));
  }

  /// The choice of the i-th of those born in a year is drawn by group, birth and i, so that it stays what it is when
  /// more or fewer others join.
  MemberKey drawn_by(Month birth, std::int64_t i) const {
    return MemberKey::from(fmt::format("{}-{}-{}", to_string(group_.group), birth.index(), i));
  }

  void add_member(const MemberKey& key, Month birth, std::int64_t i) {
    const Month statutory = std::max(by_law(birth).month, context_.begins);
    Member member;
    member.scheme = Scheme::enterprise;
    member.sex = group_.sex;
    member.birth = birth;
    member.service_months = static_cast<int>(context_.number("enterprise_service", statutory)) * months;
    member.retired = retirements_.month(group_.group, birth, member.service_months, drawn_by(birth, i));
    // Whom a lower age reached in the roster's year retires at once.
    if (birth + counted_ >= context_.begins) member.retired = std::max(member.retired, context_.begins);
    if (member.retired > context_.last && !(context_.waiting && by_law(birth).old_month <= context_.last)) return;
    member.joined = member.retired - member.service_months;
    member.pension = context_.money("enterprise_pension", std::max(member.retired, context_.begins));
    roster_.add(key, member);
  }

  Roster& roster_;
  const OutlookContext& context_;
  Retirements& retirements_;
  Group group_;
  int counted_ = 0;
  int least_ = 0;
};

}  // namespace

void enterprise_outlook(Roster& roster, const OutlookContext& context) {
  std::int64_t number = 0;
  Retirements retirements(context);
  for (const Group& group : {Group{RetirementGroup::male, Sex::male, "roster.counted_age_male"},
                             Group{RetirementGroup::female_55, Sex::female, "roster.counted_age_female_55"},
                             Group{RetirementGroup::female_50, Sex::female, "roster.counted_age_female_50"}}) {
    GroupOutlook(roster, context, retirements, group).add(number);
  }
}

}  // namespace disburse
