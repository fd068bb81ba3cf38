#include "engine/replicates/risk.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

std::vector<std::int64_t> first_of(const Replicates& replicates, std::size_t measure, std::uint32_t count) {
  std::vector<std::int64_t> values = replicates.of(measure);
  values.resize(count);
  return values;
}

/// The smallest value that `percent` of the sorted values do not exceed.
Money quantile_of(const std::vector<std::int64_t>& sorted, std::int64_t percent) {
  const auto n = static_cast<std::int64_t>(sorted.size());
  const std::int64_t rank = (n * percent + 99) / 100;  // the smallest k with k / n >= percent / 100
  return Money::fen(sorted[static_cast<std::size_t>(std::max<std::int64_t>(rank, 1) - 1)]);
}

Money fen(double amount) { return Money::fen(std::llround(amount)); }

/// The measure's budget in the budget's own year.
std::optional<Money> budget_of(const Measure& measure, const ProgrammeSet& programmes, const Budget& budget) {
  if (measure.year != budget.fiscal_year) return std::nullopt;
  if (measure.what == Measure::What::total) return budget.total;
  if (measure.what == Measure::What::line) return budget.find_line(measure.line)->total;
  const ProgrammeDefinition& definition = programmes[measure.programme]->definition();
  for (const BudgetProject& project : budget.projects) {
    if (project.programme == definition.project) return project.amount;
  }
  return std::nullopt;
}

class RiskMaker {
 public:
  RiskMaker(const RiskSamples& samples, const Measures& measures) : samples_(samples), measures_(measures) {}

  RiskFigure figure(std::size_t m, const Moments& exact, const std::optional<Money>& budget) const {
    RiskFigure figure;
    figure.budget = budget;
    figure.exact_mean = fen(exact.mean);
    figure.exact_deviation = fen(std::sqrt(std::max(0.0, exact.variance)));
    figure.chance = spread_of(first_of(samples_.chance, m, samples_.count));
    if (samples_.both != nullptr) figure.both = spread_of(first_of(*samples_.both, m, samples_.count));
    if (!budget) return figure;
    const std::vector<std::int64_t> values = first_of(widest(), m, samples_.count);
    const auto above = std::count_if(values.begin(), values.end(), [&](std::int64_t v) { return v > budget->fen(); });
    const double share = static_cast<double>(above) / samples_.count;
    figure.over = share;
    figure.over_error = std::sqrt(share * (1.0 - share) / samples_.count);
    const Spread& all = figure.both ? *figure.both : figure.chance;
    figure.reserve_90 = std::max(Money{}, all.p90 - *budget);
    figure.reserve_95 = std::max(Money{}, all.p95 - *budget);
    figure.likely_over = month_of_overspending(measures_.all()[m], *budget);
    return figure;
  }

  std::vector<std::pair<int, Money>> exceedance(std::size_t m) const {
    std::vector<std::int64_t> values = first_of(widest(), m, samples_.count);
    std::sort(values.begin(), values.end());
    std::vector<std::pair<int, Money>> curve;
    for (const int above : {99, 95, 90, 85, 80, 75, 70, 65, 60, 55, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5, 1})
      curve.emplace_back(above, quantile_of(values, 100 - above));
    return curve;
  }

  std::vector<RiskMonth> months() const {
    std::vector<RiskMonth> months;
    std::vector<std::int64_t> chance(samples_.count);
    std::vector<std::int64_t> both(samples_.count);
    for (std::size_t m = 0; m < measures_.all().size(); ++m) {
      const Measure& measure = measures_.all()[m];
      if (measure.what != Measure::What::total_month) continue;
      if (measure.month.month() == 1) {
        std::fill(chance.begin(), chance.end(), 0);
        std::fill(both.begin(), both.end(), 0);
      }
      RiskMonth month{measure.month, {}, {}};
      add(chance, samples_.chance, m);
      month.chance = spread_of(chance);
      if (samples_.both != nullptr) {
        add(both, *samples_.both, m);
        month.both = spread_of(both);
      }
      months.push_back(month);
    }
    return months;
  }

 private:
  const Replicates& widest() const { return samples_.both != nullptr ? *samples_.both : samples_.chance; }

  void add(std::vector<std::int64_t>& sums, const Replicates& replicates, std::size_t m) const {
    for (std::uint32_t r = 0; r < samples_.count; ++r) sums[r] += replicates.at(m, r);
  }

