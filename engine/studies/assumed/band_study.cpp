#include "engine/studies/assumed/band_study.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/comparison/budget_variance.hpp"
#include "engine/evaluation/surrogate.hpp"
#include "engine/law/assumption_draw.hpp"
#include "engine/sensitivity/correlated_points.hpp"
#include "engine/studies/assumed/drawn_share.hpp"
#include "engine/studies/assumed/shortened.hpp"
#include "engine/studies/assumed/turning_readings.hpp"

namespace disburse {
namespace {

constexpr double unmoved = std::numeric_limits<double>::quiet_NaN();

constexpr Money noticed = Money::fen(10'000'000);  // 10万元: a line that moves less says little

Money fen(double amount) { return Money::fen(std::llround(amount)); }

/// Which programmes' money a figure sums, and on which line.
struct Figure {
  BandFigure::Of of = BandFigure::Of::total;
  std::vector<std::size_t> programmes;
  double fixed = 0.0;  // of programmes that no assumption moves and that spread over lines
};

class Bands {
 public:
  Bands(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int year, int threads,
        Progress* progress)
      : data_(*data),
        scenario_(shortened(scenario, year)),
        year_(year),
        pool_(data, scenario_, threads),
        progress_(progress) {}

  BandResult study() {
    prepare();
    const Surrogate surrogate = every_input_alone();
    describe(pool_.first().law());
    effects(surrogate);
    draw(surrogate);
    unranged(pool_.first());
    return std::move(result_);
  }

  DraftRanges draft() {
    prepare();
    const Surrogate surrogate = every_input_alone();
    draw(surrogate);
    DraftRanges ranges;
    for (const BandFigure& figure : result_.figures) {
      if (figure.of != BandFigure::Of::programme) continue;
      ranges.spreads.push_back(
          {std::max(Money{}, figure.estimate - figure.p10), std::max(Money{}, figure.p90 - figure.estimate)});
    }
    ranges.turning = turning(surrogate);
    return ranges;
  }

 private:
  void prepare() {
    base_ = pool_.first().evaluate({});
    month_ = std::max(scenario_.horizon.first, Month(year_, 1));
    open_ = still_open(data_.unknowns, scenario_.overrides);
    inputs_ = study_inputs(pool_.first().law(), open_, month_);
    result_.year = year_;
    result_.draws = static_cast<std::uint32_t>(draws_of_effects);
    name_figures();
  }

  Surrogate every_input_alone() {
    return {pool_, inputs_, Output{{}, {}, year_}, scenario_.seed, Order::first, progress_};
  }

  /// The questions come last among the inputs, in their order; under an answer the surrogate is the projection itself.
  std::vector<Finding> turning(const Surrogate& surrogate) const {
    std::vector<Finding> notes;
    const std::size_t first = inputs_.size() - open_.questions.size();
    for (std::size_t q = 0; q < open_.questions.size(); ++q) {
      std::vector<Money> wholes;
      for (std::size_t a = 0; a < open_.questions[q].answers.size(); ++a) {
        std::vector<double> values(inputs_.size(), unmoved);
        values[first + q] = static_cast<double>(a);
        const std::vector<double> parts = surrogate.parts(values);
        wholes.push_back(fen(std::accumulate(parts.begin(), parts.end(), 0.0)));
      }
      if (auto note = turning_of_draft(open_.questions[q], wholes, year_)) notes.push_back(std::move(*note));
    }
    return notes;
  }

  void name_figures() {
    const bool budgeted = year_ == data_.budget.fiscal_year;
    std::vector<std::size_t> every(data_.law.programmes.size());
    std::iota(every.begin(), every.end(), std::size_t{0});
    for (const std::size_t p : every) {
      const ProgrammeDefinition& programme = data_.law.programmes[p];
      add({BandFigure::Of::programme, {p}, 0.0}, programme.id, programme.name,
          budgeted ? budget_of_programme(programme, data_.budget) : std::nullopt);
    }
    for (const BudgetLine& line : data_.budget.lines) {
      Figure figure{BandFigure::Of::line, {}, 0.0};
      for (const std::size_t p : every) {
        if (data_.law.programmes[p].line == line.code) figure.programmes.push_back(p);
        if (data_.law.programmes[p].shape == Shape::planned_lines)
          figure.fixed += static_cast<double>(Output{line.code, p, year_}.of(base_).fen());
      }
      add(std::move(figure), line.code, line.name, budgeted ? std::optional(line.total) : std::nullopt);
    }
    add({BandFigure::Of::total, every, 0.0}, "", "", budgeted ? std::optional(data_.budget.total) : std::nullopt);
  }

  void add(Figure figure, const std::string& id, const std::string& name, std::optional<Money> budget) {
    BandFigure told;
    told.of = figure.of;
    told.id = id;
    told.name = name;
    told.budget = budget;
    double sum = figure.fixed;
    for (const std::size_t p : figure.programmes) sum += static_cast<double>(base_.programme_total(p, year_).fen());
    told.estimate = fen(sum);
    result_.figures.push_back(std::move(told));
    figures_.push_back(std::move(figure));
  }

