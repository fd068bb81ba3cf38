#include "engine/replicates/cohort_law.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace disburse {
namespace {

constexpr double scale = 4294967296.0;  // of a death table: 2^32

/// Chances of one table.
class Chances {
 public:
  explicit Chances(const DeathTable& table) : below_(table.below()) {}
  /// Of being alive on the first day of a month.
  double alive(int month) const { return 1.0 - static_cast<double>(below_[static_cast<std::size_t>(month)]) / scale; }
  double dies_in(int month) const { return alive(month) - alive(month + 1); }

 private:
  const std::vector<std::uint64_t>& below_;
};

/// What a counting's amount is made of, for all who die by one table.
struct Law {
  std::vector<double> full;      ///< by value: if nobody dies
  std::vector<double> mean;      ///< by value: w
  std::vector<double> variance;  ///< by pair of values a <= b: Q, off the diagonal twice
};

std::size_t pairs_of(std::size_t values) { return values * (values + 1) / 2; }

/// Walks through the months of death of one counting.
class Walk {
 public:
  Walk(const Counting& counting, const Chances& chances) : counting_(counting), chances_(chances) {
    const std::size_t n = counting.values.size();
    law_.full.resize(n);
    law_.mean.resize(n);
    law_.variance.resize(pairs_of(n));
  }

  Law law() {
    const std::vector<Term>& alive = counting_.alive;
    for (std::size_t a = 0; a < alive.size();) {
      const int month = alive[a].due;
      add_lumps(month);  // deaths before anything more falls due
      const double now = chances_.alive(month);
      for (; a < alive.size() && alive[a].due == month; ++a) {
        law_.full[alive[a].value] += alive[a].share;
        law_.mean[alive[a].value] += alive[a].share * now;
      }
      // Deaths from here until the next month due, or never: the amount stands.
      add_squares(now - (a < alive.size() ? chances_.alive(alive[a].due) : 0.0));
    }
    add_lumps(std::numeric_limits<int>::max());
    take_squared_mean();
    return std::move(law_);
  }

 private:
  /// Deaths that pay lump sums on top, before month `until`: (c + d)(c + d)' instead of cc'.
  void add_lumps(int until) {
    const std::vector<Term>& lumps = counting_.lumps;
    while (next_ < lumps.size() && lumps[next_].due < until) {
      const int month = lumps[next_].due;
      const double chance = chances_.dies_in(month);
      add_squares(-chance);
      const std::vector<double> before = law_.full;
      for (; next_ < lumps.size() && lumps[next_].due == month; ++next_) {
        law_.full[lumps[next_].value] += lumps[next_].share;
        law_.mean[lumps[next_].value] += lumps[next_].share * chance;
      }
      add_squares(chance);
      law_.full = before;
    }
  }

  void add_squares(double chance) {
    const std::vector<double>& c = law_.full;
    std::size_t pair = 0;
    for (std::size_t a = 0; a < c.size(); ++a) {
      for (std::size_t b = a; b < c.size(); ++b, ++pair) law_.variance[pair] += chance * c[a] * c[b];
    }
  }

  void take_squared_mean() {
    const std::vector<double>& w = law_.mean;
    std::size_t pair = 0;
    for (std::size_t a = 0; a < w.size(); ++a) {
      for (std::size_t b = a; b < w.size(); ++b, ++pair)
        law_.variance[pair] = (a == b ? 1.0 : 2.0) * (law_.variance[pair] - w[a] * w[b]);
    }
  }

  const Counting& counting_;
  const Chances& chances_;
  Law law_;
  std::size_t next_ = 0;  // of the lump sums
};

/// The pairs of values that the countings need, and where each counting finds its own.
struct Pairs {
  std::vector<ValuePair> all;
  std::vector<std::vector<std::uint32_t>> of_counting;

  explicit Pairs(const std::vector<Counting>& countings) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
    for (const Counting& counting : countings) {
      std::vector<std::uint32_t>& own = of_counting.emplace_back();
      const std::vector<std::uint32_t>& values = counting.values;
      for (std::size_t a = 0; a < values.size(); ++a) {
        for (std::size_t b = a; b < values.size(); ++b) {
          const auto [at, fresh] =
              known.try_emplace(std::minmax(values[a], values[b]), static_cast<std::uint32_t>(all.size()));
          if (fresh) all.push_back({at->first.first, at->first.second});
          own.push_back(at->second);
        }
      }
    }
  }
};

/// Moments of one block, cohort by cohort.
class BlockLaw {
 public:
  BlockLaw(const SchemePaths& scheme, const PathBlock& block, const std::vector<Counting>& countings, std::size_t years,
           Simd simd)
      : scheme_(scheme),
        block_(block),
        countings_(countings),
        years_(years),
        simd_(simd),
        pairs_(countings),
        totals_(total_countings(countings)),
        sums_(block.values, pairs_.all, totals_.size()) {
    result_.mean.resize(countings.size());
    result_.variance.resize(countings.size());
    result_.covariance.resize(years * years);
  }

