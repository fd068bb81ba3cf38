// Members at work in the civil service: when they retire, on what pension, and who is hired.
#include <algorithm>
#include <array>
#include <optional>

#include "engine/base/growth.hpp"
#include "models/account.hpp"
#include "models/award.hpp"
#include "models/outlook_parts.hpp"

namespace disburse {
namespace {

/// What a region decides and an award of the outlook reads; the rest is the nation's.
constexpr std::array award_paths{
    "award.base",        "award.deemed_index",        "award.divisor_by_month", "award.transition",
    "award.wage_growth", "contribution.average_wage", "contribution.base_cap",  "contribution.base_floor"};

RetirementGroup group_of(Sex sex) { return sex == Sex::male ? RetirementGroup::male : RetirementGroup::female_55; }

/// What awards rest on beside the law of their month.
template <class N>
struct AwardBasis {
  const typename N::Law& law;
  AccountSeriesOf<N> accounts;
  IndexTermsOf<N> index;  ///< of the roster's bases
  AwardBasis(const typename N::Law& own_law, Month last, Month as_of)
      : law(own_law),
        accounts(own_law, last),
        index(index_terms<N>(own_law, own_law.month_value("contribution.bases_first", as_of + 1))) {}
};

/// Nothing where the law has no rules of award.
template <class N>
std::optional<AwardBasis<N>> award_basis(const typename N::Law& law, Month last, Month as_of) {
  if (!undeclared_for_awards(tree_of(law)).empty()) return std::nullopt;
  return AwardBasis<N>(law, last, as_of);
}

/// One index for the whole career, deemed years before the reform, the account that such an index has filled.
template <class N>
PersonOf<N> person_of(const AwardBasis<N>& basis, const MemberOf<N>& member) {
  PersonOf<N> person;
  person.scheme = member.scheme;
  person.group = group_of(member.sex);
  person.birth = member.birth;
  person.joined = member.joined;
  person.retired = member.retired;
  person.service_months = member.service_months;
  const Month reform = basis.law.month_value("award.reform_first", member.retired);
  person.transition_months = std::clamp(reform - member.joined, 0, member.service_months);
  person.index = contribution_index(basis.index, member.base);
  person.account_balance = basis.accounts.balance(member.joined, member.retired, person.index);
  return person;
}

template <class N>
void award_pension(const AwardBasis<N>& basis, MemberOf<N>& member) {
  const AwardAmountsOf<N> amounts = award_amounts(basis.law, person_of(basis, member));
  member.pension = amounts.pension;
  member.account_pension = amounts.account_pension;
}

/// Who would have retired in a first year that was held constant has been replaced by someone of the age of entry, who
/// holds the place from the beginning.
void take_over(const OutlookContext& context, Member& member, Month as_of) {
  const Month entry = context.begins;
  member.birth = entry - 1 - static_cast<int>(context.number("civil_service_entry_age", entry)) * 12;
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

/// Whether the member would have retired in the first year, and has been replaced in it. Whom a lower age than the one
/// under which the roster was counted reaches in that year is still at work.
bool is_replaced(const OutlookContext& context, Retirements& retirements, const Member& member) {
  const StatutoryRetirement& by_law = retirements.statutory(group_of(member.sex), member.birth);
  if (by_law.month >= context.begins) return false;
  const bool man = member.sex == Sex::male;
  const std::string path = std::string("retirement.old_age_") + to_string(group_of(member.sex));
  const int counted = counted_age(context, man ? "roster.counted_age_male" : "roster.counted_age_female_55", path);
  return by_law.month - member.birth >= counted;
}

void retire(const OutlookContext& context, Retirements& retirements, const std::optional<AwardBasis<Exact>>& basis,
            Member& member, const MemberKey& key, Month as_of) {
  const auto statutory = [&] { return retirements.statutory(group_of(member.sex), member.birth).month; };
  Month counted = as_of;  // until when the service is on record
  if (!context.carried && is_replaced(context, retirements, member)) {
    take_over(context, member, as_of);
    counted = context.begins - 1;
  }
  const int then = member.service_months + (statutory() - counted);
  const Month chosen = retirements.month(group_of(member.sex), member.birth, then, key);
  member.retired = std::max(chosen, context.begins);  // under a lower age than before at once
  member.service_months += member.retired - counted;
  if (basis && member.retired <= context.last) award_pension(*basis, member);
}

/// What the base of a newcomer, at the roster's level, was in the month to which the annuity's index refers; 0 where
/// the agency funds no annuities. `begins`: the roster's run.
template <class N>
typename N::Rate annuity_level(const typename N::Law& law, Month begins) {
  constexpr const char* index = "annuity_funding.base_index_first";
  if (tree_of(law).find(index) == nullptr) return {};
  const Month level = law.month_value(index, begins);
  const Month bases = law.month_value("contribution.bases_first", begins);
  return ratio(law.money("contribution.average_wage", level), law.money("contribution.average_wage", bases));
}

/// The i-th of `yearly` who are hired in a year, in `month`.
Member hired(const OutlookContext& context, Month month, std::int64_t i, std::int64_t yearly, const Rate& then) {
  const std::int64_t women = part_of(yearly, context.rate("civil_service_entry_women", month));
  const Rate funded = context.rate("civil_service_fully_funded", month);
  Member member;
  member.scheme = Scheme::civil_service;
  member.role = Role::active;
  // Women and men alternate as far as their numbers allow, so that each month has both.
  member.sex = (i * women) / yearly != ((i + 1) * women) / yearly ? Sex::female : Sex::male;
  member.joined = month;
  member.birth = month - static_cast<int>(context.number("civil_service_entry_age", month)) * 12;
  member.base = context.money("civil_service_entry_base", month);
  // As many of each month's newcomers as the share says work for fully funded employers.
  if (part_of(i + 1, funded) != part_of(i, funded)) member.annuity_base = member.base.times(then, Rounding::half_up);
  return member;
}

void hire(Roster& roster, const OutlookContext& context, Retirements& retirements) {
  const Rate then = annuity_level<Exact>(context.law, roster.as_of + 1);
  std::int64_t number = 0;
  for (int year = context.begins.year(); year <= context.last.year(); ++year) {
    const YearOfNewcomers newcomers(context, year, "civil_service_new_members");
    for (std::int64_t i = 0; i < newcomers.most(); ++i) {
      const MemberKey key = newcomer_key(context, 'C', number++);
      if (!newcomers.joins(i)) continue;
      Member member = hired(context, newcomers.month(i), i, newcomers.yearly(i), then);
      member.retired = retirements.month(group_of(member.sex), member.birth, 0, key);
      member.service_months = member.retired - member.joined;
      roster.add(key, member);
    }
  }
}

}  // namespace

std::vector<std::string> undeclared_for_awards(const ParameterTree& law) {
  std::vector<std::string> missing;
  std::copy_if(award_paths.begin(), award_paths.end(), std::back_inserter(missing),
               [&](const char* path) { return law.find(path) == nullptr; });
  return missing;
}

Person person_at_award(const ParameterTree& law, const Member& member, Month as_of) {
  return person_of(AwardBasis<Exact>(law, member.retired, as_of), member);
}

void civil_service_outlook(Roster& roster, const OutlookContext& context) {
  const std::optional<AwardBasis<Exact>> basis = award_basis<Exact>(context.law, context.last, roster.as_of);
  Retirements retirements(context);
  const std::size_t rows = roster.size();
  for (std::size_t row = 0; row < rows; ++row) {
    if (roster.scheme[row] != Scheme::civil_service || roster.role[row] != Role::active) continue;
    Member member = roster.member(row);
    retire(context, retirements, basis, member, roster.key[row], roster.as_of);
    store(roster, row, member);
  }
  if (context.newcomers) hire(roster, context, retirements);
}

void civil_service_amounts(SmoothMembers& members, const SmoothLaw& law, Month begins, Month last) {
  const Roster& rows = members.rows();
  const std::optional<AwardBasis<Smooth>> basis = award_basis<Smooth>(law, last, rows.as_of);
  const Dual then = annuity_level<Smooth>(law, rows.as_of + 1);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows.scheme[row] != Scheme::civil_service || rows.role[row] != Role::active) continue;
    const bool newcomer = Month::from_index(rows.joined[row]) >= begins;
    if (!newcomer && Month::from_index(rows.retired[row]) > last) continue;
    MemberOf<Smooth> member = members.member(row);
    if (newcomer) {
      member.base = law.money("outlook.civil_service_entry_base", Month::from_index(rows.joined[row]));
      if (rows.annuity_base[row] != 0) member.annuity_base = member.base * then;
    } else if (basis) {
      award_pension(*basis, member);
    }
    members.set(row, member);
  }
}

}  // namespace disburse