  static double amount(const Figure& figure, const std::vector<double>& parts) {
    double sum = figure.fixed;
    for (const std::size_t p : figure.programmes) sum += parts[p];
    return sum;
  }

  void describe(const ParameterTree& law) {
    for (const Input& input : inputs_) {
      BandAssumption told;
      told.kind = static_cast<BandAssumption::Kind>(input.kind);
      told.path = input.path;
      told.name = input.name;
      told.name_en = input.name_en;
      told.source = input.source;
      told.low = input.text(input.low);
      told.high = input.text(input.high);
      told.base = input.kind == Input::Kind::range ? value_text(law.at(input.path, month_).value) : input.text(unmoved);
      result_.assumptions.push_back(std::move(told));
    }
  }

  /// Every assumption alone at its ends, or under each answer.
  void effects(const Surrogate& surrogate) {
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      BandAssumption& told = result_.assumptions[k];
      for (const BandFigure& figure : result_.figures) told.effects.push_back({figure.estimate, figure.estimate});
      for (const double end : inputs_[k].ends()) {
        std::vector<double> values(inputs_.size(), unmoved);
        values[k] = end;
        const std::vector<double> parts = surrogate.parts(values);
        for (std::size_t f = 0; f < figures_.size(); ++f) {
          const Money moved = fen(amount(figures_[f], parts));
          told.effects[f].least = std::min(told.effects[f].least, moved);
          told.effects[f].most = std::max(told.effects[f].most, moved);
        }
      }
      if (inputs_[k].kind == Input::Kind::question) answers(told, inputs_[k]);
      if (inputs_[k].kind != Input::Kind::question && year_before() && moves_a_line(told)) ends(told, inputs_[k]);
      if (inputs_[k].kind != Input::Kind::question && !tested(told)) told.answers.clear();
    }
    for (std::size_t f = 0; f < figures_.size(); ++f) result_.figures[f].deciding = deciding(f);
  }

  /// Whether an assumption alone takes a figure to the other side of its budget.
  static bool turns(const BandFigure& figure, const BandEffect& effect) {
    if (!figure.budget) return false;
    const bool over = figure.estimate > *figure.budget;
    return (effect.most > *figure.budget) != over || (effect.least > *figure.budget) != over;
  }

  /// The three that decide a figure's sign: those that turn it alone, then those that move it most; none that does not
  /// move it.
  std::vector<std::size_t> deciding(std::size_t f) const {
    const BandFigure& figure = result_.figures[f];
    const auto alone = [&](std::size_t k) { return turns(figure, result_.assumptions[k].effects[f]); };
    const auto width = [&](std::size_t k) {
      const BandEffect& effect = result_.assumptions[k].effects[f];
      return (effect.most - effect.least).fen();
    };
    std::vector<std::size_t> order(inputs_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return alone(a) != alone(b) ? alone(a) : width(a) > width(b);
    });
    constexpr std::size_t most = 3;
    if (order.size() > most) order.resize(most);
    std::erase_if(order, [&](std::size_t k) { return width(k) == 0; });
    return order;
  }

  bool year_before() const { return scenario_.horizon.contains(Month(year_ - 1, 1)); }

  /// By a hundred thousand yuan or more.
  bool moves_a_line(const BandAssumption& told) const {
    for (std::size_t f = 0; f < figures_.size(); ++f) {
      if (figures_[f].of == BandFigure::Of::line && told.effects[f].most - told.effects[f].least >= noticed)
        return true;
    }
    return false;
  }

  /// Whether the year before tells the ends apart, by a hundred thousand yuan or more.
  static bool tested(const BandAssumption& told) {
    if (told.answers.empty()) return false;
    const std::vector<Money>& base = told.answers.front().before;
    return std::any_of(told.answers.begin(), told.answers.end(), [&](const BandAnswer& end) {
      for (std::size_t f = 0; f < base.size(); ++f) {
        if (end.before[f] >= base[f] + noticed || base[f] >= end.before[f] + noticed) return true;
      }
      return false;
    });
  }

  /// The base and both ends of a range or cause, beside the answers to questions where the year before tests them.
  void ends(BandAssumption& told, const Input& input) {
    const auto add = [&](const char* id, const std::string& value, double end) {
      BandAnswer& own = told.answers.emplace_back();
      own.id = id;
      // A number as people write it: 0.65, not with the places of a draw.
      const auto number = input.numbers.size() == 1 ? parse_value(input.numbers.front().unit, value) : std::nullopt;
      own.name = own.name_en = number ? value_text(*number) : value;
      put_amounts(own, pool_.first().evaluate(input.changes(end)));
    };
    add("base", told.base, unmoved);
    add("low", told.low, input.low);
    add("high", told.high, input.high);
  }

  void put_amounts(BandAnswer& answer, const Evaluation& evaluation) const {
    answer.amounts = amounts(evaluation, year_);
    if (year_before()) answer.before = amounts(evaluation, year_ - 1);
  }

