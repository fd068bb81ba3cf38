// Replicates against a slow and obvious reference, bit by bit; and against the closed form, with stated chances of a
// false alarm.
#include "engine/replicates/ensemble.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "engine/population.hpp"
#include "engine/random.hpp"
#include "engine/replicates/moments.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

constexpr std::uint64_t seed = 20240101;

/// A session, the ensemble made from every n-th member, and what belongs to it.
struct Small {
  Session session;
  Population population;
  SurvivalPaths survival;
  Measures measures;
  Ensemble ensemble;

  Small(Session opened, std::size_t n)
      : session(std::move(opened)),
        population(thinned(session.roster, n), session.scenario.horizon),
        survival(survival_paths(population, *session.mortality)),
        measures(session.programmes, session.budget, session.scenario.horizon),
        ensemble(population, session.programmes, survival, measures, 1) {}
};

Session session_over(const std::string& horizon) {
  Options options;
  options.horizon = {horizon, "--horizon"};
  return open_session(options);
}

const Small& one_year() {
  static const Small small(session_over("2024-01..2024-12"), 23);
  return small;
}

const Small& five_years() {
  static const Small small(session_over("2024-01..2028-12"), 97);
  return small;
}

/// Every payment of every member, through the listener of the explanation, kept or dropped by the month of death.
class Reference : public PaymentListener {
 public:
  Reference(const Small& small, std::uint32_t replicate) : small_(small) {
    totals_.resize(small.measures.all().size());
    const Roster& members = small.population.members();
    for (std::size_t c = 0; c < small.population.cohorts().size(); ++c) {
      const Cohort& cohort = small.population.cohorts()[c];
      const DeathTable table(small.survival[c]);
      for (std::size_t i = cohort.begin; i < cohort.end; ++i) {
        death_ = month_of_death(table, seed, draw_key(members.key[i].view()), replicate);
        for (programme_ = 0; programme_ < small.session.programmes.size(); ++programme_) {
          small.session.programmes[programme_]->explain(members.member(i), *this);
        }
      }
    }
    finish();
  }

  void pay(std::size_t component, std::size_t offset, Money amount) override {
    const Programme& programme = *small_.session.programmes[programme_];
    const Component& part = programme.definition().components[component];
    const int month = static_cast<int>(offset);
    const bool paid = part.on_death ? month == death_ : death_ < 0 || month <= death_;
    if (!paid || part.payer != Payer::city) return;
    const Month due = programme.horizon().month(month);
    // Take-up is a share of the sum, so sums of one share are kept apart: by programme, months due and paid.
    sums_[{programme_, part.on_death, month, programme.paid_month(component, due)}] += amount.fen();
  }
  void nothing(std::size_t, Reason) override {}
  void step(Step) override {}

  const std::vector<std::int64_t>& totals() const { return totals_; }

 private:
  void finish() {
    for (const auto& [key, fen] : sums_) {
      const auto& [p, on_death, month, paid] = key;
      const Programme& programme = *small_.session.programmes[p];
      const std::int64_t taken = taken_up(fen, programme.take_up(programme.horizon().month(month)));
      for (const std::uint32_t m : small_.measures.of(p, programme.definition().line, paid)) totals_[m] += taken;
    }
    for (std::size_t p = 0; p < small_.session.programmes.size(); ++p) {
      for (const FixedPayment& payment : small_.session.programmes[p]->fixed_payments()) {
        for (const std::uint32_t m : small_.measures.of(p, payment.line, payment.paid))
          totals_[m] += payment.amount.fen();
      }
    }
  }

  const Small& small_;
  std::size_t programme_ = 0;
  int death_ = -1;
  std::map<std::tuple<std::size_t, bool, int, Month>, std::int64_t> sums_;
  std::vector<std::int64_t> totals_;
};

void expect_reference(const Small& small, std::uint32_t count) {
  const Replicates fast = small.ensemble.run(seed, 0, 16, 1);
  for (std::uint32_t r = 0; r < count; ++r) {
    const Reference slow(small, r);
    for (std::size_t m = 0; m < slow.totals().size(); ++m) {
      ASSERT_EQ(fast.at(m, r), slow.totals()[m]) << "measure " << m << " replicate " << r;
    }
  }
}

TEST(Ensemble, equals_the_slow_reference_in_one_year) { expect_reference(one_year(), 12); }
TEST(Ensemble, equals_the_slow_reference_over_five_years) { expect_reference(five_years(), 4); }

