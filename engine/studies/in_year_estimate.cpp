#include "engine/studies/in_year_estimate.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "engine/comparison/budget_variance.hpp"
#include "engine/comparison/cash.hpp"
#include "engine/law/assumption_draw.hpp"
#include "engine/replicates/moments.hpp"
#include "engine/studies/reading_weights.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {
namespace {

constexpr double tail_10 = 1.2815515655446004;  // of the normal distribution
constexpr Money rounding = Money::fen(100);     // lines of one programme are parts of rounded months

using Projected = std::vector<std::vector<ProjectedMonth>>;

double fen(Money amount) { return static_cast<double>(amount.fen()); }

/// The shares of a programme's year that fall on each line.
std::map<std::string, double> line_shares(const Evaluation& evaluation, std::size_t programme, int year) {
  std::map<std::string, double> shares;
  double whole = 0.0;
  for (const LedgerCell& cell : *evaluation.ledgers[programme]) {
    if (cell.key.line.empty() || cell.key.paid.year() != year) continue;
    shares[cell.key.line] += fen(cell.amount);
    whole += fen(cell.amount);
  }
  for (auto& [line, share] : shares) share = whole == 0.0 ? 0.0 : share / whole;
  return shares;
}

/// Splits whole fen by shares so that the parts sum to it: the last takes what is left.
std::map<std::string, Money> split(Money amount, const std::map<std::string, double>& shares) {
  std::map<std::string, Money> parts;
  Money left = amount;
  std::size_t position = 0;
  for (const auto& [line, share] : shares) {
    const bool last = ++position == shares.size();
    const Money part = last ? left : Money::fen(std::llround(fen(amount) * share));
    parts[line] = part;
    left -= part;
  }
  return parts;
}

/// Sums of squares of what moves programmes, lines (by code) and the whole (code ""), down and up.
class Swing {
 public:
  bool known() const { return known_; }
  void add(const std::map<std::string, double>& down, const std::map<std::string, double>& up) {
    known_ = true;
    for (const auto& [key, value] : down) down_[key] += value * value;
    for (const auto& [key, value] : up) up_[key] += value * value;
  }
  Band around(const std::string& key, Money estimate) const {
    if (!known_) return {};
    return {estimate - root(down_, key), estimate + root(up_, key)};
  }
  /// Standard deviation, from the wider side.
  double deviation(const std::string& key) const {
    return std::max(fen(root(down_, key)), fen(root(up_, key))) / tail_10;
  }

