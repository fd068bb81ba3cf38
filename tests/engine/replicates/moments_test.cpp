// The closed form against replicates, with stated chances of a false alarm, and against every member by itself.
#include "engine/replicates/moments.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "engine/replicates/small_city.hpp"

namespace disburse {
namespace {

/// |z| < 4.5 for the mean (a false alarm in 1.5e5 each), and a variance ratio within 4.5 of its standard deviations
/// (2 / n)^(1/2), normal in the limit. With fixed seeds the outcome is fixed too.
void expect_closed_form(const Small& small, std::uint32_t count) {
  const std::vector<Moments> exact = closed_form(small.ensemble, small.measures, 1).yearly;
  const Replicates replicates = small.ensemble.run(seed, 0, count, 2);
  int tested = 0;
  for (std::size_t m = 0; m < exact.size(); ++m) {
    if (exact[m].variance <= 0.0) continue;
    const Sample sample = sample_of(replicates.of(m));
    const double z = (sample.mean - exact[m].mean) / std::sqrt(exact[m].variance / count);
    EXPECT_LT(std::abs(z), 4.5) << "measure " << m;
    EXPECT_NEAR(sample.variance / exact[m].variance, 1.0, 4.5 * std::sqrt(2.0 / count) + 0.05) << "measure " << m;
    ++tested;
  }
  EXPECT_GT(tested, 5);
}

TEST(Moments, are_those_of_many_replicates_in_one_year) { expect_closed_form(one_year(), 4096); }
TEST(Moments, are_those_of_many_replicates_over_five_years) { expect_closed_form(five_years(), 4096); }

TEST(Moments, the_mean_is_the_expected_value_of_the_projection) {
  const Small& small = five_years();
  const std::vector<Moments> exact = closed_form(small.ensemble, small.measures, 1).yearly;
  const Projection projection = project(small.population, small.session.programmes, small.survival, 1);
  std::vector<double> expected(exact.size());
  for (const LedgerCell& cell : projection.ledger) {
    for (const std::uint32_t m : small.measures.of(cell.key.programme, cell.key.line, cell.key.paid)) {
      expected[m] += static_cast<double>(cell.amount.fen());
    }
  }
  for (std::size_t m = 0; m < exact.size(); ++m) {
    const auto what = small.measures.all()[m].what;
    if (what == Measure::What::line_month || what == Measure::What::total_month) continue;
    // Ledger cells are rounded to a fen, chances to 2^-32: 300 cells of some million fen differ by less than 500 fen.
    EXPECT_NEAR(exact[m].mean, expected[m], 500.0) << m;
  }
}

/// Mean, variance and covariance of the totals, member by member and month of death by month of death.
class SlowMoments {
 public:
  explicit SlowMoments(const Small& small) : small_(small), map_(small.ensemble.map()) {
    const std::size_t years = closed_form(small.ensemble, small.measures, 1).covariance.size();
    yearly.resize(map_.measures());
    covariance.assign(years, std::vector<double>(years));
    small.ensemble.pieces().each(1, [&](const MemberPaths& paths) {
      for (std::size_t s = 0; s < paths.size(); ++s) {
        for (const PathBlock& block : paths[s].blocks) {
          for (std::size_t i = 0; i < block.size(); ++i) add(s, block, i, paths[s].tables[block.tables[i]].below());
        }
      }
    });
  }
  std::vector<Moments> yearly;
  std::vector<std::vector<double>> covariance;

 private:
  /// What the member is paid who dies in `death` (-1: lives on), by measure.
  std::vector<double> amounts(std::size_t s, const PathBlock& block, std::size_t i, int death) const {
    std::vector<double> amounts(map_.measures());
    for (std::size_t j = 0; j < block.width(); ++j) {
      const Column& column = map_.columns()[s].at(block.columns[j]);
      if (j < block.alive ? death >= 0 && column.due > death : column.due != death) continue;
      for (const std::uint32_t m : map_.counted(s, block.columns[j]))
        amounts[m] += static_cast<double>(block.amount(i, j)) * column.share.to_double();
    }
    return amounts;
  }

