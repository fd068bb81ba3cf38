// Payers of the residents' scheme: when they reach the pension age, with what account, and who begins to pay.
#include <algorithm>
#include <map>
#include <tuple>

#include "engine/base/error.hpp"
#include "engine/base/growth.hpp"
#include "models/account.hpp"
#include "models/outlook_parts.hpp"

namespace disburse {
namespace {

/// What the law says of those who reach the pension age in one month.
template <class N>
struct AgeTerms {
  int least_service = 0;
  StepTable subsidy;
  typename N::Rate interest;
  std::int64_t divisor = 0;
};

/// The subsidy of contributions by grade; none where the agency pays no residents' pension.
const StepTable& subsidy_in(const ParameterTree& law, Month month) {
  static const StepTable none;
  constexpr const char* subsidy = "resident_pension.subsidy";
  return law.find(subsidy) == nullptr ? none : law.table(subsidy, month);
}

template <class N>
AgeTerms<N> age_terms(const typename N::Law& law, Month month) {
  return {static_cast<int>(law.integer("retirement.resident_minimum_service", month)), subsidy_in(tree_of(law), month),
          law.rate("account.resident_interest", month), law.integer("account.resident_divisor", month)};
}

/// The same yearly payment in all years; `grown` is what one yuan of it has become.
template <class N>
typename N::Money account_pension_of(const AgeTerms<N>& terms, std::int32_t grade, const typename N::Rate& grown) {
  using Money = typename N::Money;
  const Money yearly = Money::yuan(grade) + terms.subsidy.at_least(grade);
  return yearly.times(grown * typename N::Rate(1, terms.divisor), Rounding::half_up);
}

/// Looks the terms of a month, and what yearly payments have grown to, up once.
class PensionAge {
 public:
  explicit PensionAge(const OutlookContext& context)
      : context_(context),
        age_(static_cast<int>(context.law.integer("retirement.resident_age", context.begins)) * 12),
        entry_(static_cast<int>(context.number("resident_entry_age")) * 12) {
    if (entry_ < age_) return;
    InputErrors errors;
    errors.add(context.law.at("outlook.resident_entry_age", context.begins).place, "outlook.resident_entry_age",
               "newcomers would begin to pay at {}, when the pension begins at {}"_m(entry_ / 12, age_ / 12),
               "they pay before they are paid (retirement.resident_age)"_m, "Choose an earlier age"_m);
    throw InputRejected(Door::data, std::move(errors));
  }

  int age() const { return age_; }
  int entry() const { return entry_; }

  void reach(Member& member, Month as_of) {
    Month counted = as_of;  // until when the service is on record
    // Replaced by a newcomer, who holds the place from the beginning, where the first year was held constant.
    if (!context_.carried && member.birth + age_ < context_.begins) {
      counted = context_.begins - 1;
      member.birth = counted - entry_;
      member.joined = as_of;
      member.service_months = 0;
    }
    member.retired = std::max(member.birth + age_, context_.begins);  // under a lower age than before at once
    const AgeTerms<Exact>& terms = terms_in(member.retired);
    // Whoever lacks years pays them up at once (assumed).
    const int paid = member.service_months + (member.retired - std::max(counted, member.joined));
    member.service_months = std::max(terms.least_service, paid);
    if (member.retired > context_.last) return;
    member.account_pension = account_pension_of(terms, member.grade, grown(terms.interest, member.service_months / 12));
  }

 private:
  const AgeTerms<Exact>& terms_in(Month month) {
    const auto found = terms_.find(month);
    if (found != terms_.end()) return found->second;
    return terms_.emplace(month, age_terms<Exact>(context_.law, month)).first->second;
  }

  const Rate& grown(const Rate& interest, int years) {
    const std::tuple key{interest.numerator(), interest.denominator(), years};
    const auto found = grown_.find(key);
    if (found != grown_.end()) return found->second;
    return grown_.emplace(key, grown_payments(interest, years)).first->second;
  }

  const OutlookContext& context_;
  int age_, entry_;
  std::map<Month, AgeTerms<Exact>> terms_;
  std::map<std::tuple<std::int64_t, std::int64_t, int>, Rate> grown_;
};

void add_payers(Roster& roster, const OutlookContext& context, const PensionAge& pension_age) {
  const std::int64_t yearly = context.number("resident_new_payers");
  const auto grade = static_cast<std::int32_t>(context.money("resident_grade").fen() / 100);
  std::int64_t number = 0;
  for (int year = context.begins.year(); year <= context.last.year(); ++year) {
    for (std::int64_t i = 0; i < yearly; ++i) {
      Member member;
      member.scheme = Scheme::resident;
      member.role = Role::payer;
      member.sex = (i & 1) == 0 ? Sex::male : Sex::female;
      member.joined = Month(year, 1) + static_cast<int>(i % 12);
      member.birth = member.joined - pension_age.entry();
      member.retired = member.birth + pension_age.age();
      member.service_months = member.retired - member.joined;
      member.grade = grade;
      roster.add(newcomer_key(context, 'R', number++), member);
    }
  }
}

}  // namespace

void resident_outlook(Roster& roster, const OutlookContext& context) {
  PensionAge pension_age(context);
  const std::size_t rows = roster.size();
  for (std::size_t row = 0; row < rows; ++row) {
    if (roster.scheme[row] != Scheme::resident || roster.role[row] != Role::payer) continue;
    Member member = roster.member(row);
    pension_age.reach(member, roster.as_of);
    roster.birth[row] = member.birth.index();
    roster.joined[row] = member.joined.index();
    roster.retired[row] = member.retired.index();
    roster.service_months[row] = member.service_months;
    roster.account_pension[row] = member.account_pension.fen();
  }
  if (context.newcomers) add_payers(roster, context, pension_age);
}

void resident_amounts(SmoothMembers& members, const SmoothLaw& law, Month last) {
  const Roster& rows = members.rows();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Month retired = Month::from_index(rows.retired[row]);
    if (rows.scheme[row] != Scheme::resident || rows.role[row] != Role::payer || retired > last) continue;
    const AgeTerms<Smooth> terms = age_terms<Smooth>(law, retired);
    MemberOf<Smooth> member = members.member(row);
    const Dual grown = grown_payments(terms.interest, member.service_months / 12);
    member.account_pension = account_pension_of(terms, member.grade, grown);
    members.set(row, member);
  }
}

}  // namespace disburse
