// No published count from 1 to 9, and none that can be worked out from the others and the sum.
#include "engine/comparison/small_cells.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <random>

#include "support/linear_bounds.hpp"

namespace disburse {
namespace {

using Flags = std::vector<bool>;

TEST(SmallCells, hide_small_counts_and_a_second_one_that_would_tell) {
  EXPECT_EQ(suppressed({120, 30, 5}), (Flags{false, true, true})) << "the sum less the others would be 5";
  EXPECT_EQ(suppressed({120, 30, 5, 8}), (Flags{false, false, true, true})) << "13 persons in two cells";
  EXPECT_EQ(suppressed({120, 30, 2, 3}), (Flags{false, true, true, true})) << "5 persons would still be known";
  EXPECT_EQ(suppressed({120, 30, 0, 10}), (Flags{false, false, false, false}));
  EXPECT_EQ(suppressed({4}), (Flags{true}));
  EXPECT_EQ(suppressed({}), Flags{});
}

RC_GTEST_PROP(SmallCells, nothing_small_is_shown_or_can_be_worked_out, ()) {
  const auto counts = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 40));
  const Flags hidden = suppressed(counts);
  std::int64_t persons = 0;
  std::size_t cells = 0;
  bool others = false;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (hidden[i]) {
      persons += counts[i];
      ++cells;
    } else {
      RC_ASSERT(counts[i] == 0 || counts[i] >= least_published);
      others = others || counts[i] > 0;
    }
  }
  if (cells > 0 && others) {
    RC_ASSERT(cells >= 2);
    RC_ASSERT(persons >= least_published);
  }
}

TEST(SmallCells, a_result_shows_no_headcount_from_1_to_9) {
  RunResult result;
  PopulationFlow flow;
  flow.year = {Month(2024, 1), 120.0, 30.2, 4.6, 0.0, 145.6};
  flow.monthly = {{Month(2024, 1), 120.0, 3.0, 0.2, 0.0, 122.8}};
  result.population.push_back(flow);
  ProgrammeResult programme;
  programme.headcount = 9.4;
  programme.monthly = {{Month(2024, 1), 0.0, {}, {}}, {Month(2024, 2), 9.6, {}, {}}};
  programme.meaning.emplace();
  programme.meaning->projected_units = 9.0;
  result.programmes.push_back(programme);
  hide_small_cells(result);
  const FlowMonth& year = result.population[0].year;
  EXPECT_TRUE(std::isnan(year.deaths));
  EXPECT_TRUE(std::isnan(year.entrants)) << "opening, closing and entrants would give the deaths";
  EXPECT_EQ(year.opening, 120.0);
  EXPECT_TRUE(std::isnan(result.population[0].monthly[0].entrants));
  EXPECT_TRUE(std::isnan(*result.programmes[0].headcount));
  EXPECT_EQ(result.programmes[0].monthly[0].headcount, 0.0) << "nobody is no person";
  EXPECT_EQ(result.programmes[0].monthly[1].headcount, 9.6) << "ten persons";
  EXPECT_FALSE(result.programmes[0].meaning);
}

bool is_small(double persons) { return persons >= 0.5 && persons < 9.5; }

/// What is hidden stays open: by ten persons at least, or from 1 to 9, which is what its being hidden tells.
void expect_open(const PublishedSums& sums, const std::vector<std::size_t>& hidden) {
  for (std::size_t cell : hidden) {
    std::vector<double> row(sums.unknowns, 0.0);
    row[cell] = 1.0;
    const auto bounds = bounds_of(sums, row);
    ASSERT_TRUE(bounds) << "what is shown contradicts itself";
    constexpr double nearly = 1e-6;
    const bool any_small = bounds->least < 1.0 + nearly && bounds->greatest > 9.0 - nearly;
    EXPECT_TRUE(any_small || bounds->width() > 10.0 - nearly) << "from " << bounds->least << " to " << bounds->greatest;
  }
}

constexpr std::array movements{&FlowMonth::entrants, &FlowMonth::deaths, &FlowMonth::other_exits};
constexpr std::size_t months_a_year = 12;

/// A made-up scheme of one year: `kinds` says which of joining, dying and leaving there are.
PopulationFlow made_up(std::mt19937& random, unsigned kinds) {
  const auto between = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
  PopulationFlow flow;
  const int most = between(0, 3) == 0 ? 30 : 5;
  double stock = between(0, 5) == 0 ? between(1, 30) : between(200, 400);
  flow.year = {Month(2024, 1), stock, 0.0, 0.0, 0.0, 0.0};
  for (int m = 1; m <= 12; ++m) {
    FlowMonth month{Month(2024, m), stock, 0.0, 0.0, 0.0, 0.0};
    for (std::size_t k = 0; k < movements.size(); ++k) {
      if ((kinds >> k & 1U) == 0) continue;
      const double moved = k == 0 ? between(0, most) : std::min<double>(between(0, most), std::floor(stock / 4));
      month.*movements[k] = moved;
      flow.year.*movements[k] += moved;
      stock += k == 0 ? moved : -moved;
    }
    month.closing = stock;
    flow.monthly.push_back(month);
  }
  flow.year.closing = stock;
  flow.years = {flow.year};
  return flow;
}

