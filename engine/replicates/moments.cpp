#include "engine/replicates/moments.hpp"

#include <algorithm>

#include "engine/base/parallel.hpp"
#include "engine/replicates/block_moments.hpp"

namespace disburse {
namespace {

bool paid_in_the_year_due(const SchemeColumns& columns, Month first) {
  const auto in_year = [&](const Column& column) { return (first + column.due).year() == column.paid.year(); };
  return std::all_of(columns.alive().begin(), columns.alive().end(), in_year) &&
         std::all_of(columns.lumps().begin(), columns.lumps().end(), in_year);
}

std::size_t years_of(Horizon horizon) {
  return static_cast<std::size_t>((horizon.end() - 1).year() - horizon.first.year() + 1);
}

void add_all(std::vector<Moments>& sums, const std::vector<Moments>& more) {
  for (std::size_t m = 0; m < sums.size(); ++m) {
    sums[m].mean += more[m].mean;
    sums[m].variance += more[m].variance;
  }
}

void add_certain(std::vector<Moments>& yearly, const LivingSums& living, const MeasureMap& map,
                 const Measures& measures) {
  const std::vector<std::int64_t> certain_payments = living.certain_payments(map);
  for (std::size_t m = 0; m < yearly.size(); ++m) {
    if (measures.all()[m].yearly()) yearly[m].mean += static_cast<double>(certain_payments[m]);
  }
}

}  // namespace

MomentSums::MomentSums(const MeasureMap& map, const Measures& measures, int threads, Simd simd)
    : map_(map), measures_(measures), threads_(threads), simd_(simd), living_(map), form_(nothing()) {}

ClosedForm MomentSums::nothing() const {
  const std::size_t years = years_of(measures_.horizon());
  return {std::vector<Moments>(measures_.all().size()),
          std::vector<std::vector<double>>(years, std::vector<double>(years))};
}

void MomentSums::add(const MemberPaths& paths) {
  living_.add(paths);
  ClosedForm piece = nothing();  // by itself, so that pieces that were summed elsewhere can be added as they are
  for (std::size_t s = 0; s < paths.size(); ++s) add(s, paths[s], piece);
  add_all(form_.yearly, piece.yearly);
  for (std::size_t k = 0; k < form_.covariance.size(); ++k) {
    for (std::size_t l = k; l < form_.covariance.size(); ++l) form_.covariance[k][l] += piece.covariance[k][l];
  }
}

void MomentSums::add(std::size_t scheme, const SchemePaths& paths, ClosedForm& into) const {
  const std::size_t years = into.covariance.size();
  std::vector<YearlySums> sums_by_year(paths.blocks.size());
  std::vector<BlockMoments> parts(paths.blocks.size());
  for_blocks(paths.blocks.size(), threads_, [&](std::size_t b) {
    sums_by_year[b] = yearly_sums_of(map_, scheme, paths.blocks[b], measures_);
    parts[b] = moments_of(paths, paths.blocks[b], sums_by_year[b], years, simd_);
  });
  for (std::size_t b = 0; b < parts.size(); ++b) {
    for (std::size_t k = 0; k < sums_by_year[b].all.size(); ++k) {
      for (const std::uint32_t m : sums_by_year[b].all[k].measures) {
        into.yearly[m].mean += parts[b].mean[k];
        into.yearly[m].variance += parts[b].variance[k];
      }
    }
    for (std::size_t k = 0; k < years; ++k) {
      for (std::size_t l = k; l < years; ++l) into.covariance[k][l] += parts[b].covariance[k * years + l];
    }
  }
}

ClosedForm MomentSums::close() const {
  ClosedForm form = form_;
  add_certain(form.yearly, living_, map_, measures_);
  for (std::size_t k = 0; k < form.covariance.size(); ++k) {
    for (std::size_t l = 0; l < k; ++l) form.covariance[k][l] = form.covariance[l][k];
  }
  const Month first = measures_.horizon().first;
  const bool in_year = std::all_of(map_.columns().begin(), map_.columns().end(),
                                   [&](const SchemeColumns& columns) { return paid_in_the_year_due(columns, first); });
  if (!in_year) form.covariance.clear();
  return form;
}

std::vector<Moments> joined_moments(const std::vector<std::vector<Moments>>& pieces, const LivingSums& living,
                                    const MeasureMap& map, const Measures& measures) {
  std::vector<Moments> yearly(measures.all().size());
  for (const std::vector<Moments>& piece : pieces) add_all(yearly, piece);
  add_certain(yearly, living, map, measures);
  return yearly;
}

ClosedForm closed_form(const Ensemble& ensemble, const Measures& measures, int threads, Simd simd) {
  MomentSums sums(ensemble.map(), measures, threads, simd);
  ensemble.pieces().each(threads, [&](const MemberPaths& paths) { sums.add(paths); });
  return sums.close();
}

}  // namespace disburse
