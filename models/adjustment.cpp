#include "models/adjustment.hpp"

#include "engine/base/growth.hpp"
#include "engine/law/declared_parameter.hpp"

namespace disburse {

namespace {

/// What scaling to the national rate starts from: the reference pensioner's wanted rise without the parts that are not
/// scaled, and what the scaled parts give.
template <class N>
struct Reference {
  typename N::Money wanted, whole;
};

template <class N>
Reference<N> reference_of(const AdjustmentTermsOf<N>& terms, const typename N::Law& law, Month january) {
  const auto average = law.money("adjustment.average_pension", january);
  const std::int64_t further = law.integer("adjustment.average_years", january) - terms.flat_years;
  const auto years = terms.years_flat + terms.per_further_year * std::max<std::int64_t>(0, further);
  const auto rise = average.times(law.rate("adjustment.national_rate", january), Rounding::half_up);
  return {rise - years - terms.area, terms.fixed + average.times(terms.level, Rounding::half_up)};
}

/// Multiplies the fixed amount, the share of the own pension and its minimum by one factor, so that the reference
/// pensioner (average pension and service, below 70, no level minimum) rises by the national rate:
///   factor = (rate x average - years part - area) / (fixed + share x average)
template <class N>
void scale_to_national_rate(AdjustmentTermsOf<N>& terms, const Reference<N>& reference) {
  const auto factor = ratio(reference.wanted, reference.whole);
  terms.fixed = terms.fixed.times(factor, Rounding::half_up);
  terms.level = product(terms.level, factor);
  terms.level_minimum = terms.level_minimum.times(factor, Rounding::half_up);
}

template <class N>
AdjustmentTermsOf<N> unscaled_terms(const typename N::Law& law, int year, const std::string& area_parameter) {
  const Month january(year, 1);
  AdjustmentTermsOf<N> terms;
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

template <class N>
bool is_scaled(const AdjustmentTermsOf<N>& terms, const typename N::Law& law) {
  return law.choice("adjustment.method", Month(terms.year, 1)) == "scaled" && known(terms);
}

[[noreturn]] void reject_rate(const ParameterTree& law, Month january) {
  const Parameter& national = declared(law, "adjustment.national_rate");
  InputErrors errors;
  errors.add(
      national.place, national.path,
      "{} is too low to be reached by scaling in {}"_m(to_string(law.rate(national.path, january)), to_string(january)),
      "the years part and the area alone give more"_m, "Give a higher rate, or lower adjustment.per_further_year"_m);
  throw InputRejected(Door::data, std::move(errors));
}

}  // namespace

AdjustmentTerms adjustment_terms(const ParameterTree& law, int year, const std::string& area_parameter) {
  const Month january(year, 1);
  auto terms = unscaled_terms<Exact>(law, year, area_parameter);
  if (!is_scaled(terms, law)) return terms;
  const auto reference = reference_of(terms, law, january);
  if (reference.wanted < Money{} || reference.whole <= Money{}) reject_rate(law, january);
  scale_to_national_rate(terms, reference);
  return terms;
}

AdjustmentTermsOf<Smooth> adjustment_terms(const SmoothLaw& law, int year, const std::string& area_parameter) {
  auto terms = unscaled_terms<Smooth>(law, year, area_parameter);
  if (is_scaled(terms, law)) scale_to_national_rate(terms, reference_of(terms, law, Month(year, 1)));
  return terms;
}

std::string area_parameter(const ParameterTree& law, Month january) {
  constexpr const char* area_class = "civil_service_pension.area_class";
  if (law.find(area_class) == nullptr) return "";
  const std::string& area = law.choice(area_class, january);
  return area == "none" ? "" : "adjustment.area_addition_" + area;
}

std::vector<const char*> adjustment_parameters() {
  return {"adjustment.announced",        "adjustment.fixed_amount",     "adjustment.years_flat",
          "adjustment.years_flat_until", "adjustment.per_further_year", "adjustment.part_year",
          "adjustment.level_rate",       "adjustment.level_minimum",    "adjustment.age_addition",
          "adjustment.method",           "adjustment.national_rate"};
}

}  // namespace disburse
