#include "engine/replicates/moments.hpp"

#include <algorithm>
#include <map>

#include "engine/parallel.hpp"
#include "engine/replicates/cohort_sums.hpp"

namespace disburse {
namespace {

constexpr double scale = 4294967296.0;       // of a death table: 2^32
constexpr std::size_t cohorts_a_piece = 32;  // worked out on one thread, one after another

bool yearly(const Measure& measure) {
  return measure.what != Measure::What::line_month && measure.what != Measure::What::total_month;
}

/// A column as the closed form needs it.
struct Term {
  int due;
  std::uint32_t value;  ///< its place in a line
  double share;
};

/// The columns that count to one yearly measure, in order of the month due.
struct Counting {
  std::uint32_t measure;
  std::vector<Term> alive, lumps;
};

/// Blocks with the same columns and the same places of their values.
struct Shape {
  std::vector<Counting> countings;
  std::vector<MemberPlace> members;       ///< by table
  std::vector<std::size_t> cohort_begin;  ///< of each cohort in `members`, and the end
};

std::vector<Counting> countings_of(const SchemeColumns& columns, const PathBlock& block,
                                   const std::vector<std::vector<std::uint32_t>>& counted, const Measures& measures) {
  std::map<std::uint32_t, Counting> found;
  for (std::size_t j = 0; j < block.width(); ++j) {
    const std::uint32_t place = block.columns[j];
    const std::size_t alive = columns.alive().size();
    const Column& column = place < alive ? columns.alive()[place] : columns.lumps()[place - alive];
    const Term term{column.due, block.value_of[j],
                    static_cast<double>(column.share.numerator()) / static_cast<double>(column.share.denominator())};
    for (const std::uint32_t m : counted[place]) {
      if (!yearly(measures.all()[m])) continue;
      Counting& counting = found.try_emplace(m, Counting{m, {}, {}}).first->second;
      (j < block.alive ? counting.alive : counting.lumps).push_back(term);
    }
  }
  std::vector<Counting> result;
  for (auto& [m, counting] : found) result.push_back(std::move(counting));
  return result;
}

std::vector<Shape> shapes_of(const SchemePaths& scheme, const std::vector<std::vector<std::uint32_t>>& counted,
                             const Measures& measures) {
  std::map<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>, std::vector<std::uint32_t>> alike;
  for (std::uint32_t b = 0; b < scheme.blocks.size(); ++b)
    alike[{scheme.blocks[b].columns, scheme.blocks[b].value_of}].push_back(b);
  std::vector<Shape> shapes;
  for (const auto& [key, blocks] : alike) {
    Shape shape;
    shape.countings = countings_of(scheme.columns, scheme.blocks[blocks.front()], counted, measures);
    std::vector<std::vector<MemberPlace>> by_table(scheme.tables.size());
    for (const std::uint32_t b : blocks) {
      for (std::uint32_t i = 0; i < scheme.blocks[b].size(); ++i)
        by_table[scheme.blocks[b].tables[i]].push_back({b, i});
    }
    for (const std::vector<MemberPlace>& members : by_table) {
      if (members.empty()) continue;
      shape.cohort_begin.push_back(shape.members.size());
      shape.members.insert(shape.members.end(), members.begin(), members.end());
    }
    shape.cohort_begin.push_back(shape.members.size());
    shapes.push_back(std::move(shape));
  }
  return shapes;
}

/// Chances of one table.
class Chances {
 public:
  explicit Chances(const DeathTable& table) : below_(table.below()) {}
  int months() const { return static_cast<int>(below_.size()); }
  /// Of being alive on the first day of a month.
  double alive(int month) const { return 1.0 - static_cast<double>(below_[static_cast<std::size_t>(month)]) / scale; }
  double dies_in(int month) const { return alive(month) - alive(month + 1); }

