#include "engine/studies/year_estimates.hpp"

#include <algorithm>
#include <iterator>

namespace disburse {
namespace {

/// reforecast() of the months from `begins` on. What was paid before was never projected: it is locked as it stands and
/// tells nothing of the months to come.
YearEstimate estimate_from(Month begins, const std::vector<ProjectedMonth>& projected,
                           const std::vector<ActualMonth>& actual, Month last, Remainder remainder) {
  const auto first = std::find_if(projected.begin(), projected.end(),
                                  [&](const ProjectedMonth& month) { return month.month >= begins; });
  if (first == projected.begin() || first == projected.end()) return reforecast(projected, actual, last, remainder);
  std::vector<ActualMonth> compared;
  std::copy_if(actual.begin(), actual.end(), std::back_inserter(compared),
               [&](const ActualMonth& month) { return month.month >= begins; });
  YearEstimate year = reforecast({first, projected.end()}, compared, last, remainder);
  std::vector<Money> months(static_cast<std::size_t>(first - projected.begin()));
  std::vector<double> persons(months.size());
  for (const ActualMonth& month : actual) {
    if (month.month >= begins || month.month > last || !month.known) continue;
    const auto t = static_cast<std::size_t>(month.month - projected.front().month);
    months[t] += month.amount;
    persons[t] += month.persons.value_or(0.0);
    year.locked += month.amount;
  }
  year.months.insert(year.months.begin(), months.begin(), months.end());
  year.persons.insert(year.persons.begin(), persons.begin(), persons.end());
  return year;
}

}  // namespace

std::vector<ActualMonth> as_projected(const std::vector<ProjectedMonth>& months, Month last) {
  std::vector<ActualMonth> actual;
  for (const ProjectedMonth& month : months) {
    if (month.month <= last) actual.push_back({month.month, month.line, month.persons});
  }
  return actual;
}

std::vector<YearEstimate> estimates(const std::vector<std::vector<ProjectedMonth>>& projected, const Actuals& actuals,
                                    const std::vector<ProgrammeDefinition>& programmes,
                                    const std::vector<Month>& begins) {
  std::vector<YearEstimate> years;
  for (std::size_t p = 0; p < projected.size(); ++p) {
    const bool given = !actuals.programmes[p].empty();
    const Remainder remainder =
        given && programmes[p].basis == Basis::planned ? Remainder::of_the_plan : Remainder::by_state;
    // Of which nothing is known, nothing is locked: every month is an estimate.
    const Month last = given ? actuals.last : projected[p].front().month - 1;
    const Month from = begins.empty() ? projected[p].front().month : begins[p];
    years.push_back(estimate_from(from, projected[p], actuals.programmes[p], last, remainder));
  }
  return years;
}

}  // namespace disburse
