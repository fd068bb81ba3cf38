#include "engine/evaluation/surrogate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace disburse {
namespace {

constexpr double unmoved = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t sampled = 50;

/// The outermost values of an input that differ from its base; of options all but the base.
std::vector<double> outermost_values(const Input& input) {
  if (input.has_options()) return input.ends();
  std::vector<double> ends;
  for (const double u : {0.0, 1.0}) {
    const double value = input.rounded(input.value(u));
    const bool outside = u == 0.0 ? value < input.base : value > input.base;
    if (outside) ends.push_back(value);
  }
  return ends;
}

double middle_of(const Input& input, double end) { return input.rounded((input.base + end) / 2.0); }

/// How far a value lies from the base towards an end, 0 on the other side.
double share_towards(const Input& input, double end, double value) {
  if (std::isnan(value)) return 0.0;
  if (input.has_options()) return value == end ? 1.0 : 0.0;
  return std::max(0.0, (value - input.base) / (end - input.base));
}

double alone_at(const ProgrammeModel::Alone& alone, const Input& input, double value) {
  if (std::isnan(value)) return 0.0;
  if (input.has_options()) return alone.by_option[static_cast<std::size_t>(std::lround(value))];
  const double distance = value - input.base;
  const ProgrammeModel::Side& side = distance < 0.0 ? alone.below : alone.above;
  return (side.slope + side.bend * distance) * distance;
}

/// A share that is 0 at its base hides what others of its group do: for how many months, how much is made good.
bool hides(const Input& share, const Input& other) {
  const auto group = [](const Input& input) { return input.path.substr(0, input.path.find('.')); };
  return share.kind == Input::Kind::range && other.kind == Input::Kind::range && share.base == 0.0 &&
         group(share) == group(other);
}

/// The parabola through nothing at the base and two amounts at these distances; a straight line where both are one.
ProgrammeModel::Side through(double middle, double at_middle, double end, double at_end) {
  if (middle == end || middle == 0.0) return {at_end / end, 0.0};
  const double bend = (at_end / end - at_middle / middle) / (end - middle);
  return {at_end / end - bend * end, bend};
}

}  // namespace

Money Output::part(const Evaluation& evaluation, std::size_t at) const {
  if (programme && *programme != at) return {};
  Money sum;
  for (const LedgerCell& cell : *evaluation.ledgers[at]) {
    if (cell.key.line.empty() || cell.key.paid.year() != year) continue;
    if (line.empty() || cell.key.line == line) sum += cell.amount;
  }
  return sum;
}

Money Output::of(const Evaluation& evaluation) const {
  Money sum;
  for (std::size_t p = 0; p < evaluation.ledgers.size(); ++p) sum += part(evaluation, p);
  return sum;
}

std::optional<Month> Output::exhausts(const Evaluation& evaluation, Money budget) const {
  constexpr int months = 12;
  constexpr Money rounding = Money::fen(100);
  std::vector<Money> paid(months);
  for (std::size_t p = 0; p < evaluation.ledgers.size(); ++p) {
    if (programme && *programme != p) continue;
    for (const LedgerCell& cell : *evaluation.ledgers[p]) {
      if (cell.key.line.empty() || cell.key.paid.year() != year) continue;
      if (line.empty() || cell.key.line == line)
        paid[static_cast<std::size_t>(cell.key.paid.month() - 1)] += cell.amount;
    }
  }
  Money sum;
  for (int t = 0; t < months; ++t) {
    sum += paid[static_cast<std::size_t>(t)];
    if (sum > budget + rounding) return Month(year, t + 1);
  }
  return std::nullopt;
}

double ProgrammeModel::at(const std::vector<Input>& inputs, const std::vector<double>& values) const {
  double sum = base;
  for (const Alone& one : alone) sum += alone_at(one, inputs[one.input], values[one.input]);
  for (const Together& pair : together) {
    const Input& first = inputs[pair.first];
    const Input& second = inputs[pair.second];
    for (std::size_t r = 0; r < pair.rows.size(); ++r) {
      const double own = share_towards(first, pair.rows[r], values[pair.first]);
      if (own == 0.0) continue;
      for (std::size_t c = 0; c < pair.columns.size(); ++c)
        sum += own * share_towards(second, pair.columns[c], values[pair.second]) * pair.beyond[r][c];
    }
  }
  return sum;
}