  BlockMoments moments() {
    for (std::size_t begin = 0; begin < block_.size();) {
      std::size_t end = begin;
      while (end < block_.size() && block_.tables[end] == block_.tables[begin]) ++end;
      add(begin, end);
      begin = end;
    }
    return std::move(result_);
  }

 private:
  static std::vector<std::size_t> total_countings(const std::vector<Counting>& countings) {
    std::vector<std::size_t> totals;
    for (std::size_t k = 0; k < countings.size(); ++k) {
      if (countings[k].total) totals.push_back(k);
    }
    return totals;  // by year, as the countings are
  }

  /// Members [begin, end), who die by one table.
  void add(std::size_t begin, std::size_t end) {
    const Chances chances(scheme_.tables[block_.tables[begin]]);
    std::vector<Law> laws;
    for (const Counting& counting : countings_) laws.push_back(Walk(counting, chances).law());
    std::vector<std::vector<double>> missed;  // of the totals: the full amount less the mean
    std::vector<Combination> left, right;
    for (const std::size_t k : totals_) {
      std::vector<double>& own = missed.emplace_back(laws[k].full);
      for (std::size_t a = 0; a < own.size(); ++a) own[a] -= laws[k].mean[a];
    }
    for (std::size_t t = 0; t < totals_.size(); ++t) {
      left.push_back({countings_[totals_[t]].values, missed[t]});
      right.push_back({countings_[totals_[t]].values, laws[totals_[t]].mean});
    }
    sums_.measure(block_, begin, end, left, right, simd_);
    for (std::size_t k = 0; k < countings_.size(); ++k) add(k, laws[k]);
    for (std::size_t k = 0; k < totals_.size(); ++k) {
      for (std::size_t l = k + 1; l < totals_.size(); ++l)
        result_.covariance[year(totals_[k]) * years_ + year(totals_[l])] += sums_.cross(k, l);
    }
  }

  void add(std::size_t k, const Law& law) {
    const Counting& counting = countings_[k];
    double mean = 0.0;
    double variance = 0.0;
    for (std::size_t a = 0; a < law.mean.size(); ++a) mean += law.mean[a] * sums_.sum(counting.values[a]);
    for (std::size_t p = 0; p < law.variance.size(); ++p)
      variance += law.variance[p] * sums_.product(pairs_.of_counting[k][p]);
    result_.mean[k] += mean;
    result_.variance[k] += variance;
    if (counting.total) result_.covariance[year(k) * (years_ + 1)] += variance;
  }

  std::size_t year(std::size_t counting) const { return static_cast<std::size_t>(countings_[counting].year); }

  const SchemePaths& scheme_;
  const PathBlock& block_;
  const std::vector<Counting>& countings_;
  std::size_t years_;
  Simd simd_;
  Pairs pairs_;
  std::vector<std::size_t> totals_;
  CohortSums sums_;
  BlockMoments result_;
};

}  // namespace

std::vector<Counting> countings_of(const Frame& frame, std::size_t scheme, const PathBlock& block,
                                   const Measures& measures) {
  std::map<std::uint32_t, Counting> found;  // by measure
  for (std::size_t j = 0; j < block.width(); ++j) {
    const Column& column = frame.columns()[scheme].at(block.columns[j]);
    const double share =
        static_cast<double>(column.share.numerator()) / static_cast<double>(column.share.denominator());
    for (const std::uint32_t m : frame.counted(scheme, block.columns[j])) {
      const Measure& measure = measures.all()[m];
      if (!measure.yearly()) continue;
      Counting& counting = found[m];
      counting.measures = {m};
      counting.year = measure.year - measures.horizon().first.year();
      counting.total = measure.what == Measure::What::total;
      const std::uint32_t value = block.value_of[j];
      const auto at = std::find(counting.values.begin(), counting.values.end(), value);
      const auto index = static_cast<std::uint32_t>(at - counting.values.begin());
      if (at == counting.values.end()) counting.values.push_back(value);
      (j < block.alive ? counting.alive : counting.lumps).push_back({column.due, index, share});
    }
  }
  std::vector<Counting> countings;  // those that count alike once
  for (auto& [m, counting] : found) {
    const auto same = std::find_if(countings.begin(), countings.end(), [&own = counting](const Counting& other) {
      return other.year == own.year && other.values == own.values && other.alive == own.alive &&
             other.lumps == own.lumps;
    });
    if (same == countings.end()) {
      countings.push_back(std::move(counting));
    } else {
      same->measures.push_back(m);
      same->total = same->total || counting.total;
    }
  }
  return countings;
}

BlockMoments moments_of(const SchemePaths& scheme, const PathBlock& block, const std::vector<Counting>& countings,
                        std::size_t years, Simd simd) {
  return BlockLaw(scheme, block, countings, years, simd).moments();
}

}  // namespace disburse
