#include "engine/replicates/moments.hpp"

#include <algorithm>

#include "engine/parallel.hpp"
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

}  // namespace

MomentSums::MomentSums(const Frame& frame, const Measures& measures, int threads, Simd simd)
    : frame_(frame), measures_(measures), threads_(threads), simd_(simd), living_(frame) {
  const std::size_t years = years_of(measures.horizon());
  form_.yearly.resize(measures.all().size());
  form_.covariance.assign(years, std::vector<double>(years));
}

void MomentSums::add(const MemberPaths& paths) {
  living_.add(paths);
  for (std::size_t s = 0; s < paths.size(); ++s) add(s, paths[s]);
}

void MomentSums::add(std::size_t scheme, const SchemePaths& paths) {
  const std::size_t years = form_.covariance.size();
  std::vector<Countings> countings(paths.blocks.size());
  std::vector<BlockMoments> parts(paths.blocks.size());
  for_blocks(paths.blocks.size(), threads_, [&](std::size_t b) {
    countings[b] = countings_of(frame_, scheme, paths.blocks[b], measures_);
    parts[b] = moments_of(paths, paths.blocks[b], countings[b], years, simd_);
  });
  for (std::size_t b = 0; b < parts.size(); ++b) {
    for (std::size_t k = 0; k < countings[b].all.size(); ++k) {
      for (const std::uint32_t m : countings[b].all[k].measures) {
        form_.yearly[m].mean += parts[b].mean[k];
        form_.yearly[m].variance += parts[b].variance[k];
      }
    }
    for (std::size_t k = 0; k < years; ++k) {
      for (std::size_t l = k; l < years; ++l) form_.covariance[k][l] += parts[b].covariance[k * years + l];
    }
  }
}

ClosedForm MomentSums::close() const {
  ClosedForm form = form_;
  const std::vector<std::int64_t> of_immortals = living_.of_immortals(frame_);
  for (std::size_t m = 0; m < form.yearly.size(); ++m) {
    if (measures_.all()[m].yearly()) form.yearly[m].mean += static_cast<double>(of_immortals[m]);
  }
  for (std::size_t k = 0; k < form.covariance.size(); ++k) {
    for (std::size_t l = 0; l < k; ++l) form.covariance[k][l] = form.covariance[l][k];
  }
  const Month first = measures_.horizon().first;
  const bool in_year = std::all_of(frame_.columns().begin(), frame_.columns().end(),
                                   [&](const SchemeColumns& columns) { return paid_in_the_year_due(columns, first); });
  if (!in_year) form.covariance.clear();
  return form;
}

ClosedForm closed_form(const Ensemble& ensemble, const Measures& measures, int threads, Simd simd) {
  MomentSums sums(ensemble.frame(), measures, threads, simd);
  ensemble.pieces().each(threads, [&](const MemberPaths& paths) { sums.add(paths); });
  return sums.close();
}

}  // namespace disburse
