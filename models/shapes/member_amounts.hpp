#pragma once
// What a member gets of a grant: a base out of the law or the roster, times shares, months and years.
#include <algorithm>

#include "engine/law/programme.hpp"
#include "models/shapes/member_terms.hpp"

namespace disburse {

/// True when the base is not all.
inline bool is_product(const AmountRule& rule) {
  return !rule.share.empty() || !rule.times.empty() || rule.per_year || !rule.times_by_years.empty();
}
inline bool has_limits(const AmountRule& rule) { return !rule.at_least.empty() || !rule.at_most.empty(); }

/// What a member gets of a grant, as the law's terms of the month say.
template <class N>
class AmountsOf {
 public:
  using Money = typename N::Money;
  using Rate = typename N::Rate;

  AmountsOf(const AmountRule& rule, const GrantTermsOf<N>& terms, Rounding rounding)
      : rule_(rule), terms_(terms), rounding_(rounding) {}

  Money base(const MemberOf<N>& member, Month month) const {
    switch (rule_.base) {
      case AmountBase::standard: return terms_.standard;
      case AmountBase::by_age: return terms_.steps.at_least(age_in(member.birth, month));
      case AmountBase::by_years: return terms_.steps.at_least(years_of(member));
      case AmountBase::by_grade: return terms_.steps.at_least(member.grade);
      case AmountBase::by_category: return of_category(member.category);
      case AmountBase::pension: return member.pension;
      case AmountBase::account_pension: return member.account_pension;
      case AmountBase::base: return member.base;
      case AmountBase::annuity_base: return member.annuity_base;
      case AmountBase::grade: return Money::yuan(member.grade);
    }
    return {};
  }

  /// What the base is multiplied by.
  Rate factor(const MemberOf<N>& member) const {
    Rate factor = terms_.factor;
    if (rule_.per_year) factor = factor * Rate(counted_years(member), 1);
    if (!rule_.times_by_years.empty()) factor = factor * Rate(terms_.times_by_years.at_least(years_of(member)));
    return factor;
  }

  Money product(const MemberOf<N>& member, Month month) const {
    return is_product(rule_) ? base(member, month).times(factor(member), rounding_) : base(member, month);
  }

  /// The product, within the limits.
  Money amount(const MemberOf<N>& member, Month month) const {
    Money amount = product(member, month);
    if (amount == Money{} && rule_.may_be_nothing()) return amount;
    if (!rule_.at_least.empty()) amount = std::max(amount, terms_.at_least);
    if (!rule_.at_most.empty()) amount = std::min(amount, terms_.at_most);
    return amount;
  }

 private:
  static std::int64_t years_of(const MemberOf<N>& member) { return member.service_months / 12; }
  std::int64_t counted_years(const MemberOf<N>& member) const {
    const std::int64_t years = std::max<std::int64_t>(0, years_of(member) - terms_.years_beyond);
    return rule_.years_at_most.empty() ? years : std::min(years, terms_.years_at_most);
  }
  Money of_category(Category category) const {
    const auto at = static_cast<std::size_t>(category);
    return at < terms_.by_category.size() ? terms_.by_category[at] : Money{};
  }

  const AmountRule& rule_;
  const GrantTermsOf<N>& terms_;
  Rounding rounding_;
};

}  // namespace disburse