  /// Full projections: what a reader compares to the fen, in this year and the one before.
  void answers(BandAssumption& told, const Input& input) {
    const auto question = std::find_if(open_.questions.begin(), open_.questions.end(),
                                       [&](const Question& one) { return one.id == input.path; });
    for (const Answer& answer : question->answers) {
      BandAnswer& own = told.answers.emplace_back();
      own.id = answer.id;
      own.name = answer.name;
      own.name_en = answer.name_en;
      own.reason = answer.reason;
      own.weight = answer.weight.to_double();
      put_amounts(own, pool_.first().evaluate(answer.changes));
    }
    const std::size_t whole = figures_.size() - 1;
    const auto less = [&](const BandAnswer& a, const BandAnswer& b) { return a.amounts[whole] < b.amounts[whole]; };
    told.low = std::min_element(told.answers.begin(), told.answers.end(), less)->name;
    told.high = std::max_element(told.answers.begin(), told.answers.end(), less)->name;
  }

  std::vector<Money> amounts(const Evaluation& evaluation, int year) const {
    std::vector<Money> all;
    for (std::size_t f = 0; f < figures_.size(); ++f) {
      Money sum;
      if (figures_[f].of == BandFigure::Of::line) {
        sum = Output{result_.figures[f].id, {}, year}.of(evaluation);
      } else {
        for (const std::size_t p : figures_[f].programmes) sum += evaluation.programme_total(p, year);
      }
      all.push_back(sum);
    }
    return all;
  }

  void draw(const Surrogate& surrogate) {
    Points points = sobol_points(draws_of_effects, inputs_.size(), scenario_.seed ^ 2U);
    std::vector<std::string> paths;
    for (const Input& input : inputs_) paths.push_back(input.path);
    if (!scenario_.correlations.empty())
      points = joined(std::move(points), cholesky_factor(correlation_matrix(paths, scenario_.correlations)));
    std::vector<std::vector<double>> values(figures_.size());
    for (const std::vector<double>& point : points) {
      const std::vector<double> parts = surrogate.parts(surrogate.values_of(point));
      for (std::size_t f = 0; f < figures_.size(); ++f) values[f].push_back(amount(figures_[f], parts));
    }
    for (std::size_t f = 0; f < figures_.size(); ++f) summarize(result_.figures[f], values[f]);
  }

  static void summarize(BandFigure& figure, std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
      return fen(values[static_cast<std::size_t>(share * static_cast<double>(values.size()))]);
    };
    const auto count = static_cast<double>(values.size());
    figure.mean = fen(std::accumulate(values.begin(), values.end(), 0.0) / count);
    figure.p10 = at(0.10);
    figure.p50 = at(0.50);
    figure.p90 = at(0.90);
    figure.p95 = at(0.95);
    if (!figure.budget) return;
    figure.over = share_above(values, *figure.budget);
    figure.reserve_90 = std::max(Money{}, figure.p90 - *figure.budget);
  }

  /// What is assumed in the year, is read by a programme with money, and has no range and no question.
  void unranged(Evaluator& evaluator) {
    std::vector<std::string> ranged;
    for (const Input& input : inputs_) {
      for (const MovedNumber& number : input.numbers) ranged.push_back(number.path);
      for (const auto& option : input.options) {
        for (const Override& change : option) ranged.push_back(change.path);
      }
    }
    for (const auto& [path, parameter] : evaluator.law().all()) {
      const DatedValue* value = value_in_force(parameter, month_);
      const bool assumed = value != nullptr && value->status == Status::assumed && !value->changed && !value->extended;
      if (!assumed || std::find(ranged.begin(), ranged.end(), path) != ranged.end()) continue;
      UnrangedAssumption told{path, parameter.name, value_text(value->value), {}, {}};
      const std::set<std::string> readers = evaluator.readers_of(path);
      for (std::size_t f = 0; f < figures_.size(); ++f) {
        if (figures_[f].of != BandFigure::Of::line) continue;
        Money rests;
        for (const std::size_t p : figures_[f].programmes) {
          if (readers.contains(data_.law.programmes[p].id)) rests += base_.programme_total(p, year_);
        }
        if (rests == Money{}) continue;
        told.lines.push_back(result_.figures[f].id);
        told.rests += rests;
      }
      if (!told.lines.empty()) result_.unranged.push_back(std::move(told));
    }
    std::stable_sort(result_.unranged.begin(), result_.unranged.end(),
                     [](const UnrangedAssumption& a, const UnrangedAssumption& b) { return a.rests > b.rests; });
  }

  const LoadedData& data_;
  Scenario scenario_;
  int year_;
  Month month_;  // in which bases are read
  EvaluatorPool pool_;
  Progress* progress_;
  Unknowns open_;
  Evaluation base_;
  std::vector<Input> inputs_;
  std::vector<Figure> figures_;
  BandResult result_;
};

}  // namespace

BandResult bands(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int year, int threads,
                 Progress* progress) {
  return Bands(data, scenario, year, threads, progress).study();
}

DraftRanges ranges_of_draft(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int year,
                            int threads) {
  return Bands(data, scenario, year, threads, nullptr).draft();
}

}  // namespace disburse
