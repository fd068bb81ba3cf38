// Mean, variance and covariance of a block's yearly amounts, against every month of death worked out one by one.
#include "engine/replicates/block_moments.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/replicates/made_city.hpp"

namespace disburse {
namespace {

Budget one_line() {
  Budget budget;
  budget.lines.resize(1);
  budget.lines[0].code = "line of pension";
  return budget;
}

struct Moments {
  double mean[2] = {0, 0}, square[2] = {0, 0}, product = 0;
};

/// One member with a pension of `fen`: the amounts of both years for a death in each month, and for none. A month is
/// paid up to that of the death, which pays three pensions more.
Moments by_hand(double fen, const std::vector<std::int64_t>& survival, int months) {
  Moments moments;
  for (int death = 0; death <= months; ++death) {
    const auto at = static_cast<std::size_t>(death);
    const double chance = static_cast<double>(death < months ? survival[at] - survival[at + 1] : survival[at]) /
                          static_cast<double>(certain);
    double year[2] = {0, 0};
    for (int month = 0; month < months && month <= death; ++month) year[month / 12] += fen;
    if (death < months) year[death / 12] += 3 * fen;
    for (int y = 0; y < 2; ++y) {
      moments.mean[y] += chance * year[y];
      moments.square[y] += chance * year[y] * year[y];
    }
    moments.product += chance * year[0] * year[1];
  }
  return moments;
}

TEST(BlockMoments, are_those_of_all_months_of_death) {
  constexpr int months = 15;
  const MadeCity city(many_residents(21), months, Rate(1, 4));
  const Measures measures(city.programmes, one_line(), city.horizon);
  const MeasureMap map(city.programmes, measures);
  double mean[2] = {0, 0}, variance[2] = {0, 0}, covariance = 0;
  for (std::size_t c = 0; c < city.population.cohorts().size(); ++c) {
    const Cohort& cohort = city.population.cohorts()[c];
    for (std::size_t i = cohort.begin; i < cohort.end; ++i) {
      const auto fen = static_cast<double>(city.population.members().pension[i]);
      const Moments own = by_hand(fen, city.survival[c], months);
      for (int y = 0; y < 2; ++y) {
        mean[y] += own.mean[y];
        variance[y] += own.square[y] - own.mean[y] * own.mean[y];
      }
      covariance += own.product - own.mean[0] * own.mean[1];
    }
  }
  const SchemePaths& paths = city.paths[MadeCity::residents];
  ASSERT_EQ(paths.blocks.size(), 1U);
  const YearlySums yearly = yearly_sums_of(map, MadeCity::residents, paths.blocks[0], measures);
  ASSERT_EQ(yearly.all.size(), 2U);
  for (const Simd simd : {Simd::plain, Simd::avx2, Simd::avx512}) {
    if (simd > widest_simd()) continue;
    const BlockMoments moments = moments_of(paths, paths.blocks[0], yearly, 2, simd);
    // A table's chances are rounded down to 2^-32: a part in a million of the amounts is far more than that does.
    for (std::size_t y = 0; y < 2; ++y) {
      EXPECT_NEAR(moments.mean[y], mean[y], 1e-6 * mean[y]);
      EXPECT_NEAR(moments.variance[y], variance[y], 1e-6 * variance[y]);
      EXPECT_EQ(moments.covariance[y * 3], moments.variance[y]) << "the diagonal";
    }
    EXPECT_NEAR(moments.covariance[1], covariance, 1e-6 * std::abs(covariance));
  }
}

TEST(BlockMoments, of_like_members_are_those_of_one_times_their_number) {
  const Member one = made_pensioner(Scheme::resident, Money::fen(10));
  const MadeCity single({one}, 3, Rate(1, 4)), many(std::vector<Member>(11, one), 3, Rate(1, 4));
  const auto moments = [](const MadeCity& city) {
    const Measures measures(city.programmes, one_line(), city.horizon);
    const MeasureMap map(city.programmes, measures);
    const SchemePaths& paths = city.paths[MadeCity::residents];
    return moments_of(paths, paths.blocks[0], yearly_sums_of(map, MadeCity::residents, paths.blocks[0], measures), 1,
                      Simd::plain);
  };
  const BlockMoments alone = moments(single), together = moments(many);
  EXPECT_NEAR(together.mean[0], 11 * alone.mean[0], 1e-9);
  EXPECT_NEAR(together.variance[0], 11 * alone.variance[0], 1e-9);
}

}  // namespace
}  // namespace disburse