 private:
  const std::vector<std::uint64_t>& below_;
};

/// The amount of one measure over members: sums of means, squared means, mean squares.
struct Sums {
  double mean = 0.0, mean_squared = 0.0, square = 0.0;
};

/// The amount so far as a combination of values, over one member (sums of one term) or a cohort: `added` answers by how
/// much the sum and the sum of squares rise with one more term.
template <class Amounts>
Sums walk(const Counting& counting, const Chances& chances, Amounts& amounts) {
  Sums sums;
  std::size_t next = 0;
  const auto lumps_before = [&](int until) {
    while (next < counting.lumps.size() && counting.lumps[next].due < until) {
      const int month = counting.lumps[next].due;
      const double chance = chances.dies_in(month);
      const std::size_t begin = next;
      while (next < counting.lumps.size() && counting.lumps[next].due == month) ++next;
      const auto [mean, square] = amounts.with(std::span(counting.lumps).subspan(begin, next - begin), chance);
      sums.mean += chance * mean;
      sums.square += chance * square;
    }
  };
  for (std::size_t a = 0; a < counting.alive.size();) {
    const int month = counting.alive[a].due;
    lumps_before(month);  // deaths before anything more falls due
    for (; a < counting.alive.size() && counting.alive[a].due == month; ++a)
      amounts.add(counting.alive[a], chances.alive(month));
    // Deaths from here until the next month due, or never: the sum stands.
    const double until = a < counting.alive.size() ? chances.alive(counting.alive[a].due) : 0.0;
    const double chance = chances.alive(month) - until;
    sums.mean += chance * amounts.sum();
    sums.square += chance * amounts.square();
  }
  lumps_before(chances.months());
  sums.mean_squared = amounts.mean_squared(sums.mean);
  return sums;
}

/// One member's amount so far.
class MemberAmounts {
 public:
  explicit MemberAmounts(const std::int32_t* line) : line_(line) {}
  void add(const Term& term, double) { sum_ += value(term); }
  double sum() const { return sum_; }
  double square() const { return sum_ * sum_; }
  /// What lump sums on top add: (s + d)^2 = s^2 + 2 s d + d^2.
  std::pair<double, double> with(std::span<const Term> lumps, double) const {
    double lump = 0.0;
    for (const Term& term : lumps) lump += value(term);
    return {lump, 2.0 * sum_ * lump + lump * lump};
  }
  double mean_squared(double mean) const { return mean * mean; }

 private:
  double value(const Term& term) const { return static_cast<double>(line_[term.value]) * term.share; }
  const std::int32_t* line_;
  double sum_ = 0.0;
};

/// A combination of values: weights by value, and which of them are not zero.
class Combination {
 public:
  explicit Combination(std::size_t width) : weights_(width) {}
  void add(std::uint32_t value, double weight) {
    if (weights_[value] == 0.0) used_.push_back(value);
    weights_[value] += weight;
  }
  double weight(std::uint32_t value) const { return weights_[value]; }
  const std::vector<std::uint32_t>& used() const { return used_; }
  /// The sum over members of this combination times x_value.
  double times(const CohortSums& sums, std::uint32_t value) const {
    double result = 0.0;
    for (const std::uint32_t a : used_) result += weights_[a] * sums.product(a, value);
    return result;
  }
  double times(const CohortSums& sums, const Combination& other) const {
    double result = 0.0;
    for (const std::uint32_t b : other.used_) result += other.weights_[b] * times(sums, b);
    return result;
  }

