#include "engine/replicates/yearly_sums.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace disburse {
namespace {

/// The columns of a block by yearly measure, those of the living first, each in the order of the months due.
class Counted {
 public:
  Counted(const MeasureMap& map, std::size_t scheme, const PathBlock& block, const Measures& measures)
      : begin_(measures.all().size() + 1) {
    const auto each = [&](const auto& visit) {
      for (std::uint32_t j = 0; j < block.width(); ++j) {
        for (const std::uint32_t m : map.counted(scheme, block.columns[j])) {
          if (measures.all()[m].yearly()) visit(m, j);
        }
      }
    };
    each([&](std::uint32_t m, std::uint32_t) { ++begin_[m + 1]; });
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    columns_.resize(begin_.back());
    std::vector<std::uint32_t> next = begin_;
    each([&](std::uint32_t m, std::uint32_t j) { columns_[next[m]++] = j; });
  }
  std::span<const std::uint32_t> of(std::size_t measure) const {
    return std::span(columns_).subspan(begin_[measure], begin_[measure + 1] - begin_[measure]);
  }

 private:
  std::vector<std::uint32_t> begin_, columns_;
};

class RunMaker {
 public:
  RunMaker(const SchemeColumns& columns, const PathBlock& block, YearlySums& into)
      : columns_(columns), block_(block), into_(into) {}

  /// How many runs the columns of a measure make.
  std::uint32_t add(std::span<const std::uint32_t> counted) {
    std::uint32_t runs = 0;
    const auto end = counted.end();
    auto alive = counted.begin();
    const auto lumps = std::partition_point(alive, end, [&](std::uint32_t j) { return j < block_.alive; });
    auto lump = lumps;
    while (alive != lumps || lump != end) {
      const std::uint32_t due = std::min(alive == lumps ? none : due_of(*alive), lump == end ? none : due_of(*lump));
      const std::size_t first = into_.terms.size();
      YearlySums::Run run{1, 0, 0};
      for (; alive != lumps && due_of(*alive) == due; ++run.alive) into_.terms.push_back(term(*alive++));
      for (; lump != end && due_of(*lump) == due; ++run.lump) into_.terms.push_back(term(*lump++));
      into_.due.push_back(due);
      if (runs > 0 && goes_on(run, first)) {
        ++into_.runs.back().months;
        into_.terms.resize(first);
        continue;
      }
      into_.runs.push_back(run);
      ++runs;
    }
    return runs;
  }

 private:
  static constexpr std::uint32_t none = 0xffffffff;

  const Column& column(std::uint32_t j) const { return columns_.at(block_.columns[j]); }
  std::uint32_t due_of(std::uint32_t j) const { return static_cast<std::uint32_t>(column(j).due); }
  YearlySums::Term term(std::uint32_t j) const { return {block_.value_of[j], column(j).share.to_double()}; }
  /// Whether `run`, whose terms begin at `first`, is like the last one.
  bool goes_on(const YearlySums::Run& run, std::size_t first) const {
    const YearlySums::Run& last = into_.runs.back();
    if (last.alive != run.alive || last.lump != run.lump) return false;
    const std::span<const YearlySums::Term> terms(into_.terms);
    const std::size_t count = run.alive + run.lump;
    const auto before = terms.subspan(first - count, count);
    return std::equal(before.begin(), before.end(), terms.begin() + static_cast<std::ptrdiff_t>(first));
  }

  const SchemeColumns& columns_;
  const PathBlock& block_;
  YearlySums& into_;
};

}  // namespace

std::vector<std::uint32_t> YearlySums::months() const {
  std::vector<std::uint32_t> months;
  auto month = due.begin();
  for (const Run& run : runs) {
    for (std::uint32_t j = 0; j < run.months; ++j, ++month) {
      months.push_back(*month);
      if (run.lump > 0) months.push_back(*month + 1);
    }
  }
  std::sort(months.begin(), months.end());
  months.erase(std::unique(months.begin(), months.end()), months.end());
  return months;
}

YearlySums yearly_sums_of(const MeasureMap& map, std::size_t scheme, const PathBlock& block, const Measures& measures) {
  const Counted counted(map, scheme, block, measures);
  YearlySums sums;
  RunMaker maker(map.columns()[scheme], block, sums);
  for (std::uint32_t m = 0; m < measures.all().size(); ++m) {
    const std::span<const std::uint32_t> own = counted.of(m);
    if (own.empty()) continue;
    const Measure& measure = measures.all()[m];
    auto same = std::find_if(sums.all.begin(), sums.all.end(), [&](const YearlySums::YearlySum& other) {
      return std::ranges::equal(counted.of(other.measures.front()), own);
    });
    if (same == sums.all.end()) {
      const auto year = static_cast<std::size_t>(measure.year - measures.horizon().first.year());
      sums.all.push_back({{}, maker.add(own), year, false});
      same = sums.all.end() - 1;
    }
    same->measures.push_back(m);
    same->total = same->total || measure.what == Measure::What::total;
  }
  return sums;
}

}  // namespace disburse
