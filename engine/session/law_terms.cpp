#include "engine/session/law_terms.hpp"

#include <algorithm>
#include <array>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

/// The improvement of every age and year of the horizon after the year to which the factors were fitted.
template <class N>
ImprovementOf<N> improvement_of(const typename N::Law& law, const LifeTable& table, Horizon horizon) {
  const Month month = horizon.first;
  ImprovementOf<N> improvement;
  improvement.first_year = law.month_value("mortality.improvement_first", month).year();
  improvement.years = std::max(0, (horizon.end() - 1).year() - improvement.first_year + 1);
  const typename N::Real pace = real_of(law.rate("mortality.improvement_pace", month));
  for (const Sex sex : enumerators<Sex>) {
    const NumberTable& rates = law.numbers(std::string("mortality.improvement_") + to_string(sex), month);
    auto& annual = improvement.annual[static_cast<std::size_t>(sex)];
    for (int age = table.first_age; age <= table.last_age(); ++age) {
      annual.push_back(scaled(pace, rates.at_least(age).to_double()));
    }
  }
  return improvement;
}

template <class N>
std::unique_ptr<MortalityOf<N>> mortality(const typename N::Law& law, const LifeTables& tables, Horizon horizon) {
  std::array<typename N::Rate, scheme_count> factor;
  for (int s = 0; s < scheme_count; ++s) {
    const std::string scheme = to_string(static_cast<Scheme>(s));
    factor[static_cast<std::size_t>(s)] = law.rate("mortality.factor." + scheme, horizon.first);
  }
  const auto found = tables.find(law.choice("mortality.table", horizon.first));
  EXPECT(found != tables.end());
  return std::make_unique<MortalityOf<N>>(found->second, factor, improvement_of<N>(law, found->second, horizon));
}

template <class N>
IrregularitiesOf<N> what_goes_wrong(const typename N::Law& law, Month month) {
  const auto months = [&](const char* path) { return static_cast<int>(law.integer(path, month)); };
  return {law.rate("irregular.late_death_share", month), months("irregular.late_death_months"),
          law.rate("irregular.recovered_share", month),  law.rate("irregular.suspended_share", month),
          months("irregular.suspended_months"),          law.rate("irregular.restored_share", month),
          law.rate("irregular.late_claim_share", month), months("irregular.late_claim_months")};
}

}  // namespace

std::unique_ptr<Mortality> mortality_of(const ParameterTree& law, const LifeTables& tables, Horizon horizon) {
  return mortality<Exact>(law, tables, horizon);
}

std::unique_ptr<MortalityOf<Smooth>> mortality_of(const SmoothLaw& law, const LifeTables& tables, Horizon horizon) {
  return mortality<Smooth>(law, tables, horizon);
}

Irregularities irregularities(const ParameterTree& law, Month month) { return what_goes_wrong<Exact>(law, month); }

IrregularitiesOf<Smooth> irregularities(const SmoothLaw& law, Month month) {
  return what_goes_wrong<Smooth>(law, month);
}

}  // namespace disburse