 private:
  static Money root(const std::map<std::string, double>& squares, const std::string& key) {
    const auto found = squares.find(key);
    return Money::fen(found == squares.end() ? 0 : std::llround(std::sqrt(found->second)));
  }
  bool known_ = false;
  std::map<std::string, double> down_, up_;
};

/// Amounts by "programme id", line code and "" for the whole.
std::map<std::string, double> by_key(const std::vector<YearEstimate>& years, const Evaluation& evaluation,
                                     const std::vector<ProgrammeDefinition>& programmes, int year) {
  std::map<std::string, double> amounts;
  for (std::size_t p = 0; p < years.size(); ++p) {
    const double estimate = fen(years[p].estimate());
    amounts[programmes[p].id] += estimate;
    amounts[""] += estimate;
    for (const auto& [line, share] : line_shares(evaluation, p, year)) amounts[line] += estimate * share;
  }
  return amounts;
}

/// The first month in which each programme is projected.
std::vector<Month> first_projected(const Evaluator& evaluator) {
  const Month as_of = members_as_of(evaluator.data());
  std::vector<Month> first;
  for (const ProgrammeDefinition& programme : evaluator.data().law.programmes)
    first.push_back(projected_from(programme, as_of, evaluator.scenario().horizon));
  return first;
}

/// What changes alone do to the re-forecast of programmes, lines and the whole.
std::map<std::string, double> moved_by(const std::vector<Override>& changes, Evaluator& evaluator,
                                       const Actuals& actuals, const std::map<std::string, double>& base, int year) {
  const std::vector<ProgrammeDefinition>& programmes = evaluator.data().law.programmes;
  const Evaluation changed = evaluator.evaluate(changes);
  auto amounts = by_key(estimates(projected_months(changed, year), actuals, programmes, first_projected(evaluator)),
                        changed, programmes, year);
  for (auto& [key, amount] : amounts) {
    const auto held = base.find(key);
    amount -= held == base.end() ? 0.0 : held->second;
  }
  return amounts;
}

/// What every range and common cause alone does to the re-forecast at its 10 % and 90 % points.
void add_assumptions(Swing& swing, Evaluator& evaluator, const std::vector<Input>& inputs, const Actuals& actuals,
                     const std::map<std::string, double>& base, int year) {
  for (const Input& input : inputs) {
    if (input.has_options()) continue;
    std::map<std::string, double> down;
    std::map<std::string, double> up;
    for (const double end : input.ends()) {
      for (const auto& [key, difference] : moved_by(input.changes(end), evaluator, actuals, base, year)) {
        down[key] = std::min(down[key], difference);
        up[key] = std::max(up[key], difference);
      }
    }
    swing.add(down, up);
  }
}

/// The deviation of each question's answers, under the weights that the payments leave them: about their mean, which
/// the estimate takes, or about the base where the payments say nothing. Tells every answer's own estimate, too.
void add_readings(Swing& swing, Evaluator& evaluator, const std::vector<Input>& inputs, const Actuals& actuals,
                  const std::map<std::string, double>& base, int year, std::vector<WeighedQuestion>& readings) {
  for (const Input& input : inputs) {
    if (input.kind != Input::Kind::question) continue;
    const auto weighed = std::find_if(readings.begin(), readings.end(),
                                      [&](const WeighedQuestion& question) { return question.id == input.path; });
    std::map<std::string, double> means;
    std::map<std::string, double> squares;
    for (std::size_t option = 0; option < input.options.size(); ++option) {
      const double weight = weighed == readings.end() ? input.weights[option] : weighed->answers[option].after;
      const auto moved = moved_by(input.options[option], evaluator, actuals, base, year);
      for (const auto& [key, difference] : moved) {
        means[key] += weight * difference;
        squares[key] += weight * difference * difference;
      }
      if (weighed != readings.end())
        weighed->answers[option].estimate = Money::fen(std::llround(base.at("") + moved.at("")));
    }
    for (auto& [key, square] : squares) {
      const double mean = weighed == readings.end() ? 0.0 : means[key];
      square = tail_10 * std::sqrt(std::max(0.0, square - mean * mean));
    }
    swing.add(squares, squares);
  }
}

/// The years under the weights that the payments leave each reading: the open months of every answer, weighed. What
/// several questions do is added.
std::vector<YearEstimate> weighed_years(std::vector<YearEstimate> years, Evaluator& evaluator,
                                        const std::vector<Input>& inputs, const Actuals& actuals, int year,
                                        const std::vector<WeighedQuestion>& readings) {
  const std::vector<YearEstimate> base = years;
  std::vector<std::vector<double>> moved, persons;
  for (const YearEstimate& one : base) {
    moved.emplace_back(one.months.size());
    persons.emplace_back(one.persons.size());
  }
  for (const Input& input : inputs) {
    const auto weighed = std::find_if(readings.begin(), readings.end(),
                                      [&](const WeighedQuestion& question) { return question.id == input.path; });
    if (input.kind != Input::Kind::question || weighed == readings.end()) continue;
    for (std::size_t option = 1; option < input.options.size(); ++option) {
      const double weight = weighed->answers[option].after;
      const Projected projected = projected_months(evaluator.evaluate(input.options[option]), year);
      const std::vector<YearEstimate> own = estimates(projected, actuals, evaluator.data().law.programmes);
      for (std::size_t p = 0; p < base.size(); ++p) {
        for (std::size_t t = 0; t < moved[p].size(); ++t) {
          moved[p][t] += weight * fen(own[p].months[t] - base[p].months[t]);
          persons[p][t] += weight * (own[p].persons[t] - base[p].persons[t]);
        }
      }
    }
  }
  for (std::size_t p = 0; p < years.size(); ++p) {
    for (std::size_t t = 0; t < moved[p].size(); ++t) {
      const Money more = Money::fen(std::llround(moved[p][t]));
      years[p].months[t] += more;
      years[p].remaining += more;
      years[p].persons[t] += persons[p][t];
    }
  }
  return years;
}

/// Individual chance of what is still to come.
void add_chance(Swing& swing, Evaluator& evaluator, const std::vector<YearEstimate>& years, int year, int threads) {
  const Scenario& scenario = evaluator.scenario();
  const LoadedData& data = evaluator.data();
  check_replicable(evaluator.law(), scenario);
  ProgrammeSet programmes;
  for (const ProgrammeDefinition& definition : data.law.programmes)
    programmes.push_back(programme_of(definition, evaluator.law(), data.budget, scenario, members_as_of(data)));
  const Measures measures(programmes, data.budget, scenario.horizon);
  const Ensemble ensemble = evaluator.ensemble(programmes, measures, threads);
  const std::vector<Moments> moments = closed_form(ensemble, measures, threads).yearly;
  double open = 0.0;
  double whole = 0.0;
  for (const YearEstimate& one : years) {
    open += fen(one.projected_remaining);
    whole += fen(one.projected_remaining + one.projected_locked);
  }
  for (std::size_t m = 0; m < moments.size(); ++m) {
    const Measure& measure = measures.all()[m];
    if (measure.year != year || !measure.month.is_none()) continue;
    double share = whole == 0.0 ? 0.0 : open / whole;
    std::string key = measure.line;
    if (measure.what == Measure::What::programme) {
      const YearEstimate& own = years[measure.programme];
      const double total = fen(own.projected_remaining + own.projected_locked);
      share = total == 0.0 ? 0.0 : fen(own.projected_remaining) / total;
      key = data.law.programmes[measure.programme].id;
    }
    const double half = tail_10 * std::sqrt(std::max(0.0, moments[m].variance)) * share;
    swing.add({{key, half}}, {{key, half}});
  }
}

/// The month whose payments use up the budget; empty when it suffices.
std::optional<Month> exhausted(const std::vector<Money>& months, Money budget, int year) {
  Money sum;
  for (std::size_t t = 0; t < months.size(); ++t) {
    sum += months[t];
    if (sum > budget + rounding) return Month(year, 1) + static_cast<int>(t);
  }
  return std::nullopt;
}

double chance_over(Money estimate, Money budget, double deviation) {
  if (deviation <= 0.0) return estimate > budget + rounding ? 1.0 : 0.0;
  return 1.0 - normal_probability(fen(budget - estimate) / deviation);
}

struct LineSums {
  Money locked, estimate;
  std::vector<Money> months;
};

std::map<std::string, LineSums> sums_by_line(const std::vector<YearEstimate>& years, const Evaluation& evaluation,
                                             int year) {
  std::map<std::string, LineSums> sums;
  const auto add = [](LineSums& into, Money locked, const std::vector<Money>& months) {
    into.locked += locked;
    into.months.resize(months.size());
    for (std::size_t t = 0; t < months.size(); ++t) {
      into.months[t] += months[t];
      into.estimate += months[t];
    }
  };
  for (std::size_t p = 0; p < years.size(); ++p) {
    add(sums[""], years[p].locked, years[p].months);
    const auto shares = line_shares(evaluation, p, year);
    std::map<std::string, std::vector<Money>> months;
    for (const Money month : years[p].months) {
      for (const auto& [line, part] : split(month, shares)) months[line].push_back(part);
    }
    for (const auto& [line, locked] : split(years[p].locked, shares)) add(sums[line], locked, months[line]);
  }
  return sums;
}

ReforecastLine line_of(const std::string& code, const std::string& name, Money budget, const LineSums& sums,
                       const Swing& swing, int year) {
  ReforecastLine line{code, name, budget, sums.locked, sums.estimate, swing.around(code, sums.estimate), {}, {}};
  line.exhausted = exhausted(sums.months, budget, year);
  if (swing.known()) line.over = chance_over(sums.estimate, budget, swing.deviation(code));
  return line;
}

}  // namespace