  void add(std::size_t s, const PathBlock& block, std::size_t i, const std::vector<std::uint64_t>& below) {
    const int months = static_cast<int>(below.size()) - 1;
    std::vector<double> mean(map_.measures()), square(map_.measures());
    std::vector<std::vector<double>> products(covariance.size(), std::vector<double>(covariance.size()));
    std::vector<std::size_t> totals;
    for (int year = small_.measures.horizon().first.year(); totals.size() < covariance.size(); ++year)
      totals.push_back(small_.measures.find(Measure::What::total, 0, "", year));
    for (int death = -1; death < months; ++death) {
      const auto next = static_cast<std::size_t>(death) + 1;
      const double chance = (death < 0 ? 4294967296.0 - static_cast<double>(below.back())
                                       : static_cast<double>(below[next]) - static_cast<double>(below[next - 1])) /
                            4294967296.0;
      const std::vector<double> paid = amounts(s, block, i, death);
      for (std::size_t m = 0; m < paid.size(); ++m) {
        mean[m] += chance * paid[m];
        square[m] += chance * paid[m] * paid[m];
      }
      for (std::size_t k = 0; k < totals.size(); ++k) {
        for (std::size_t l = 0; l < totals.size(); ++l) products[k][l] += chance * paid[totals[k]] * paid[totals[l]];
      }
    }
    for (std::size_t m = 0; m < mean.size(); ++m) {
      if (!small_.measures.all()[m].yearly()) continue;
      yearly[m].mean += mean[m];
      yearly[m].variance += square[m] - mean[m] * mean[m];
    }
    for (std::size_t k = 0; k < totals.size(); ++k) {
      for (std::size_t l = 0; l < totals.size(); ++l)
        covariance[k][l] += products[k][l] - mean[totals[k]] * mean[totals[l]];
    }
  }