  /// Of a line or the whole: the first month to whose end more than half of the replicates have spent more.
  std::optional<Month> month_of_overspending(const Measure& yearly, Money budget) const {
    if (yearly.what == Measure::What::programme) return std::nullopt;
    const auto monthly = yearly.what == Measure::What::total ? Measure::What::total_month : Measure::What::line_month;
    std::vector<std::int64_t> sums(samples_.count);
    for (std::size_t m = 0; m < measures_.all().size(); ++m) {
      const Measure& measure = measures_.all()[m];
      if (measure.what != monthly || measure.line != yearly.line || measure.year != yearly.year) continue;
      add(sums, widest(), m);
      const auto above = std::count_if(sums.begin(), sums.end(), [&](std::int64_t v) { return v > budget.fen(); });
      if (2 * above > static_cast<std::ptrdiff_t>(samples_.count)) return measure.month;
    }
    return std::nullopt;
  }

  const RiskSamples& samples_;
  const Measures& measures_;
};

}  // namespace

Spread spread_of(std::vector<std::int64_t> values) {
  EXPECT(values.size() >= 2);
  std::sort(values.begin(), values.end());
  Int128 sum = 0;
  for (const std::int64_t value : values) sum += value;
  const auto n = static_cast<std::int64_t>(values.size());
  const auto count = static_cast<double>(n);
  const double mean = static_cast<double>(sum) / count;
  double squares = 0.0;
  for (const std::int64_t value : values) {
    const double off = static_cast<double>(value) - mean;
    squares += off * off;
  }
  const double deviation = std::sqrt(squares / (count - 1.0));
  const auto quantile = [&](std::int64_t percent) { return quantile_of(values, percent); };
  return {Money::fen(rounded_quotient(sum, n, Rounding::half_up)),
          fen(deviation),
          fen(deviation / std::sqrt(count)),
          quantile(5),
          quantile(10),
          quantile(50),
          quantile(90),
          quantile(95)};
}

namespace {

/// Names a figure as its measure does.
template <class Figure>
void name(Figure& figure, const Measure& measure, const ProgrammeSet& programmes, const Budget& budget) {
  figure.year = measure.year;
  if (measure.what == Measure::What::programme) {
    figure.of = RiskFigure::Of::programme;
    figure.id = programmes[measure.programme]->definition().id;
    figure.name = programmes[measure.programme]->definition().name;
  } else if (measure.what == Measure::What::line) {
    figure.of = RiskFigure::Of::line;
    figure.id = measure.line;
    figure.name = budget.find_line(measure.line)->name;
  }
}

}  // namespace

std::vector<DifferenceFigure> differences_of(const Replicates& base, const Replicates& variant, std::uint32_t count,
                                             const Measures& measures, const ProgrammeSet& programmes,
                                             const Budget& budget) {
  std::vector<DifferenceFigure> figures;
  for (std::size_t m = 0; m < measures.all().size(); ++m) {
    if (!measures.all()[m].yearly()) continue;
    std::vector<std::int64_t> differences(count);
    for (std::uint32_t r = 0; r < count; ++r) differences[r] = variant.at(m, r) - base.at(m, r);
    if (std::all_of(differences.begin(), differences.end(), [](std::int64_t d) { return d == 0; })) continue;
    DifferenceFigure figure;
    name(figure, measures.all()[m], programmes, budget);
    figure.difference = spread_of(std::move(differences));
    figures.push_back(std::move(figure));
  }
  return figures;
}

std::vector<RiskFigure> programme_risks(const Replicates& replicates, std::uint32_t count, const Measures& measures,
                                        const ProgrammeSet& programmes, const Budget& budget) {
  const RiskSamples samples{replicates, nullptr, count};
  const RiskMaker maker(samples, measures);
  std::vector<RiskFigure> figures;
  for (std::size_t m = 0; m < measures.all().size(); ++m) {
    const Measure& measure = measures.all()[m];
    if (measure.what != Measure::What::programme || measure.year != budget.fiscal_year) continue;
    figures.push_back(maker.figure(m, {}, budget_of(measure, programmes, budget)));
    name(figures.back(), measure, programmes, budget);
  }
  return figures;
}

RiskResult risk_of(const RiskSamples& samples, const Measures& measures, const std::vector<Moments>& exact,
                   const ProgrammeSet& programmes, const Budget& budget) {
  const RiskMaker maker(samples, measures);
  RiskResult result;
  result.replicates = samples.count;
  for (std::size_t m = 0; m < measures.all().size(); ++m) {
    const Measure& measure = measures.all()[m];
    if (!measure.yearly()) continue;
    RiskFigure figure = maker.figure(m, exact[m], budget_of(measure, programmes, budget));
    name(figure, measure, programmes, budget);
    const bool first = measures.horizon().first.year() == measure.year && result.exceedance.empty();
    if (measure.what == Measure::What::total && (first || measure.year == budget.fiscal_year))
      result.exceedance = maker.exceedance(m);
    result.figures.push_back(std::move(figure));
  }
  result.months = maker.months();
  return result;
}

}  // namespace disburse
