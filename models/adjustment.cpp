#include "models/adjustment.hpp"

#include <algorithm>

#include "engine/growth.hpp"

namespace disburse {

namespace {

/// Multiplies the fixed amount, the share of the own pension and its minimum by one factor, so that the reference
/// pensioner (average pension and service, below 70, no level minimum) rises by the national rate:
///   factor = (rate x average - years part - area) / (fixed + share x average)
/// Errors: InputRejected(Door::data) where the rate is so low that the factor would be negative.
void scale_to_national_rate(AdjustmentTerms& terms, const ParameterTree& law, Month january) {
  const Money average = law.money("adjustment.average_pension", january);
  const Rate rate = law.rate("adjustment.national_rate", january);
  const std::int64_t further = law.integer("adjustment.average_years", january) - terms.flat_years;
  const Money years = terms.years_flat + terms.per_further_year * std::max<std::int64_t>(0, further);
  const Money wanted = average.times(rate, Rounding::half_up) - years - terms.area;
  const Money whole = terms.fixed + average.times(terms.level, Rounding::half_up);
  if (wanted < Money{} || whole <= Money{}) {
    const Parameter& national = *law.find("adjustment.national_rate");
    InputErrors errors;
    errors.add(national.place, national.path,
               to_string(rate) + " is too low to be reached by scaling in " + to_string(january),
               "the years part and the area alone give more",
               "Give a higher rate, or lower adjustment.per_further_year");
    throw InputRejected(Door::data, std::move(errors));
  }
  const Rate factor(wanted.fen(), whole.fen());
  terms.fixed = terms.fixed.times(factor, Rounding::half_up);
  terms.level = product(terms.level, factor);
  terms.level_minimum = terms.level_minimum.times(factor, Rounding::half_up);
}

}  // namespace

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
  if (law.choice("adjustment.method", january) == "scaled" && known(terms)) scale_to_national_rate(terms, law, january);
  return terms;
}

std::vector<const char*> adjustment_parameters() {
  return {"adjustment.announced",        "adjustment.fixed_amount",     "adjustment.years_flat",
          "adjustment.years_flat_until", "adjustment.per_further_year", "adjustment.part_year",
          "adjustment.level_rate",       "adjustment.level_minimum",    "adjustment.age_addition",
          "adjustment.method",           "adjustment.national_rate"};
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
