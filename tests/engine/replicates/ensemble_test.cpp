// Replicates against a slow and obvious reference, bit by bit; and deaths against the table.
#include "engine/replicates/ensemble.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "engine/base/random.hpp"
#include "engine/members/population.hpp"
#include "engine/replicates/small_city.hpp"

namespace disburse {
namespace {

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
    const bool paid = part.on_death ? month == death_ : death_ == -1 || month <= death_;
    if (!paid || !part.payer.is_own()) return;
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

/// Every other member may be dead when the horizon begins.
TEST(Ensemble, equals_the_slow_reference_where_members_may_be_dead_already) {
  const Small small(session_over("2024-01..2024-12"), 23, [](Roster& members) {
    for (std::size_t i = 0; i < members.size(); i += 2) members.alive[i] = certain / 10 * static_cast<int>(5 + i % 5);
    members.evolves_from = members.as_of + 1;
  });
  expect_reference(small, 8);
}

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
  InputOptions options;
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
  MeasureMap map(small.session.programmes, small.measures);
  for (std::size_t begin = 0; begin < members.size(); begin += 1000) {
    const Population part(members.slice(begin, std::min(begin + 1000, members.size())), small.population.horizon());
    pieces->add(
        member_paths(part, small.session.programmes, map.columns(), survival_paths(part, *small.session.mortality), 1));
  }
  const Ensemble cut(std::move(map), pieces);
  const Replicates whole = small.ensemble.run(seed, 0, 136, 1);
  const Replicates other = cut.run(seed, 0, 136, 2);
  for (std::size_t m = 0; m < small.measures.all().size(); ++m) ASSERT_EQ(whole.of(m), other.of(m));
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
    const std::size_t width = small.ensemble.map().columns()[s].width();
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
