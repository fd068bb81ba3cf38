#pragma once
// The yearly adjustment of basic pensions (基本养老金调整) in a region's three parts: fixed, linked, tilted.
#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"
#include "engine/derivatives/smooth_law.hpp"
#include "engine/law/parameters.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// The terms of one year's adjustment; effective on 1 January, paid with arrears when announced.
template <class N>
struct AdjustmentTermsOf {
  using Money = typename N::Money;
  int year = 0;
  Month announced;   ///< the first month paid at the new amount
  Money fixed;       ///< 定额
  Money years_flat;  ///< 挂钩: up to `flat_years` years of service
  std::int64_t flat_years = 0;
  Money per_further_year;         ///< 挂钩: each year beyond
  bool part_year_counts = false;  ///< 挂钩: a part of a year counts as a whole one
  typename N::Rate level;         ///< 挂钩: share of the member's own pension of last December
  Money level_minimum;
  StepTable by_age;  ///< 倾斜: by age on 31 December of the year before
  Money area;        ///< 倾斜: 艰苦边远地区
};
using AdjustmentTerms = AdjustmentTermsOf<Exact>;

/// The parameter of the area's addition by the class in force in January; empty where there is none.
std::string area_parameter(const ParameterTree& law, Month january);

/// Reads the terms in force for `year`; `area_parameter` names the addition of the members' area, or is empty.
/// Errors: InputRejected(Door::data) where a national rate is too low to be reached by scaling.
AdjustmentTerms adjustment_terms(const ParameterTree& law, int year, const std::string& area_parameter);
AdjustmentTermsOf<Smooth> adjustment_terms(const SmoothLaw& law, int year, const std::string& area_parameter);

/// The parameters that an adjustment rests on, for an explanation.
std::vector<const char*> adjustment_parameters();

/// The parts of one member's rise; they sum to it.
template <class N>
struct RiseOf {
  typename N::Money fixed, years, level, age, area;
  typename N::Money total() const { return fixed + years + level + age + area; }
};
using Rise = RiseOf<Exact>;

/// The rise of a member whose pension in the December before was `pension`, if eligible; its share of the own pension
/// is rounded as the paying programme rounds.
template <class N>
RiseOf<N> rise_of(const AdjustmentTermsOf<N>& terms, const MemberOf<N>& member, const typename N::Money& pension,
                  Rounding rounding = Rounding::half_up) {
  const Month december(terms.year - 1, 12);
  const std::int64_t years = (member.service_months + (terms.part_year_counts ? 12 - 1 : 0)) / 12;
  RiseOf<N> rise;
  rise.fixed = terms.fixed;
  rise.years = terms.years_flat + terms.per_further_year * std::max<std::int64_t>(0, years - terms.flat_years);
  rise.level = std::max<typename N::Money>(terms.level_minimum, pension.times(terms.level, rounding));
  rise.age = terms.by_age.at_least(age_in(member.birth, december));
  rise.area = terms.area;
  return rise;
}

/// False when no adjustment of the year is known yet: the announcement on record is an earlier year's.
template <class N>
bool known(const AdjustmentTermsOf<N>& terms) {
  return terms.announced.year() >= terms.year;
}

/// Eligible are those retired by 31 December of the year before.
template <class N>
bool eligible(const AdjustmentTermsOf<N>& terms, const MemberOf<N>& member) {
  return known(terms) && member.retired.year() < terms.year;
}

}  // namespace disburse