 private:
  std::vector<double> weights_;
  std::vector<std::uint32_t> used_;
};

/// A cohort's amount so far: c' x, summed over its members.
class CohortAmounts {
 public:
  CohortAmounts(const CohortSums& sums, std::size_t width) : sums_(sums), full_(width), mean_(width) {}
  void add(const Term& term, double chance) {
    square_ += term.share * (2.0 * full_.times(sums_, term.value) + term.share * sums_.product(term.value, term.value));
    sum_ += term.share * sums_.sum(term.value);
    full_.add(term.value, term.share);
    mean_.add(term.value, term.share * chance);
  }
  double sum() const { return sum_; }
  double square() const { return square_; }
  std::pair<double, double> with(std::span<const Term> lumps, double chance) {
    double lump = 0.0;
    double square = 0.0;
    for (const Term& term : lumps) {
      lump += term.share * sums_.sum(term.value);
      square += 2.0 * term.share * full_.times(sums_, term.value);
      for (const Term& other : lumps) square += term.share * other.share * sums_.product(term.value, other.value);
      mean_.add(term.value, term.share * chance);
    }
    return {lump, square};
  }
  double mean_squared(double) const { return mean_.times(sums_, mean_); }
  const Combination& full() const { return full_; }
  const Combination& mean() const { return mean_; }

 private:
  const CohortSums& sums_;
  Combination full_, mean_;
  double sum_ = 0.0, square_ = 0.0;
};

bool paid_in_the_year_due(const SchemeColumns& columns, Month first) {
  const auto in_year = [&](const Column& column) { return (first + column.due).year() == column.paid.year(); };
  return std::all_of(columns.alive().begin(), columns.alive().end(), in_year) &&
         std::all_of(columns.lumps().begin(), columns.lumps().end(), in_year);
}

/// What some cohorts of a shape add: by counting, and to the covariance of the totals.
struct Part {
  std::vector<Moments> moments;
  std::vector<double> covariance;  ///< upper triangle, years x years
};

class CohortLaw {
 public:
  CohortLaw(const SchemePaths& scheme, const Shape& shape, const Measures& measures, std::size_t years,
            std::size_t fewest, Simd simd)
      : scheme_(scheme), shape_(shape), measures_(measures), years_(years), fewest_(fewest), simd_(simd) {}

  Part of(std::size_t first, std::size_t last) const {
    Part part{std::vector<Moments>(shape_.countings.size()), std::vector<double>(years_ * years_)};
    for (std::size_t c = first; c < last; ++c) {
      const std::span members =
          std::span(shape_.members)
              .subspan(shape_.cohort_begin[c], shape_.cohort_begin[c + 1] - shape_.cohort_begin[c]);
      members.size() < fewest_ ? one_by_one(members, part) : together(members, part);
    }
    return part;
  }

 private:
  Chances chances(const MemberPlace& place) const {
    return Chances(scheme_.tables[scheme_.blocks[place.block].tables[place.member]]);
  }
  std::size_t year_of(const Counting& counting) const {
    return static_cast<std::size_t>(measures_.all()[counting.measure].year - measures_.horizon().first.year());
  }
  bool total(const Counting& counting) const { return measures_.all()[counting.measure].what == Measure::What::total; }

  static void add(Moments& moments, const Sums& sums) {
    moments.mean += sums.mean;
    moments.variance += sums.square - sums.mean_squared;
  }

  void one_by_one(std::span<const MemberPlace> members, Part& part) const {
    for (const MemberPlace& place : members) {
      const PathBlock& block = scheme_.blocks[place.block];
      std::vector<double> mean(years_);
      std::vector<double> missed(years_);  // the full amount less the mean
      for (std::size_t k = 0; k < shape_.countings.size(); ++k) {
        MemberAmounts amounts(block.lines.data() + place.member * block.values);
        const Sums sums = walk(shape_.countings[k], chances(place), amounts);
        add(part.moments[k], sums);
        if (!total(shape_.countings[k])) continue;
        const std::size_t year = year_of(shape_.countings[k]);
        mean[year] = sums.mean;
        missed[year] = amounts.sum() - sums.mean;
        part.covariance[year * years_ + year] += sums.square - sums.mean_squared;
      }
      for (std::size_t k = 0; k < years_; ++k) {
        for (std::size_t l = k + 1; l < years_; ++l) part.covariance[k * years_ + l] += missed[k] * mean[l];
      }
    }
  }

