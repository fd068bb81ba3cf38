#include "models/adjustment.hpp"

#include <algorithm>

namespace disburse {

AdjustmentTerms adjustment_terms(const ParameterTree& law, int year, const std::string& area_parameter) {
  const Month january(year, 1);
  AdjustmentTerms terms;
  terms.year = year;
  terms.announced = law.month_value("adjustment.announced", january);
  terms.fixed = law.money("adjustment.fixed_amount", january);
  terms.years_flat = law.money("adjustment.years_flat", january);
  terms.flat_years = law.integer("adjustment.years_flat_until", january);
  terms.per_further_year = law.money("adjustment.per_further_year", january);
  terms.part_year_counts = law.choice("adjustment.part_year", january) == "counted";
  terms.level = law.rate("adjustment.level_rate", january);
  terms.level_minimum = law.money("adjustment.level_minimum", january);
  terms.by_age = law.table("adjustment.age_addition", january);
  if (!area_parameter.empty()) terms.area = law.money(area_parameter, january);
  return terms;
}

Rise rise_of(const AdjustmentTerms& terms, const Member& member, Money pension) {
  const Month december(terms.year - 1, 12);
  const std::int64_t years = (member.service_months + (terms.part_year_counts ? 12 - 1 : 0)) / 12;
  Rise rise;
  rise.fixed = terms.fixed;
  rise.years = terms.years_flat + terms.per_further_year * std::max<std::int64_t>(0, years - terms.flat_years);
  rise.level = std::max(terms.level_minimum, pension.times(terms.level, Rounding::half_up));
  rise.age = terms.by_age.at_least(age_in(member.birth, december));
  rise.area = terms.area;
  return rise;
}

}  // namespace disburse
