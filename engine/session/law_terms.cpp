#include "engine/session/law_terms.hpp"

#include <algorithm>
#include <array>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

/// The improvement of every age in one year, as the law stands in `month`.
template <class N>
typename ImprovementOf<N>::OfYear improvement_in(const typename N::Law& law, const LifeTable& table, Month month) {
  typename ImprovementOf<N>::OfYear of_year;
  const typename N::Real pace = real_of(law.rate("mortality.improvement_pace", month));
  for (const Sex sex : enumerators<Sex>) {
    const NumberTable& rates = law.numbers(std::string("mortality.improvement_") + to_string(sex), month);
    auto& annual = of_year[static_cast<std::size_t>(sex)];
    for (int age = table.first_age; age <= table.last_age(); ++age) {
      annual.push_back(scaled(pace, rates.at_least(age).to_double()));
    }
  }
  return of_year;
}

/// The improvement of every year of the horizon after the year to which the factors were fitted.
template <class N>
ImprovementOf<N> improvement_of(const typename N::Law& law, const LifeTable& table, Horizon horizon) {
  ImprovementOf<N> improvement;
  improvement.first_year = law.month_value("mortality.improvement_first", horizon.first).year();
  for (int year = improvement.first_year; year <= (horizon.end() - 1).year(); ++year) {
    improvement.annual.push_back(improvement_in<N>(law, table, std::max(Month(year, 1), horizon.first)));
  }
  return improvement;
}

std::string factor_of(Scheme scheme) { return std::string("mortality.factor.") + to_string(scheme); }

/// As the law stands in `month`.
template <class N>
MortalityOf<N> mortality_in(const typename N::Law& law, const LifeTables& tables, Month month, Horizon horizon) {
  std::array<typename N::Rate, scheme_count> factor;
  for (const Scheme scheme : enumerators<Scheme>)
    factor[static_cast<std::size_t>(scheme)] = law.rate(factor_of(scheme), month);
  const auto found = tables.find(law.choice("mortality.table", month));
  EXPECT(found != tables.end());
  return {found->second, factor, improvement_of<N>(law, found->second, horizon)};
}

/// Whether table and factors are those of the month before.
bool dies_as_before(const ParameterTree& law, Month month) {
  if (law.choice("mortality.table", month) != law.choice("mortality.table", month - 1)) return false;
  return std::all_of(enumerators<Scheme>.begin(), enumerators<Scheme>.end(), [&](Scheme scheme) {
    return law.rate(factor_of(scheme), month) == law.rate(factor_of(scheme), month - 1);
  });
}

template <class N>
std::unique_ptr<MortalityOf<N>> mortality(const typename N::Law& law, const LifeTables& tables, Horizon horizon) {
  auto whole = std::make_unique<MortalityOf<N>>(mortality_in<N>(law, tables, horizon.first, horizon));
  for (int t = 1; t < horizon.count; ++t) {
    const Month month = horizon.month(t);
    if (!dies_as_before(tree_of(law), month)) whole->change(month, mortality_in<N>(law, tables, month, horizon));
  }
  return whole;
}

template <class N>
IrregularitiesOf<N> what_goes_wrong(const typename N::Law& law, Month month) {
  const auto months = [&](const char* path) { return static_cast<int>(law.integer(path, month)); };
  return {law.rate("irregular.late_death_share", month), months("irregular.late_death_months"),
          law.rate("irregular.recovered_share", month),  law.rate("irregular.suspended_share", month),
          months("irregular.suspended_months"),          law.rate("irregular.restored_share", month),
          law.rate("irregular.late_claim_share", month), months("irregular.late_claim_months")};
}

template <class N>
IrregularPlanOf<N> plan_of(const typename N::Law& law, Horizon horizon) {
  const ParameterTree& tree = tree_of(law);
  IrregularPlanOf<N> plan(what_goes_wrong<N>(law, horizon.first));
  for (int t = 1; t < horizon.count; ++t) {
    const Month month = horizon.month(t);
    if (what_goes_wrong<Exact>(tree, month) == what_goes_wrong<Exact>(tree, month - 1)) continue;
    plan.from(t, what_goes_wrong<N>(law, month));
  }
  return plan;
}

}  // namespace

std::unique_ptr<Mortality> mortality_of(const ParameterTree& law, const LifeTables& tables, Horizon horizon) {
  return mortality<Exact>(law, tables, horizon);
}

std::unique_ptr<MortalityOf<Smooth>> mortality_of(const SmoothLaw& law, const LifeTables& tables, Horizon horizon) {
  return mortality<Smooth>(law, tables, horizon);
}

Irregularities irregularities(const ParameterTree& law, Month month) { return what_goes_wrong<Exact>(law, month); }

IrregularPlan irregularities(const ParameterTree& law, Horizon horizon) { return plan_of<Exact>(law, horizon); }

IrregularPlanOf<Smooth> irregularities(const SmoothLaw& law, Horizon horizon) { return plan_of<Smooth>(law, horizon); }

}  // namespace disburse