Surrogate::Surrogate(EvaluatorPool& pool, std::vector<Input> inputs, Output output, std::uint64_t seed, Order order,
                     Progress* progress)
    : pool_(pool),
      inputs_(std::move(inputs)),
      output_(std::move(output)),
      seed_(seed),
      middles_(order == Order::second),
      progress_(progress) {
  for (const Input& input : inputs_) ends_.push_back(outermost_values(input));
  build_alone();
  if (order == Order::first) return;
  build_together();
  check();
}

std::vector<double> Surrogate::values_of(const std::vector<double>& point) const {
  std::vector<double> values;
  for (std::size_t k = 0; k < inputs_.size(); ++k) values.push_back(inputs_[k].value(point[k]));
  return values;
}

std::vector<std::vector<double>> Surrogate::parts_at(const std::vector<std::vector<double>>& points) {
  std::vector<std::vector<double>> parts;
  for (const Evaluation& evaluation : pool_.evaluate(inputs_, points, progress_)) {
    std::vector<double>& own = parts.emplace_back();
    for (std::size_t p = 0; p < evaluation.ledgers.size(); ++p)
      own.push_back(static_cast<double>(output_.part(evaluation, p).fen()));
  }
  return parts;
}

void Surrogate::build_alone() {
  std::vector<std::vector<double>> points{std::vector<double>(inputs_.size(), unmoved)};
  const auto only = [&](std::size_t k, double value) {
    points.emplace_back(inputs_.size(), unmoved);
    points.back()[k] = value;
  };
  for (std::size_t k = 0; k < inputs_.size(); ++k) {
    for (const double end : ends_[k]) {
      only(k, end);
      if (middles_ && !inputs_[k].has_options()) only(k, middle_of(inputs_[k], end));
    }
  }
  if (progress_ != nullptr) progress_->begin(Work::points, points.size());
  const std::vector<std::vector<double>> known = parts_at(points);
  models_.assign(known.front().size(), {});
  for (std::size_t p = 0; p < models_.size(); ++p) models_[p].base = known.front()[p];
  std::size_t at = 1;
  for (std::size_t k = 0; k < inputs_.size(); ++k) {
    const Input& input = inputs_[k];
    const std::size_t step = middles_ && !input.has_options() ? 2 : 1;
    for (std::size_t p = 0; p < models_.size(); ++p) {
      const double base = models_[p].base;
      ProgrammeModel::Alone alone;
      alone.input = k;
      bool moves = false;
      for (std::size_t i = 0; i < ends_[k].size() * step; ++i) moves = moves || known[at + i][p] != base;
      if (!moves) continue;
      if (input.has_options()) {
        alone.by_option.push_back(0.0);
        for (std::size_t i = 0; i < ends_[k].size(); ++i) alone.by_option.push_back(known[at + i][p] - base);
      }
      for (std::size_t e = 0; e < ends_[k].size() && !input.has_options(); ++e) {
        const double end = ends_[k][e];
        const double at_end = known[at + step * e][p] - base;
        const double middle = middles_ ? middle_of(input, end) : end;
        const double at_middle = middles_ ? known[at + step * e + 1][p] - base : at_end;
        (end < input.base ? alone.below : alone.above) =
            through(middle - input.base, at_middle, end - input.base, at_end);
      }
      models_[p].alone.push_back(std::move(alone));
    }
    at += ends_[k].size() * step;
  }
}