Scenario over_whole_year(Scenario scenario, int year) {
  const Month first = std::min(scenario.horizon.first, Month(year, 1));
  const Month end = std::max(scenario.horizon.end(), Month(year + 1, 1));
  if (first == scenario.horizon.first && end == scenario.horizon.end()) return scenario;
  scenario.horizon = {first, end - first};
  scenario.digest = digest_of(scenario);
  return scenario;
}

std::vector<std::vector<ProjectedMonth>> projected_months(const Evaluation& evaluation, int year) {
  constexpr int months = 12;
  Projected projected(evaluation.ledgers.size());
  for (std::size_t p = 0; p < projected.size(); ++p) {
    for (int t = 0; t < months; ++t) projected[p].push_back({Month(year, 1) + t, {}, 0.0});
    for (const LedgerCell& cell : *evaluation.ledgers[p]) {
      if (cell.key.paid.year() != year) continue;
      ProjectedMonth& month = projected[p][static_cast<std::size_t>(cell.key.paid.month() - 1)];
      month.persons += cell.persons;
      if (!cell.key.line.empty()) month.line += cell.amount;
    }
  }
  return projected;
}

InYearStudy::InYearStudy(std::shared_ptr<const LoadedData> data, const Scenario& scenario)
    : data_(std::move(data)),
      year_(data_->budget.fiscal_year),
      evaluator_(data_, over_whole_year(scenario, year_)),
      base_(evaluator_.evaluate({})),
      projected_(projected_months(base_, year_)) {}