/// Unknown are the opening stock and three movements of each month.
constexpr std::size_t unknown(std::size_t month, std::size_t kind) { return 1 + month * movements.size() + kind; }

void publish_stock(PublishedSums& sums, std::size_t after, double shown) {
  if (std::isnan(shown)) return;
  std::vector<double> row(sums.unknowns, 0.0);
  row[0] = 1.0;
  for (std::size_t m = 0; m < after; ++m) {
    for (std::size_t k = 0; k < movements.size(); ++k) row[unknown(m, k)] = k == 0 ? 1.0 : -1.0;
  }
  sums.add(row, shown);
}

PublishedSums published(const PopulationFlow& shown) {
  PublishedSums sums{1 + months_a_year * movements.size(), {}, {}};
  for (std::size_t m = 0; m < months_a_year; ++m) {
    publish_stock(sums, m, shown.monthly[m].opening);
    publish_stock(sums, m + 1, shown.monthly[m].closing);
  }
  publish_stock(sums, 0, shown.year.opening);
  publish_stock(sums, months_a_year, shown.year.closing);
  for (std::size_t k = 0; k < movements.size(); ++k) {
    std::vector<double> whole(sums.unknowns, 0.0);
    for (std::size_t m = 0; m < months_a_year; ++m) {
      std::vector<double> row(sums.unknowns, 0.0);
      row[unknown(m, k)] = whole[unknown(m, k)] = 1.0;
      if (const double one = shown.monthly[m].*movements[k]; !std::isnan(one)) sums.add(row, one);
    }
    for (const FlowMonth* year : {&shown.year, &shown.years.front()}) {
      if (const double sum = year->*movements[k]; !std::isnan(sum)) sums.add(whole, sum);
    }
  }
  return sums;
}

TEST(SmallCells, no_movement_of_a_thousand_small_towns_can_be_worked_out) {
  std::mt19937 random(1);
  std::size_t attacked = 0;
  for (unsigned town = 0; town < 1000; ++town) {
    RunResult result;
    result.population = {made_up(random, 1 + town % 7)};
    const PopulationFlow counted = result.population.front();
    hide_small_cells(result);
    const PopulationFlow& shown = result.population.front();
    std::vector<std::size_t> hidden;
    for (std::size_t m = 0; m < months_a_year; ++m) {
      for (std::size_t k = 0; k < movements.size(); ++k) {
        if (!is_small(counted.monthly[m].*movements[k])) continue;
        EXPECT_TRUE(std::isnan(shown.monthly[m].*movements[k]));
        if (m % 4 == town % 4) hidden.push_back(unknown(m, k));  // a sample: each is two linear programmes
      }
    }
    expect_open(published(shown), hidden);
    attacked += hidden.size();
  }
  EXPECT_GT(attacked, 2000u);
}

TEST(SmallCells, no_age_of_a_thousand_small_towns_can_be_worked_out) {
  std::mt19937 random(2);
  std::size_t attacked = 0;
  for (int town = 0; town < 1000; ++town) {
    RunResult result;
    double all = 0.0;
    for (int from = 50; from < 100; from += 5) {
      const auto persons = [&] {
        const int most = 60 - std::abs(70 - from);
        return static_cast<double>(std::uniform_int_distribution(0, std::max(2, most))(random));
      };
      result.ages.push_back({Scheme::enterprise, from, persons(), persons()});
      all += result.ages.back().men + result.ages.back().women;
    }
    const std::vector<AgeBand> counted = result.ages;
    hide_small_cells(result);
    PublishedSums sums{2 * counted.size(), {}, {}};
    std::vector<std::size_t> hidden;
    for (std::size_t i = 0; i < counted.size(); ++i) {
      for (const bool women : {false, true}) {
        const std::size_t cell = 2 * i + (women ? 1 : 0);
        const double shown = women ? result.ages[i].women : result.ages[i].men;
        std::vector<double> row(sums.unknowns, 0.0);
        row[cell] = 1.0;
        if (!std::isnan(shown)) sums.add(row, shown);
        if (is_small(women ? counted[i].women : counted[i].men)) hidden.push_back(cell);
        EXPECT_TRUE(std::isnan(shown) || !is_small(shown));
      }
    }
    sums.add(std::vector<double>(sums.unknowns, 1.0), all);  // the scheme's stock
    expect_open(sums, hidden);
    attacked += hidden.size();
  }
  EXPECT_GT(attacked, 2000u);
}

}  // namespace
}  // namespace disburse