  const Small& small_;
  const MeasureMap& map_;
};

/// Blocks by their sums of products, against every member by itself; on any threads and instructions the same bits.
TEST(Moments, of_blocks_are_those_of_members_one_by_one) {
  const Small& small = five_years();
  const SlowMoments slow(small);
  const ClosedForm fast = closed_form(small.ensemble, small.measures, 1, Simd::plain);
  for (std::size_t m = 0; m < slow.yearly.size(); ++m) {
    if (slow.yearly[m].variance < 1.0) continue;  // nobody can lose anything: nothing but rounding
    EXPECT_NEAR(fast.yearly[m].variance, slow.yearly[m].variance, 1e-8 * slow.yearly[m].variance) << m;
  }
  ASSERT_EQ(fast.covariance.size(), slow.covariance.size());
  for (std::size_t k = 0; k < slow.covariance.size(); ++k) {
    for (std::size_t l = 0; l < slow.covariance.size(); ++l)
      EXPECT_NEAR(fast.covariance[k][l], slow.covariance[k][l], 1e-8 * std::abs(slow.covariance[k][l]));
  }
  const ClosedForm other = closed_form(small.ensemble, small.measures, 2, widest_simd());
  for (std::size_t m = 0; m < slow.yearly.size(); ++m) {
    EXPECT_EQ(other.yearly[m].mean, fast.yearly[m].mean);
    EXPECT_EQ(other.yearly[m].variance, fast.yearly[m].variance);
  }
  EXPECT_EQ(other.covariance, fast.covariance);
}

/// Everybody three times, one after another in a block: those alike are counted together, and moments are three times
/// as large.
TEST(Moments, of_members_alike_are_those_of_one_times_their_number) {
  const Small& small = five_years();
  const Roster once = thinned(small.session.roster, 97);
  Roster thrice = once.head();
  for (std::size_t i = 0; i < once.size(); ++i) {
    for (const char* copy : {"a", "b", "c"})
      thrice.add(MemberKey::from(std::string(once.key[i].view()) + copy), once.member(i));
  }
  const Population population(thrice, small.session.scenario.horizon);
  const Ensemble ensemble(population, small.session.programmes, survival_paths(population, *small.session.mortality),
                          small.measures, 1);
  const ClosedForm one = closed_form(small.ensemble, small.measures, 1);
  const ClosedForm three = closed_form(ensemble, small.measures, 1);
  const std::vector<std::int64_t>& fixed = small.ensemble.map().fixed();
  for (std::size_t m = 0; m < one.yearly.size(); ++m) {
    if (!small.measures.all()[m].yearly()) continue;
    const auto alone = static_cast<double>(fixed[m]);  // of no member
    EXPECT_NEAR(three.yearly[m].mean - alone, 3.0 * (one.yearly[m].mean - alone), 1e-9 * std::abs(one.yearly[m].mean));
    EXPECT_NEAR(three.yearly[m].variance, 3.0 * one.yearly[m].variance, 1e-9 * one.yearly[m].variance + 1e-3) << m;
  }
  for (std::size_t k = 0; k < one.covariance.size(); ++k) {
    for (std::size_t l = 0; l < one.covariance.size(); ++l)
      EXPECT_NEAR(three.covariance[k][l], 3.0 * one.covariance[k][l], 1e-9 * std::abs(one.covariance[k][l]));
  }
}

TEST(Moments, a_single_member_can_be_worked_out_by_hand) {
  // Two years' totals of the city move together: who dies in the first year is paid nothing in the second.
  const Small& small = five_years();
  const auto covariance = closed_form(small.ensemble, small.measures, 1).covariance;
  ASSERT_EQ(covariance.size(), 5u);
  const Replicates replicates = small.ensemble.run(seed, 0, 8192, 2);
  const std::size_t first = small.measures.find(Measure::What::total, 0, "", 2025);
  const std::size_t second = small.measures.find(Measure::What::total, 0, "", 2026);
  const auto a = replicates.of(first);
  const auto b = replicates.of(second);
  const Sample sa = sample_of(a);
  const Sample sb = sample_of(b);
  double product = 0.0;
  for (std::size_t r = 0; r < a.size(); ++r) {
    product += (static_cast<double>(a[r]) - sa.mean) * (static_cast<double>(b[r]) - sb.mean);
  }
  const double sampled = product / static_cast<double>(a.size() - 1) / std::sqrt(sa.variance * sb.variance);
  const double exact = covariance[1][2] / std::sqrt(covariance[1][1] * covariance[2][2]);
  EXPECT_GT(exact, 0.2);
  // A correlation from n pairs has the standard deviation (1 - rho^2) / n^(1/2); 4.5 of them.
  EXPECT_NEAR(sampled, exact, 4.5 * (1 - exact * exact) / std::sqrt(8192.0));
  const std::vector<Moments> moments = closed_form(small.ensemble, small.measures, 1).yearly;
  EXPECT_NEAR(covariance[1][1] / moments[first].variance, 1.0, 1e-9);
}

TEST(Moments, of_pieces_by_themselves_join_to_the_same_bits) {
  const Small& small = five_years();
  KeptPaths kept;
  std::vector<std::vector<Moments>> pieces;
  LivingSums living(small.ensemble.map());
  MomentSums all(small.ensemble.map(), small.measures, 1);
  for (std::size_t first = 0; first < 4; ++first) {
    const Population population(thinned(small.population.members(), 8, first), small.session.scenario.horizon);
    const MemberPaths paths = member_paths(population, small.session.programmes, small.ensemble.map().columns(),
                                           survival_paths(population, *small.session.mortality), 1);
    MomentSums one(small.ensemble.map(), small.measures, 2);
    one.add(paths);
    pieces.push_back(one.uncertain());
    living.add(paths);
    all.add(paths);
  }
  const std::vector<Moments> joined = joined_moments(pieces, living, small.ensemble.map(), small.measures);
  const std::vector<Moments> whole = all.close().yearly;
  double most = 0.0;
  for (std::size_t m = 0; m < whole.size(); ++m) {
    EXPECT_EQ(joined[m].mean, whole[m].mean) << m;
    EXPECT_EQ(joined[m].variance, whole[m].variance) << m;
    most = std::max(most, whole[m].variance);
  }
  EXPECT_GT(most, 0.0);
}

}  // namespace
}  // namespace disburse