ReforecastResult InYearStudy::reforecast(const InYearRequest& request) {
  const std::vector<ProgrammeDefinition>& programmes = data_->law.programmes;
  const Actuals& actuals = request.actuals;
  std::vector<YearEstimate> years = estimates(projected_, actuals, programmes, first_projected(evaluator_));
  Swing swing;
  const std::vector<Input> inputs =
      study_inputs(evaluator_.law(), still_open(data_->unknowns, evaluator_.scenario().overrides), Month(year_, 1));
  std::vector<WeighedQuestion> readings;
  if (request.band) {
    const auto base = by_key(years, base_, programmes, year_);
    readings = weigh_readings(evaluator_, inputs, actuals, year_);
    add_assumptions(swing, evaluator_, inputs, actuals, base, year_);
    add_readings(swing, evaluator_, inputs, actuals, base, year_, readings);
    add_chance(swing, evaluator_, years, year_, request.threads);
    years = weighed_years(std::move(years), evaluator_, inputs, actuals, year_, readings);
  }

  ReforecastResult result;
  result.scenario = evaluator_.scenario().name;
  result.file = actuals.file;
  result.last = actuals.last;
  result.year = year_;
  result.findings = actuals.findings;
  result.readings = std::move(readings);
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    const bool given = !actuals.programmes[p].empty();
    result.programmes.push_back({programmes[p].id, programmes[p].name, programmes[p].line, given, years[p],
                                 budget_of_programme(programmes[p], data_->budget).value_or(Money{}),
                                 years[p].projected_locked + years[p].projected_remaining,
                                 swing.around(programmes[p].id, years[p].estimate())});
    for (const ActualMonth& one : actuals.programmes[p]) {
      if (one.known && one.month <= actuals.last) result.paid += one.amount;
      if (!one.known) result.programmes.back().open.push_back(one.month);
    }
  }
  const auto sums = sums_by_line(years, base_, year_);
  for (const BudgetLine& line : data_->budget.lines) {
    const auto found = sums.find(line.code);
    result.lines.push_back(
        line_of(line.code, line.name, line.total, found == sums.end() ? LineSums{} : found->second, swing, year_));
  }
  result.total = line_of("", "", data_->budget.total, sums.at(""), swing, year_);
  std::vector<LedgerCell> ledger;
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    for (const LedgerCell& cell : *base_.ledgers[p]) {
      if (cell.key.paid.year() == year_) ledger.push_back(cell);
    }
  }
  // A line is known to the fen; what others pay follows the headcount.
  result.cash = cash_plan(ledger, programmes, request.calendar, actuals.last + 1, [&](std::size_t p, Month month) {
    const auto t = static_cast<std::size_t>(month.month() - 1);
    const Money planned = projected_[p][t].line;
    return planned == Money{} ? years[p].persons_ratio : fen(years[p].months[t]) / fen(planned);
  });
  result.cash.scenario = evaluator_.scenario().name;
  return result;
}

}  // namespace disburse