void Surrogate::build_together() {
  // The largest effect of each input on each programme, and the spread that all of them make.
  std::vector<std::vector<double>> effect(models_.size(), std::vector<double>(inputs_.size()));
  double squares = 0.0;
  for (std::size_t k = 0; k < inputs_.size(); ++k) {
    double whole = 0.0;
    for (const double end : ends_[k]) {
      double sum = 0.0;
      for (std::size_t p = 0; p < models_.size(); ++p) {
        for (const ProgrammeModel::Alone& alone : models_[p].alone) {
          if (alone.input != k) continue;
          const double moved = alone_at(alone, inputs_[k], end);
          effect[p][k] = std::max(effect[p][k], std::abs(moved));
          sum += moved;
        }
      }
      whole = std::max(whole, std::abs(sum));
    }
    squares += whole * whole;
  }
  constexpr double small = 2e-3;  // of the spread
  const double least = small * std::sqrt(squares);
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t p = 0; p < models_.size(); ++p) {
    // As if the programme were a product: what one does is scaled by what the other does.
    const double scale = std::max(1.0, std::abs(models_[p].base));
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      for (std::size_t j = i + 1; j < inputs_.size(); ++j) {
        // An answer may switch on what an input does: under it even one that does nothing at the base can matter.
        const bool switches = inputs_[i].has_options() || inputs_[j].has_options();
        const bool both = effect[p][i] > 0.0 && effect[p][j] > 0.0;
        const bool hidden = (hides(inputs_[i], inputs_[j]) && effect[p][i] > 0.0 && effect[p][j] == 0.0) ||
                            (hides(inputs_[j], inputs_[i]) && effect[p][j] > 0.0 && effect[p][i] == 0.0);
        if ((switches && both) || hidden || effect[p][i] * effect[p][j] / scale > least) pairs.insert({i, j});
      }
    }
  }
  std::vector<std::vector<double>> points;
  for (const auto& [i, j] : pairs) {
    for (const double first : ends_[i]) {
      for (const double second : ends_[j]) {
        points.emplace_back(inputs_.size(), unmoved);
        points.back()[i] = first;
        points.back()[j] = second;
      }
    }
  }
  if (progress_ != nullptr) progress_->raise_total(pool_.projections() + points.size() + sampled);
  const std::vector<std::vector<double>> known = parts_at(points);
  std::size_t at = 0;
  for (const auto& [i, j] : pairs) {
    for (std::size_t p = 0; p < models_.size(); ++p) {
      ProgrammeModel::Together pair{i, j, ends_[i], ends_[j], {}};
      bool any = false;
      for (std::size_t r = 0; r < ends_[i].size(); ++r) {
        std::vector<double>& row = pair.beyond.emplace_back();
        for (std::size_t c = 0; c < ends_[j].size(); ++c) {
          const std::size_t point = at + r * ends_[j].size() + c;
          row.push_back(known[point][p] - models_[p].at(inputs_, points[point]));
          any = any || std::abs(row.back()) > 0.5;
        }
      }
      if (any) models_[p].together.push_back(std::move(pair));
    }
    at += ends_[i].size() * ends_[j].size();
  }
}

std::vector<double> Surrogate::parts(const std::vector<double>& values) const {
  std::vector<double> parts;
  for (const ProgrammeModel& model : models_) parts.push_back(model.at(inputs_, values));
  return parts;
}

double Surrogate::interpolated(const std::vector<double>& values) const {
  double sum = 0.0;
  for (const ProgrammeModel& model : models_) sum += model.at(inputs_, values);
  return sum;
}

Batch Surrogate::projected(const std::vector<std::vector<double>>& values) {
  Batch batch;
  for (const Evaluation& one : pool_.evaluate(inputs_, values, progress_))
    batch.push_back(static_cast<double>(output_.of(one).fen()));
  return batch;
}

void Surrogate::check() {
  constexpr std::size_t enough = 64;    // a power of two, of which the first ones are taken
  constexpr double unexplained = 0.01;  // of the variance of what is sampled
  Points points = sobol_points(enough, inputs_.size(), seed_ ^ 1U);
  points.resize(sampled);
  std::vector<std::vector<double>> values;
  for (const std::vector<double>& point : points) values.push_back(values_of(point));
  const Batch truth = projected(values);
  double mean = 0.0;
  for (const double one : truth) mean += one / static_cast<double>(truth.size());
  double squares = 0.0;
  double missed = 0.0;
  double widest = 0.0;
  double relative = 0.0;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    const double off = std::abs(interpolated(values[i]) - truth[i]);
    squares += (truth[i] - mean) * (truth[i] - mean);
    missed += off * off;
    widest = std::max(widest, off);
    relative = std::max(relative, off / std::max(1.0, std::abs(truth[i])));
  }
  if (missed <= unexplained * squares || widest <= 1.0) error_ = relative;
}

Batch Surrogate::operator()(const Points& points) {
  std::vector<std::vector<double>> values;
  for (const std::vector<double>& point : points) values.push_back(values_of(point));
  if (!error_) return projected(values);
  Batch batch;
  for (const std::vector<double>& one : values) batch.push_back(interpolated(one));
  return batch;
}

}  // namespace disburse
