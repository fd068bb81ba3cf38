#pragma once
// The yearly adjustment of basic pensions (基本养老金调整) in Ningxia's three parts: fixed, linked, tilted.
#include <string>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/money.hpp"
#include "engine/parameters.hpp"
#include "engine/roster.hpp"

namespace disburse {

/// The terms of one year's adjustment; effective on 1 January, paid with arrears when announced.
struct AdjustmentTerms {
  int year = 0;
  Month announced;   ///< the first month paid at the new amount
  Money fixed;       ///< 定额
  Money years_flat;  ///< 挂钩: up to `flat_years` years of service
  std::int64_t flat_years = 0;
  Money per_further_year;         ///< 挂钩: each year beyond
  bool part_year_counts = false;  ///< 挂钩: a part of a year counts as a whole one
  Rate level;                     ///< 挂钩: share of the member's own pension of last December
  Money level_minimum;
  StepTable by_age;  ///< 倾斜: by age on 31 December of the year before
  Money area;        ///< 倾斜: 艰苦边远地区
};

/// Reads the terms in force for `year`; `area_parameter` names the addition of the members' area, or is empty.
AdjustmentTerms adjustment_terms(const ParameterTree& law, int year, const std::string& area_parameter);

/// The parameters that an adjustment rests on, for an explanation.
std::vector<const char*> adjustment_parameters();

/// The parts of one member's rise; they sum to it.
struct Rise {
  Money fixed, years, level, age, area;
  Money total() const { return fixed + years + level + age + area; }
};

/// The rise of a member whose pension in the December before was `pension`, if eligible.
Rise rise_of(const AdjustmentTerms& terms, const Member& member, Money pension);

/// False when no adjustment of the year is known yet: the announcement on record is an earlier year's.
inline bool known(const AdjustmentTerms& terms) { return terms.announced.year() >= terms.year; }

/// Eligible are those retired by 31 December of the year before.
inline bool eligible(const AdjustmentTerms& terms, const Member& member) {
  return known(terms) && member.retired.year() < terms.year;
}

}  // namespace disburse
