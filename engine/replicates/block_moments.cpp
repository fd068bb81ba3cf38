#include "engine/replicates/block_moments.hpp"

#include <algorithm>
#include <map>

namespace disburse {
namespace {

constexpr std::size_t lanes = 8;
constexpr double scale = 4294967296.0;  // of a death table: 2^32

/// One number of each of eight members; the compiler splits it where registers are narrower. Memory need not be
/// aligned to it: allocators do not know of that.
using Numbers = double __attribute__((vector_size(lanes * sizeof(double)), aligned(alignof(double))));
struct Lanes {
  Numbers at{};
};

/// Sums by counting, and by pairs of totals.
struct Sums {
  std::vector<Lanes> mean, variance, covariance;
};

/// Chances of death in the months j = 1, 2, ... of a run: c_j that a death leaves the amount as month j has raised it,
/// l_j of dying in month j itself, which pays the lump sum.
struct RunChances {
  double c0 = 0.0, c1 = 0.0, c2 = 0.0;  ///< sums of c_j, j c_j, j^2 c_j
  double l0 = 0.0, l1 = 0.0;            ///< sums of l_j, j l_j
};

/// Some members who die by one table.
struct Work {
  const std::int32_t* lines;  ///< members x width
  std::size_t members, width;
  const std::vector<Counting>& countings;
  const std::vector<RunChances>& chances;  ///< of the runs of all countings, one after another
};

/// A line of eight members, the totals' means and what is missed of their full amounts.
struct Scratch {
  std::vector<Lanes> line, mean, missed;
};

[[gnu::always_inline]] inline void add_terms(const std::vector<Term>& terms, const Scratch& scratch, Lanes& sum) {
  for (const Term& term : terms) sum.at += term.share * scratch.line[term.value].at;
}

/// With s before a run, x the rise of a month and d the lump sum, deaths have s + j x, or d on top of it, hence
///   E v   = sum c_j (s + j x) + l_j d,
///   E v^2 = sum c_j (s + j x)^2 + l_j d (2 (s + j x) + d).
[[gnu::always_inline]] inline void walk(const Counting& counting, const RunChances*& chances, const Scratch& scratch,
                                        Lanes& sum, Lanes& mean, Lanes& square) {
  for (const Run& run : counting.runs) {
    const RunChances& c = *chances++;
    const Numbers s = sum.at;
    Lanes rise;
    add_terms(run.alive, scratch, rise);
    const Numbers x = rise.at;
    mean.at += c.c0 * s + c.c1 * x;
    square.at += s * (c.c0 * s + 2.0 * c.c1 * x) + c.c2 * (x * x);
    sum.at += static_cast<double>(run.due.size()) * x;
    if (run.lump.empty()) continue;
    Lanes lump;
    add_terms(run.lump, scratch, lump);
    const Numbers d = lump.at;
    mean.at += c.l0 * d;
    square.at += d * (2.0 * (c.l0 * s + c.l1 * x) + c.l0 * d);
  }
}

[[gnu::always_inline]] inline void take_line(const Work& work, std::size_t first, Scratch& scratch) {
  const std::size_t count = std::min(lanes, work.members - first);
  if (count < lanes) std::fill(scratch.line.begin(), scratch.line.end(), Lanes{});
  for (std::size_t m = 0; m < count; ++m) {
    const std::int32_t* line = work.lines + (first + m) * work.width;
    for (std::size_t v = 0; v < work.width; ++v) scratch.line[v].at[m] = line[v];
  }
}

[[gnu::always_inline]] inline void add_members(const Work& work, Scratch& scratch, Sums& sums) {
  for (std::size_t first = 0; first < work.members; first += lanes) {
    take_line(work, first, scratch);
    const RunChances* chances = work.chances.data();
    std::size_t total = 0;
    for (std::size_t k = 0; k < work.countings.size(); ++k) {
      Lanes sum, mean, square;
      walk(work.countings[k], chances, scratch, sum, mean, square);
      sums.mean[k].at += mean.at;
      sums.variance[k].at += square.at - mean.at * mean.at;
      if (!work.countings[k].total) continue;
      scratch.mean[total] = mean;
      scratch.missed[total].at = sum.at - mean.at;
      ++total;
    }
    std::size_t pair = 0;
    for (std::size_t k = 0; k < total; ++k) {
      for (std::size_t l = k + 1; l < total; ++l, ++pair) {
        sums.covariance[pair].at += scratch.missed[k].at * scratch.mean[l].at;
      }
    }
  }
}

void add_plain(const Work& work, Scratch& scratch, Sums& sums) { add_members(work, scratch, sums); }
#if defined(__x86_64__)
__attribute__((target("avx2"))) void add_avx2(const Work& work, Scratch& scratch, Sums& sums) {
  add_members(work, scratch, sums);
}
__attribute__((target("avx512f,avx512vl,avx512dq"))) void add_avx512(const Work& work, Scratch& scratch, Sums& sums) {
  add_members(work, scratch, sums);
}
#endif

void add(const Work& work, Scratch& scratch, Sums& sums, Simd simd) {
#if defined(__x86_64__)
  if (simd == Simd::avx512) return add_avx512(work, scratch, sums);
  if (simd == Simd::avx2) return add_avx2(work, scratch, sums);
#endif
  static_cast<void>(simd);
  add_plain(work, scratch, sums);
}

/// Lanes added up, always in this order.
double folded(const Lanes& sum) {
  const Numbers& a = sum.at;
  return ((a[0] + a[1]) + (a[2] + a[3])) + ((a[4] + a[5]) + (a[6] + a[7]));
}

/// Chances of the runs for who dies by `table`. A death after a rise and before the next one leaves the amount between.
void chances_of(const std::vector<Counting>& countings, const DeathTable& table, std::vector<double>& alive,
                std::vector<RunChances>& chances) {
  alive.clear();
  for (const std::uint64_t below : table.below()) alive.push_back(1.0 - static_cast<double>(below) / scale);
  const auto alive_in = [&](int month) { return alive[static_cast<std::size_t>(month)]; };
  chances.clear();
  for (const Counting& counting : countings) {
    const std::size_t begin = chances.size();
    chances.resize(begin + counting.runs.size());
    double later = 0.0;  // alive when the amount next rises
    for (std::size_t r = counting.runs.size(); r-- > 0;) {
      const Run& run = counting.runs[r];
      RunChances& own = chances[begin + r];
      for (std::size_t j = run.due.size(); j-- > 0;) {
        const double now = alive_in(run.due[j]);
        const auto number = static_cast<double>(j + 1);
        if (!run.alive.empty()) {
          const double c = now - later;
          own.c0 += c;
          own.c1 += number * c;
          own.c2 += number * number * c;
          later = now;
        }
        if (!run.lump.empty()) {
          const double l = now - alive_in(run.due[j] + 1);
          own.l0 += l;
          own.l1 += number * l;
        }
      }
    }
  }
}

/// The columns of one measure, as runs.
class CountingMaker {
 public:
  void add(int due, bool lump, const Term& term) {
    auto& [alive, lumps] = terms_[due];
    (lump ? lumps : alive).push_back(term);
  }
  std::vector<Run> runs() const {
    std::vector<Run> runs;
    for (const auto& [due, terms] : terms_) {
      if (runs.empty() || runs.back().alive != terms.first || runs.back().lump != terms.second)
        runs.push_back({{}, terms.first, terms.second});
      runs.back().due.push_back(due);
    }
    return runs;
  }
  bool operator==(const CountingMaker&) const = default;