TEST(Ensemble, gives_the_same_bits_on_any_threads_and_instructions) {
  const Replicates base = five_years().ensemble.run(seed, 0, 256, 1, {}, Simd::plain);
  for (const int threads : {2, 7, 16}) {
    const Replicates other = five_years().ensemble.run(seed, 0, 256, threads);
    for (std::size_t m = 0; m < five_years().measures.all().size(); ++m) ASSERT_EQ(base.of(m), other.of(m)) << threads;
  }
  for (const Simd simd : {Simd::avx2, Simd::avx512}) {
    if (simd > widest_simd()) continue;
    const Replicates other = five_years().ensemble.run(seed, 0, 256, 1, {}, simd);
    for (std::size_t m = 0; m < five_years().measures.all().size(); ++m) ASSERT_EQ(base.of(m), other.of(m));
  }
}

TEST(Ensemble, a_longer_run_begins_with_the_shorter_one) {
  const Replicates whole = one_year().ensemble.run(seed, 0, 200, 1);
  const Replicates front = one_year().ensemble.run(seed, 0, 72, 1);
  const Replicates rest = one_year().ensemble.run(seed, 72, 128, 1);
  for (std::size_t m = 0; m < one_year().measures.all().size(); ++m) {
    for (std::uint32_t r = 0; r < 200; ++r) {
      ASSERT_EQ(whole.at(m, r), r < 72 ? front.at(m, r) : rest.at(m, r - 72));
    }
  }
}

TEST(DeathTable, splits_the_draw_at_the_survival_path) {
  // Half live on, a quarter die in each of two months.
  const DeathTable table({certain, certain / 4 * 3, certain / 2});
  EXPECT_EQ(table.month(0), 0);
  EXPECT_EQ(table.month((1u << 30) - 1), 0);
  EXPECT_EQ(table.month(1u << 30), 1);
  EXPECT_EQ(table.month((1u << 31) - 1), 1);
  EXPECT_EQ(table.month(1u << 31), -1);
  EXPECT_EQ(table.month(0xffffffffu), -1);
  EXPECT_EQ(table.threshold(), 0x8000);
  for (std::uint32_t upper = 0; upper <= table.threshold(); upper += 5) {
    const auto [month, sure] = UpperTables({DeathTable(), table}).month(1, upper);
    if (!sure) continue;
    EXPECT_EQ(month, table.month(upper << 16)) << upper;
    EXPECT_EQ(month, table.month(upper << 16 | 0xffff)) << upper;
  }
  const DeathTable sure({certain, 0});
  EXPECT_EQ(sure.threshold(), 0xffff);
  EXPECT_EQ(sure.month(0xffffffffu), 0);
  EXPECT_EQ(UpperTables({sure}).month(0, 0xfffe).month, 0);
}

struct Sample {
  double mean, variance;
};