  void together(std::span<const MemberPlace> members, Part& part) const {
    const std::size_t width = scheme_.blocks[members.front().block].values;
    const CohortSums values(scheme_.blocks, members, simd_);
    std::vector<std::pair<std::size_t, CohortAmounts>> totals;
    for (std::size_t k = 0; k < shape_.countings.size(); ++k) {
      CohortAmounts amounts(values, width);
      const Sums sums = walk(shape_.countings[k], chances(members.front()), amounts);
      add(part.moments[k], sums);
      if (!total(shape_.countings[k])) continue;
      const std::size_t year = year_of(shape_.countings[k]);
      part.covariance[year * years_ + year] += sums.square - sums.mean_squared;
      totals.emplace_back(year, std::move(amounts));
    }
    for (const auto& [k, earlier] : totals) {
      for (const auto& [l, later] : totals) {
        if (k >= l) continue;
        part.covariance[k * years_ + l] +=
            earlier.full().times(values, later.mean()) - earlier.mean().times(values, later.mean());
      }
    }
  }

  const SchemePaths& scheme_;
  const Shape& shape_;
  const Measures& measures_;
  std::size_t years_, fewest_;
  Simd simd_;
};

/// Adds a scheme's members, piece by piece in their order, so that no thread moves a bit.
void add_scheme(const SchemePaths& scheme, const std::vector<Shape>& shapes, const Measures& measures, int threads,
                std::size_t fewest, Simd simd, ClosedForm& form) {
  struct Piece {
    std::size_t shape, first, last;
  };
  std::vector<Piece> pieces;
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    const std::size_t cohorts = shapes[s].cohort_begin.size() - 1;
    for (std::size_t first = 0; first < cohorts; first += cohorts_a_piece)
      pieces.push_back({s, first, std::min(cohorts, first + cohorts_a_piece)});
  }
  const std::size_t years = form.covariance.size();
  std::vector<Part> parts(pieces.size());
  for_blocks(pieces.size(), threads, [&](std::size_t p) {
    const CohortLaw law(scheme, shapes[pieces[p].shape], measures, years, fewest, simd);
    parts[p] = law.of(pieces[p].first, pieces[p].last);
  });
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const std::vector<Counting>& countings = shapes[pieces[p].shape].countings;
    for (std::size_t k = 0; k < countings.size(); ++k) {
      form.yearly[countings[k].measure].mean += parts[p].moments[k].mean;
      form.yearly[countings[k].measure].variance += parts[p].moments[k].variance;
    }
    for (std::size_t k = 0; k < years; ++k) {
      for (std::size_t l = k; l < years; ++l) form.covariance[k][l] += parts[p].covariance[k * years + l];
    }
  }
}

}  // namespace

ClosedForm closed_form(const Ensemble& ensemble, const Measures& measures, int threads, std::size_t fewest, Simd simd) {
  const Horizon horizon = measures.horizon();
  const auto years = static_cast<std::size_t>((horizon.end() - 1).year() - horizon.first.year() + 1);
  ClosedForm form{std::vector<Moments>(measures.all().size()),
                  std::vector<std::vector<double>>(years, std::vector<double>(years))};
  for (std::size_t m = 0; m < form.yearly.size(); ++m) {
    if (yearly(measures.all()[m])) form.yearly[m].mean = static_cast<double>(ensemble.of_immortals()[m]);
  }
  bool in_year = true;
  for (std::size_t s = 0; s < ensemble.schemes().size(); ++s) {
    const SchemePaths& scheme = ensemble.schemes()[s];
    in_year = in_year && paid_in_the_year_due(scheme.columns, horizon.first);
    add_scheme(scheme, shapes_of(scheme, ensemble.counted()[s], measures), measures, threads, fewest, simd, form);
  }
  for (std::size_t k = 0; k < years; ++k) {
    for (std::size_t l = 0; l < k; ++l) form.covariance[k][l] = form.covariance[l][k];
  }
  if (!in_year) form.covariance.clear();
  return form;
}

}  // namespace disburse
