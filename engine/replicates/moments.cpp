#include "engine/replicates/moments.hpp"

#include <algorithm>
#include <map>

#include "engine/parallel.hpp"

namespace disburse {
namespace {

constexpr double scale = 4294967296.0;  // of a death table: 2^32

bool yearly(const Measure& measure) {
  return measure.what != Measure::What::line_month && measure.what != Measure::What::total_month;
}

/// The columns of a row that count to one yearly measure.
struct Counting {
  std::uint32_t measure;
  std::vector<std::uint32_t> alive;  // in order of the month due
  std::vector<std::uint32_t> lumps;
};

std::vector<Counting> countings(const SchemePaths& scheme, const std::vector<std::vector<std::uint32_t>>& counted,
                                const Measures& measures) {
  std::map<std::uint32_t, Counting> found;
  const std::size_t alive = scheme.columns.alive().size();
  for (std::size_t j = 0; j < counted.size(); ++j) {
    for (const std::uint32_t m : counted[j]) {
      if (!yearly(measures.all()[m])) continue;
      Counting& counting = found.try_emplace(m, Counting{m, {}, {}}).first->second;
      (j < alive ? counting.alive : counting.lumps).push_back(static_cast<std::uint32_t>(j));
    }
  }
  std::vector<Counting> result;
  for (auto& [m, counting] : found) result.push_back(std::move(counting));
  return result;
}

/// One member's view of its amounts: values of columns after take-up, chances from its death table.
class MemberLaw {
 public:
  MemberLaw(const SchemePaths& scheme, const PathBlock& block, std::size_t member)
      : columns_(scheme.columns),
        row_(block.rows.data() + member * scheme.columns.width()),
        below_(scheme.tables[block.tables[member]].below) {}

  const Column& column(std::uint32_t j) const {
    const std::size_t alive = columns_.alive().size();
    return j < alive ? columns_.alive()[j] : columns_.lumps()[j - alive];
  }
  double value(std::uint32_t j) const {
    const Rate& share = column(j).share;
    const auto fen = static_cast<double>(row_[j]);
    return share == Rate(1, 1) ? fen : fen * static_cast<double>(share.numerator()) / static_cast<double>(share.denominator());
  }
  /// Of being alive on the first day of a month.
  double alive(int month) const { return 1.0 - static_cast<double>(below_[static_cast<std::size_t>(month)]) / scale; }
  double dies_in(int month) const { return alive(month) - alive(month + 1); }

  /// The amount of one measure: mean, mean square and what it is when the member lives on.
  struct Result {
    double mean = 0.0, square = 0.0, full = 0.0;
  };
  Result result(const Counting& counting) const {
    Result result;
    double sum = 0.0;
    std::size_t next = 0;
    for (std::size_t a = 0; a < counting.alive.size();) {
      const int due = column(counting.alive[a]).due;
      add_lumps(counting, next, due, sum, result);  // of deaths before anything more falls due
      for (; a < counting.alive.size() && column(counting.alive[a]).due == due; ++a) sum += value(counting.alive[a]);
      // Deaths from here until the next month due, or never: the sum stands.
      const double until = a < counting.alive.size() ? alive(column(counting.alive[a]).due) : 0.0;
      const double chance = alive(due) - until;
      result.mean += chance * sum;
      result.square += chance * sum * sum;
    }
    add_lumps(counting, next, static_cast<int>(below_.size()), sum, result);
    result.full = sum;
    return result;
  }

 private:
  /// Lump sums of deaths before `due`, on top of the sum that stands then: (s + d)^2 = s^2 + 2 s d + d^2.
  void add_lumps(const Counting& counting, std::size_t& next, int due, double sum, Result& result) const {
    while (next < counting.lumps.size() && column(counting.lumps[next]).due < due) {
      const int month = column(counting.lumps[next]).due;
      double lump = 0.0;
      for (; next < counting.lumps.size() && column(counting.lumps[next]).due == month; ++next) {
        lump += value(counting.lumps[next]);
      }
      const double chance = dies_in(month);
      result.mean += chance * lump;
      result.square += chance * (2.0 * sum * lump + lump * lump);
    }
  }