 private:
  std::map<int, std::pair<std::vector<Term>, std::vector<Term>>> terms_;  // by month due: alive, lump sums
};

}  // namespace

std::vector<Counting> countings_of(const Frame& frame, std::size_t scheme, const PathBlock& block,
                                   const Measures& measures) {
  std::map<std::uint32_t, CountingMaker> found;  // by measure
  for (std::size_t j = 0; j < block.width(); ++j) {
    const Column& column = frame.columns()[scheme].at(block.columns[j]);
    for (const std::uint32_t m : frame.counted(scheme, block.columns[j])) {
      if (measures.all()[m].yearly())
        found[m].add(column.due, j >= block.alive, {block.value_of[j], column.share.to_double()});
    }
  }
  std::vector<Counting> countings;  // those that count alike once
  std::vector<const CountingMaker*> made;
  for (const auto& [m, maker] : found) {
    const Measure& measure = measures.all()[m];
    const auto same =
        std::find_if(made.begin(), made.end(), [&own = maker](const auto* other) { return *other == own; });
    const auto number = static_cast<std::size_t>(same - made.begin());
    if (number == made.size()) {
      made.push_back(&maker);
      countings.push_back({{}, measure.year - measures.horizon().first.year(), false, maker.runs()});
    }
    Counting& counting = countings[number];
    counting.measures.push_back(m);
    counting.total = counting.total || measure.what == Measure::What::total;
  }
  return countings;
}

BlockMoments moments_of(const SchemePaths& scheme, const PathBlock& block, const std::vector<Counting>& countings,
                        std::size_t years, Simd simd) {
  std::vector<std::size_t> totals;  // years of the totals, in order
  for (const Counting& counting : countings) {
    if (counting.total) totals.push_back(static_cast<std::size_t>(counting.year));
  }
  const std::size_t n = totals.size();
  Scratch scratch{std::vector<Lanes>(block.values), std::vector<Lanes>(n), std::vector<Lanes>(n)};
  Sums sums{std::vector<Lanes>(countings.size()), std::vector<Lanes>(countings.size()),
            std::vector<Lanes>(n == 0 ? 0 : n * (n - 1) / 2)};
  std::vector<double> alive;
  std::vector<RunChances> chances;
  for (std::size_t begin = 0; begin < block.size();) {
    std::size_t end = begin;
    while (end < block.size() && block.tables[end] == block.tables[begin]) ++end;
    chances_of(countings, scheme.tables[block.tables[begin]], alive, chances);
    add({block.lines.data() + begin * block.values, end - begin, block.values, countings, chances}, scratch, sums,
        simd);
    begin = end;
  }
  BlockMoments moments{{}, {}, std::vector<double>(years * years)};
  for (std::size_t k = 0; k < countings.size(); ++k) {
    moments.mean.push_back(folded(sums.mean[k]));
    moments.variance.push_back(folded(sums.variance[k]));
    const auto year = static_cast<std::size_t>(countings[k].year);
    if (countings[k].total) moments.covariance[year * (years + 1)] += moments.variance.back();
  }
  std::size_t pair = 0;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t l = k + 1; l < n; ++l, ++pair)
      moments.covariance[totals[k] * years + totals[l]] = folded(sums.covariance[pair]);
  }
  return moments;
}

}  // namespace disburse