Sample sample_of(const std::vector<std::int64_t>& values) {
  const auto n = static_cast<double>(values.size());
  double sum = 0.0;
  for (const std::int64_t value : values) sum += static_cast<double>(value);
  const double mean = sum / n;
  double squares = 0.0;
  for (const std::int64_t value : values)
    squares += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean);
  return {mean, squares / (n - 1.0)};
}

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
  explicit SlowMoments(const Small& small) : small_(small), frame_(small.ensemble.frame()) {
    const std::size_t years = closed_form(small.ensemble, small.measures, 1).covariance.size();
    yearly.resize(frame_.measures());
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
    std::vector<double> amounts(frame_.measures());
    for (std::size_t j = 0; j < block.width(); ++j) {
      const Column& column = frame_.columns()[s].at(block.columns[j]);
      if (j < block.alive ? death >= 0 && column.due > death : column.due != death) continue;
      for (const std::uint32_t m : frame_.counted(s, block.columns[j]))
        amounts[m] += static_cast<double>(block.amount(i, j)) * column.share.to_double();
    }
    return amounts;
  }

  void add(std::size_t s, const PathBlock& block, std::size_t i, const std::vector<std::uint64_t>& below) {
    const int months = static_cast<int>(below.size()) - 1;
    std::vector<double> mean(frame_.measures()), square(frame_.measures());
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
  const Frame& frame_;
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

/// All that the city pays in ten years, by replicate.
std::vector<std::int64_t> paid_in_all(const Ensemble& ensemble, const Measures& measures, std::uint64_t own_seed,
                                      std::uint32_t count) {
  const Replicates replicates = ensemble.run(own_seed, 0, count, 2);
  std::vector<std::int64_t> sums(count);
  for (std::size_t m = 0; m < measures.all().size(); ++m) {
    if (measures.all()[m].what != Measure::What::total) continue;
    for (std::uint32_t r = 0; r < count; ++r) sums[r] += replicates.at(m, r);
  }
  return sums;
}

/// Mortality 3 % lower over ten years: shared draws leave the difference at most 1/1000 of the variance that draws of
/// their own give it. Both variances come from 1,024 replicates, deviation of their ratio 6 %.
TEST(Ensemble, common_draws_make_a_difference_a_thousand_times_surer) {
  const Small base(session_over("2024-01..2033-12"), 23);
  Options options;
  options.horizon = {"2024-01..2033-12", "--horizon"};
  for (const char* scheme : {"civil_service", "enterprise", "resident"}) {
    const std::string path = std::string("mortality.factor.") + scheme;
    const Rate lower = base.session.law.parameters.rate(path, Month(2024, 1)) * Rate(97, 100);
    options.sets.push_back(path + "=" + to_string(lower));
  }
  const Session changed = open_session(options);
  const Ensemble variant(base.population, base.session.programmes, survival_paths(base.population, *changed.mortality),
                         base.measures, 2);
  constexpr std::uint32_t count = 1024;
  const auto before = paid_in_all(base.ensemble, base.measures, seed, count);
  const auto together = paid_in_all(variant, base.measures, seed, count);
  const auto apart = paid_in_all(variant, base.measures, seed + 1, count);
  std::vector<std::int64_t> common, independent;
  for (std::uint32_t r = 0; r < count; ++r) {
    common.push_back(together[r] - before[r]);
    independent.push_back(apart[r] - before[r]);
  }
  EXPECT_GT(sample_of(common).mean, 0.0);
  const double ratio = sample_of(common).variance / sample_of(independent).variance;
  EXPECT_LT(ratio, 1.0 / 1000.0);
  EXPECT_GT(ratio, 0.0);
}

/// Pieces that the members are cut into, one by one added, move no replicate by a fen.
TEST(Ensemble, pieces_of_the_members_give_the_same_bits) {
  const Small& small = one_year();
  const Roster& members = small.population.members();
  auto pieces = std::make_shared<KeptPaths>();
  Frame frame(small.session.programmes, small.measures);
  for (std::size_t begin = 0; begin < members.size(); begin += 1000) {
    const Population part(members.slice(begin, std::min(begin + 1000, members.size())), small.population.horizon());
    pieces->add(member_paths(part, small.session.programmes, frame.columns(),
                             survival_paths(part, *small.session.mortality), 1));
  }
  const Ensemble cut(std::move(frame), pieces);
  const Replicates whole = small.ensemble.run(seed, 0, 136, 1);
  const Replicates other = cut.run(seed, 0, 136, 2);
  for (std::size_t m = 0; m < small.measures.all().size(); ++m) ASSERT_EQ(whole.of(m), other.of(m));
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

TEST(Ensemble, deaths_are_as_many_as_the_table_says) {
  const Small& small = one_year();
  MemberPaths paths;
  small.ensemble.pieces().each(1, [&](const MemberPaths& own) { paths = own; });
  for (std::size_t s = 0; s < paths.size(); ++s) {
    const SchemePaths& scheme = paths[s];
    double expected = 0.0;
    double variance = 0.0;
    for (const PathBlock& block : scheme.blocks) {
      for (const std::uint32_t table : block.tables) {
        const double q = static_cast<double>(scheme.tables[table].below().back()) / 4294967296.0;
        expected += q;
        variance += q * (1 - q);
      }
    }
    constexpr std::uint32_t count = 2048;
    const std::size_t width = small.ensemble.frame().columns()[s].width();
    std::vector<std::int64_t> sums(count * width);
    std::vector<std::int64_t> deaths(count);
    add_deaths(scheme, width, seed, 0, count, widest_simd(), sums.data(), deaths);
    const Sample sample = sample_of(deaths);
    EXPECT_LT(std::abs(sample.mean - expected) / std::sqrt(variance / count), 4.5);
    EXPECT_NEAR(sample.variance / variance, 1.0, 4.5 * std::sqrt(2.0 / count));
    // Replicates are independent of each other: the correlation of neighbours is 0, standard deviation n^(-1/2).
    double product = 0.0;
    for (std::size_t r = 1; r < count; ++r) {
      product += (static_cast<double>(deaths[r]) - sample.mean) * (static_cast<double>(deaths[r - 1]) - sample.mean);
    }
    EXPECT_LT(std::abs(product / count / sample.variance), 4.5 / std::sqrt(double{count}));
  }
}

}  // namespace
}  // namespace disburse