  const SchemeColumns& columns_;
  const std::int32_t* row_;
  const std::vector<std::uint64_t>& below_;
};

/// Calls `visit(block index, law)` for every member of a scheme, blocks in parallel.
template <class Visit>
void each_member(const SchemePaths& scheme, int threads, Visit visit) {
  for_blocks(scheme.blocks.size(), threads, [&](std::size_t b) {
    for (std::size_t i = 0; i < scheme.blocks[b].size(); ++i) visit(b, MemberLaw(scheme, scheme.blocks[b], i));
  });
}

bool paid_in_the_year_due(const SchemeColumns& columns, Month first) {
  const auto in_year = [&](const Column& column) { return (first + column.due).year() == column.paid.year(); };
  return std::all_of(columns.alive().begin(), columns.alive().end(), in_year) &&
         std::all_of(columns.lumps().begin(), columns.lumps().end(), in_year);
}

}  // namespace

std::vector<Moments> yearly_moments(const Ensemble& ensemble, const Measures& measures, int threads) {
  std::vector<Moments> moments(measures.all().size());
  for (std::size_t m = 0; m < moments.size(); ++m) {
    if (yearly(measures.all()[m])) moments[m].mean = static_cast<double>(ensemble.of_immortals()[m]);
  }
  for (std::size_t s = 0; s < ensemble.schemes().size(); ++s) {
    const SchemePaths& scheme = ensemble.schemes()[s];
    const std::vector<Counting> counted = countings(scheme, ensemble.counted()[s], measures);
    // By block and measure, added up in the order of the blocks, so that no thread moves a bit.
    std::vector<std::vector<Moments>> parts(scheme.blocks.size(), std::vector<Moments>(counted.size()));
    each_member(scheme, threads, [&](std::size_t b, const MemberLaw& law) {
      for (std::size_t k = 0; k < counted.size(); ++k) {
        const MemberLaw::Result result = law.result(counted[k]);
        parts[b][k].mean += result.mean;
        parts[b][k].variance += result.square - result.mean * result.mean;
      }
    });
    for (const std::vector<Moments>& part : parts) {
      for (std::size_t k = 0; k < counted.size(); ++k) {
        moments[counted[k].measure].mean += part[k].mean;
        moments[counted[k].measure].variance += part[k].variance;
      }
    }
  }
  return moments;
}

std::vector<std::vector<double>> total_covariance(const Ensemble& ensemble, const Measures& measures, int threads) {
  const int first = measures.horizon().first.year();
  const auto years = static_cast<std::size_t>((measures.horizon().end() - 1).year() - first + 1);
  std::vector<std::vector<double>> covariance(years, std::vector<double>(years));
  for (std::size_t s = 0; s < ensemble.schemes().size(); ++s) {
    const SchemePaths& scheme = ensemble.schemes()[s];
    if (!paid_in_the_year_due(scheme.columns, measures.horizon().first)) return {};
    std::vector<Counting> counted;
    for (Counting& counting : countings(scheme, ensemble.counted()[s], measures)) {
      if (measures.all()[counting.measure].what == Measure::What::total) counted.push_back(std::move(counting));
    }
    std::vector<std::vector<double>> parts(scheme.blocks.size(), std::vector<double>(years * years));
    each_member(scheme, threads, [&](std::size_t b, const MemberLaw& law) {
      std::vector<MemberLaw::Result> results(years);
      for (const Counting& counting : counted) {
        results[static_cast<std::size_t>(measures.all()[counting.measure].year - first)] = law.result(counting);
      }
      for (std::size_t k = 0; k < years; ++k) {
        parts[b][k * years + k] += results[k].square - results[k].mean * results[k].mean;
        for (std::size_t l = k + 1; l < years; ++l) {
          parts[b][k * years + l] += (results[k].full - results[k].mean) * results[l].mean;
        }
      }
    });
    for (const std::vector<double>& part : parts) {
      for (std::size_t k = 0; k < years; ++k) {
        for (std::size_t l = k; l < years; ++l) covariance[k][l] += part[k * years + l];
      }
    }
  }
  for (std::size_t k = 0; k < years; ++k) {
    for (std::size_t l = 0; l < k; ++l) covariance[k][l] = covariance[l][k];
  }
  return covariance;
}

}  // namespace disburse
