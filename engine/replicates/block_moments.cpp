#include "engine/replicates/block_moments.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "engine/replicates/lanes.hpp"

namespace disburse {
namespace {

constexpr double scale = 4294967296.0;  // of a death table: 2^32

/// Members side by side who die by the same table and are paid the same.
struct ModelPoint {
  std::uint32_t first = 0;
  double count = 0.0;
};

/// A block's members, model points, and what of them is summed.
struct Work {
  const std::vector<DeathTable>& tables;
  const PathBlock& block;
  const YearlySums& yearly;
  std::vector<ModelPoint> points;
  std::vector<std::uint32_t> months = yearly.months();
};

/// Chances of eight members in the months j = 1, 2, ... of a run: a_j to be alive on the first day of month j, l_j to
/// die in it.
struct RunChances {
  Lanes a0, a1;  ///< sums of a_j and (2 j - 1) a_j
  Lanes l0, l1;  ///< sums of l_j and j l_j
};

/// An amount v of eight members: in full, its mean, the mean of its square.
struct alignas(sizeof(Numbers)) Amount {
  Numbers full{}, mean{}, square{};
};

/// Eight members at a time.
struct Scratch {
  explicit Scratch(const Work& work);

  std::vector<std::int32_t> nobody;               ///< a line
  std::vector<Lanes> line;                        ///< value by value
  Lanes count;                                    ///< of those alike
  std::vector<double> alone;                      ///< by month: the chance to be alive on its first day, of one table
  std::vector<Lanes> alive;                       ///< the same of the eight
  std::array<const DeathTable*, lanes> tables{};  ///< whose chances these are
  std::vector<RunChances> chances;                ///< of the runs of more than a month
  std::vector<Amount> amounts;                    ///< by yearly sum
  std::vector<Lanes> mean, lost;  ///< of the totals: their means, and what these miss of the full amounts
};

Scratch::Scratch(const Work& work)
    : nobody(work.block.values),
      line(work.block.values),
      alone(work.months.empty() ? 0 : work.months.back() + 1),
      alive(alone.size()),
      chances(work.yearly.runs.size()),
      amounts(work.yearly.all.size()),
      mean(amounts.size()),
      lost(amounts.size()) {}

/// By yearly sum, and by pairs of totals.
struct Sums {
  std::vector<Lanes> mean, variance, covariance;
};

bool same_line(const std::int32_t* a, const std::int32_t* b, std::size_t values) {
  for (std::size_t v = 0; v < values; v += PathBlock::step) {
    if (std::memcmp(a + v, b + v, PathBlock::step * sizeof *a) != 0) return false;
  }
  return true;
}

std::vector<ModelPoint> model_points_in(const PathBlock& block) {
  std::vector<ModelPoint> points;
  const std::int32_t* line = block.lines.data();
  for (std::uint32_t i = 0; i < block.size(); ++i, line += block.values) {
    const bool as_before =
        i > 0 && block.tables[i] == block.tables[i - 1] && same_line(line, line - block.values, block.values);
    if (!as_before) points.push_back({i});
    points.back().count += 1.0;
  }
  return points;
}

/// The lines and counts of up to eight members, each for its model point; zeros for members who are not there.
[[gnu::always_inline]] inline void take_lines(const PathBlock& block, std::span<const ModelPoint> some,
                                              Scratch& scratch) {
  static_assert(PathBlock::step == lanes);
  std::array<const std::int32_t*, lanes> lines;
  lines.fill(scratch.nobody.data());
  scratch.count = {};
  for (std::size_t m = 0; m < some.size(); ++m) {
    lines[m] = block.lines.data() + some[m].first * block.values;
    scratch.count.at[m] = some[m].count;
  }
  for (std::size_t v = 0; v < block.values; v += lanes) {
    Numbers square[lanes];
    for (std::size_t m = 0; m < lanes; ++m) {
      Fen fen;
      std::memcpy(&fen, lines[m] + v, sizeof fen);
      square[m] = __builtin_convertvector(fen, Numbers);
    }
    transpose(square);
    for (std::size_t i = 0; i < lanes; ++i) scratch.line[v + i].at = square[i];
  }
}

/// The chances of a table go into the lanes [begin, end). False when they are there.
[[gnu::always_inline]] inline bool take_table(const DeathTable& table, std::size_t begin, std::size_t end,
                                              const std::vector<std::uint32_t>& months, Scratch& scratch) {
  Flags own{};
  bool there = true;
  for (std::size_t m = begin; m < end; ++m) {
    own[m] = -1;
    there = there && scratch.tables[m] == &table;
    scratch.tables[m] = &table;
  }
  if (there) return false;
  const std::uint64_t* below = table.below().data();
  double* alive = scratch.alone.data();
  for (std::size_t m = 0; m < scratch.alone.size(); ++m)
    alive[m] = 1.0 - static_cast<double>(static_cast<std::int64_t>(below[m])) / scale;
  for (const std::uint32_t month : months) {
    Numbers& all = scratch.alive[month].at;
    all = own ? alive[month] - Numbers{} : all;
  }
  return true;
}

[[gnu::always_inline]] inline void sum_chances(const YearlySums& yearly, Scratch& scratch) {
  const std::uint32_t* due = yearly.due.data();
  RunChances* chances = scratch.chances.data();
  for (const YearlySums::Run& run : yearly.runs) {
    if (run.months == 1) {
      ++due;
      continue;
    }
    Numbers a0{}, a1{}, l0{}, l1{};
    double j = 1.0;
    for (const std::uint32_t* end = due + run.months; due != end; ++due, j += 1.0) {
      const Numbers a = scratch.alive[*due].at;
      a0 += a;
      a1 += (2.0 * j - 1.0) * a;
      if (run.lump == 0) continue;
      const Numbers l = a - scratch.alive[*due + 1].at;
      l0 += l;
      l1 += j * l;
    }
    *chances++ = {{a0}, {a1}, {l0}, {l1}};
  }
}

[[gnu::always_inline]] inline void take_chances(const Work& work, std::span<const ModelPoint> some, Scratch& scratch) {
  const auto table = [&](std::size_t m) { return work.block.tables[some[m].first]; };
  bool others = false;
  for (std::size_t begin = 0; begin < some.size();) {
    std::size_t end = begin + 1;
    while (end < some.size() && table(end) == table(begin)) ++end;
    others |= take_table(work.tables[table(begin)], begin, end, work.months, scratch);
    begin = end;
  }
  if (others) sum_chances(work.yearly, scratch);
}

/// Where a walk stands in the yearly sums.
struct Cursor {
  const YearlySums::Run* run;
  const YearlySums::Term* term;
  const std::uint32_t* due;
  const RunChances* chances;
};

[[gnu::always_inline]] inline Lanes sum_of(const YearlySums::Term*& term, std::uint32_t count, const Lanes* line) {
  Lanes sum;
  for (const YearlySums::Term* end = term + count; term != end; ++term) sum.at += term->share * line[term->value].at;
  return sum;
}

/// With s before a run, x the rise of a month and d the lump sum: who is alive in its month j adds x to v and
/// (s + j x)^2 - (s + (j - 1) x)^2 to v^2; who dies in it adds d on top of s + j x. Hence
///   E v   += sum a_j x + l_j d,
///   E v^2 += sum a_j x (2 s + (2 j - 1) x) + l_j d (2 (s + j x) + d).
[[gnu::always_inline]] inline void add_run(const YearlySums::Run& run, double months, const RunChances& chances,
                                           const YearlySums::Term*& term, const Lanes* line, Amount& v) {
  const Numbers s = v.full;
  const Numbers x = sum_of(term, run.alive, line).at;
  v.mean += chances.a0.at * x;
  v.square += x * (2.0 * chances.a0.at * s + chances.a1.at * x);
  v.full += months * x;
  if (run.lump == 0) return;
  const Numbers d = sum_of(term, run.lump, line).at;
  v.mean += chances.l0.at * d;
  v.square += d * (2.0 * (chances.l0.at * s + chances.l1.at * x) + chances.l0.at * d);
}

[[gnu::always_inline]] inline void walk(Cursor& at, const Scratch& scratch, Amount& v) {
  const YearlySums::Run& run = *at.run++;
  if (run.months > 1) {
    add_run(run, run.months, *at.chances++, at.term, scratch.line.data(), v);
  } else {
    const Lanes* alive = scratch.alive.data() + *at.due;
    const Lanes l{run.lump > 0 ? alive[0].at - alive[1].at : Numbers{}};
    add_run(run, 1.0, {alive[0], alive[0], l, l}, at.term, scratch.line.data(), v);
  }
  at.due += run.months;
}

[[gnu::always_inline]] inline void take_amounts(const YearlySums& yearly, Scratch& scratch) {
  Cursor at{yearly.runs.data(), yearly.terms.data(), yearly.due.data(), scratch.chances.data()};
  Amount* into = scratch.amounts.data();
  for (const YearlySums::YearlySum& one : yearly.all) {
    Amount v;
    for (const YearlySums::Run* end = at.run + one.runs; at.run != end;) walk(at, scratch, v);
    *into++ = v;
  }
}

[[gnu::always_inline]] inline void add_amounts(const YearlySums& yearly, Scratch& scratch, Sums& sums) {
  std::size_t totals = 0;
  for (std::size_t k = 0; k < yearly.all.size(); ++k) {
    const Amount& v = scratch.amounts[k];
    sums.mean[k].at += scratch.count.at * v.mean;
    sums.variance[k].at += scratch.count.at * (v.square - v.mean * v.mean);
    if (!yearly.all[k].total) continue;
    scratch.lost[totals].at = scratch.count.at * (v.full - v.mean);
    scratch.mean[totals++].at = v.mean;
  }
  Lanes* sum = sums.covariance.data();
  const Lanes* end = scratch.mean.data() + totals;
  for (std::size_t k = 0; k < totals; ++k) {
    const Numbers lost = scratch.lost[k].at;
#pragma GCC unroll 4
    for (const Lanes* mean = scratch.mean.data() + k + 1; mean != end; ++mean) sum++->at += lost * mean->at;
  }
}

[[gnu::always_inline]] inline void add_members(const Work& work, Scratch& scratch, Sums& sums) {
  for (std::span<const ModelPoint> rest = work.points; !rest.empty();) {
    const std::span<const ModelPoint> some = rest.first(std::min(lanes, rest.size()));
    rest = rest.subspan(some.size());
    take_lines(work.block, some, scratch);
    take_chances(work, some, scratch);
    take_amounts(work.yearly, scratch);
    add_amounts(work.yearly, scratch, sums);
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

}  // namespace

BlockMoments moments_of(const SchemePaths& scheme, const PathBlock& block, const YearlySums& yearly, std::size_t years,
                        Simd simd) {
  std::vector<std::size_t> totals;  // years of the totals, in order
  for (const YearlySums::YearlySum& one : yearly.all) {
    if (one.total) totals.push_back(one.year);
  }
  const std::size_t n = totals.size();
  const Work work{scheme.tables, block, yearly, model_points_in(block)};
  Scratch scratch(work);
  Sums sums{std::vector<Lanes>(yearly.all.size()), std::vector<Lanes>(yearly.all.size()),
            std::vector<Lanes>(n == 0 ? 0 : n * (n - 1) / 2)};
  add(work, scratch, sums, simd);
  BlockMoments moments{{}, {}, std::vector<double>(years * years)};
  for (std::size_t k = 0; k < yearly.all.size(); ++k) {
    moments.mean.push_back(folded(sums.mean[k]));
    moments.variance.push_back(folded(sums.variance[k]));
    const std::size_t year = yearly.all[k].year;
    if (yearly.all[k].total) moments.covariance[year * (years + 1)] += moments.variance.back();
  }
  std::size_t pair = 0;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t l = k + 1; l < n; ++l, ++pair)
      moments.covariance[totals[k] * years + totals[l]] = folded(sums.covariance[pair]);
  }
  return moments;
}

}  // namespace disburse
