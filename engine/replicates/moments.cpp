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

/// The columns of a block's rows that count to one yearly measure.
struct Counting {
  std::uint32_t measure;
  std::vector<std::uint32_t> alive;  // in order of the month due
  std::vector<std::uint32_t> lumps;
};

std::vector<Counting> countings(const PathBlock& block, const std::vector<std::vector<std::uint32_t>>& counted,
                                const Measures& measures, bool totals_only) {
  std::map<std::uint32_t, Counting> found;
  for (std::size_t j = 0; j < block.width(); ++j) {
    for (const std::uint32_t m : counted[block.columns[j]]) {
      const Measure& measure = measures.all()[m];
      if (!yearly(measure) || (totals_only && measure.what != Measure::What::total)) continue;
      Counting& counting = found.try_emplace(m, Counting{m, {}, {}}).first->second;
      (j < block.alive ? counting.alive : counting.lumps).push_back(static_cast<std::uint32_t>(j));
    }
  }
  std::vector<Counting> result;
  for (auto& [m, counting] : found) result.push_back(std::move(counting));
  return result;
}

/// What one column of a block is, as the closed form needs it.
struct Term {
  int due;
  double share;
};

std::vector<Term> terms_of(const SchemeColumns& columns, const PathBlock& block) {
  std::vector<Term> terms;
  for (const std::uint32_t place : block.columns) {
    const std::size_t alive = columns.alive().size();
    const Column& column = place < alive ? columns.alive()[place] : columns.lumps()[place - alive];
    terms.push_back(
        {column.due, static_cast<double>(column.share.numerator()) / static_cast<double>(column.share.denominator())});
  }
  return terms;
}

/// One member's view of its amounts: values of columns after take-up, chances from its death table.
class MemberLaw {
 public:
  MemberLaw(const SchemePaths& scheme, const PathBlock& block, const std::vector<Term>& terms, std::size_t member)
      : terms_(terms), block_(block), member_(member), below_(scheme.tables[block.tables[member]].below()) {}

  int due(std::uint32_t j) const { return terms_[j].due; }
  double value(std::uint32_t j) const { return static_cast<double>(block_.amount(member_, j)) * terms_[j].share; }
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
      const int month = due(counting.alive[a]);
      add_lumps(counting, next, month, sum, result);  // of deaths before anything more falls due
      for (; a < counting.alive.size() && due(counting.alive[a]) == month; ++a) sum += value(counting.alive[a]);
      // Deaths from here until the next month due, or never: the sum stands.
      const double until = a < counting.alive.size() ? alive(due(counting.alive[a])) : 0.0;
      const double chance = alive(month) - until;
      result.mean += chance * sum;
      result.square += chance * sum * sum;
    }
    add_lumps(counting, next, static_cast<int>(below_.size()), sum, result);
    result.full = sum;
    return result;
  }

 private:
  /// Lump sums of deaths before `until`, on top of the sum that stands then: (s + d)^2 = s^2 + 2 s d + d^2.
  void add_lumps(const Counting& counting, std::size_t& next, int until, double sum, Result& result) const {
    while (next < counting.lumps.size() && due(counting.lumps[next]) < until) {
      const int month = due(counting.lumps[next]);
      double lump = 0.0;
      for (; next < counting.lumps.size() && due(counting.lumps[next]) == month; ++next) {
        lump += value(counting.lumps[next]);
      }
      const double chance = dies_in(month);
      result.mean += chance * lump;
      result.square += chance * (2.0 * sum * lump + lump * lump);
    }
  }

  const std::vector<Term>& terms_;
  const PathBlock& block_;
  std::size_t member_;
  const std::vector<std::uint64_t>& below_;
};

bool paid_in_the_year_due(const SchemeColumns& columns, Month first) {
  const auto in_year = [&](const Column& column) { return (first + column.due).year() == column.paid.year(); };
  return std::all_of(columns.alive().begin(), columns.alive().end(), in_year) &&
         std::all_of(columns.lumps().begin(), columns.lumps().end(), in_year);
}

/// One member's part of the upper triangle.
void add_covariance(std::vector<double>& part, const std::vector<MemberLaw::Result>& results) {
  const std::size_t years = results.size();
  for (std::size_t k = 0; k < years; ++k) {
    part[k * years + k] += results[k].square - results[k].mean * results[k].mean;
    for (std::size_t l = k + 1; l < years; ++l) {
      part[k * years + l] += (results[k].full - results[k].mean) * results[l].mean;
    }
  }
}

}  // namespace

std::vector<Moments> yearly_moments(const Ensemble& ensemble, const Measures& measures, int threads) {
  std::vector<Moments> moments(measures.all().size());
  for (std::size_t m = 0; m < moments.size(); ++m) {
    if (yearly(measures.all()[m])) moments[m].mean = static_cast<double>(ensemble.of_immortals()[m]);
  }
  for (std::size_t s = 0; s < ensemble.schemes().size(); ++s) {
    const SchemePaths& scheme = ensemble.schemes()[s];
    // By block and measure, added up in the order of the blocks, so that no thread moves a bit.
    std::vector<std::vector<Moments>> parts(scheme.blocks.size());
    std::vector<std::vector<Counting>> counted(scheme.blocks.size());
    for_blocks(scheme.blocks.size(), threads, [&](std::size_t b) {
      const PathBlock& block = scheme.blocks[b];
      counted[b] = countings(block, ensemble.counted()[s], measures, false);
      parts[b].resize(counted[b].size());
      const std::vector<Term> terms = terms_of(scheme.columns, block);
      for (std::size_t i = 0; i < block.size(); ++i) {
        const MemberLaw law(scheme, block, terms, i);
        for (std::size_t k = 0; k < counted[b].size(); ++k) {
          const MemberLaw::Result result = law.result(counted[b][k]);
          parts[b][k].mean += result.mean;
          parts[b][k].variance += result.square - result.mean * result.mean;
        }
      }
    });
    for (std::size_t b = 0; b < parts.size(); ++b) {
      for (std::size_t k = 0; k < parts[b].size(); ++k) {
        moments[counted[b][k].measure].mean += parts[b][k].mean;
        moments[counted[b][k].measure].variance += parts[b][k].variance;
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
    std::vector<std::vector<double>> parts(scheme.blocks.size(), std::vector<double>(years * years));
    for_blocks(scheme.blocks.size(), threads, [&](std::size_t b) {
      const PathBlock& block = scheme.blocks[b];
      const std::vector<Counting> counted = countings(block, ensemble.counted()[s], measures, true);
      const std::vector<Term> terms = terms_of(scheme.columns, block);
      for (std::size_t i = 0; i < block.size(); ++i) {
        const MemberLaw law(scheme, block, terms, i);
        std::vector<MemberLaw::Result> results(years);
        for (const Counting& counting : counted) {
          results[static_cast<std::size_t>(measures.all()[counting.measure].year - first)] = law.result(counting);
        }
        add_covariance(parts[b], results);
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
