// A published comparison of two rosters, and who would work out from it what a few persons draw.
#include "engine/comparison/small_movements.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "engine/comparison/small_cells.hpp"
#include "support/linear_bounds.hpp"

namespace disburse {
namespace {

using enum RosterCause;

void put(Reconciliation& r, RosterCause cause, std::int64_t persons, std::int64_t drawing, std::int64_t before,
         std::int64_t after, std::size_t scheme = 0) {
  r.movements[scheme][static_cast<std::size_t>(cause)] = {persons, drawing, Money::yuan(before), Money::yuan(after),
                                                          false};
  r.total_before += Money::yuan(before);
  r.total_after += Money::yuan(after);
}

bool hidden(const Reconciliation& r, RosterCause cause) {
  return r.movements[0][static_cast<std::size_t>(cause)].hidden;
}

TEST(SmallMovements, are_not_the_rest_of_a_total_of_money) {
  // One has died; twelve have left work, who draw nothing: the totals less what is shown would be one pension.
  Reconciliation r;
  put(r, ceased, 1, 1, 4321, 0);
  put(r, left, 12, 0, 0, 0);
  put(r, unchanged, 500, 300, 1'200'000, 1'200'000);
  put(r, entered, 20, 20, 0, 80'000);
  hide_small_movements(r);
  EXPECT_TRUE(hidden(r, ceased));
  EXPECT_TRUE(hidden(r, unchanged)) << "the other cell of the first month";
  EXPECT_TRUE(hidden(r, entered))
      << "the difference of the totals, in which what is unchanged cancels, has ceased alone";
  EXPECT_FALSE(hidden(r, left));
  EXPECT_FALSE(r.totals_hidden);
}

TEST(SmallMovements, hide_few_who_draw_among_many_who_work) {
  Reconciliation r;
  put(r, unchanged, 5003, 3, 9000, 9000);
  hide_small_movements(r);
  EXPECT_TRUE(hidden(r, unchanged)) << "its money is that of three";
  EXPECT_TRUE(r.totals_hidden) << "so are the totals";
}

TEST(SmallMovements, leave_large_ones_as_they_are) {
  Reconciliation r;
  put(r, unchanged, 500, 300, 1'200'000, 1'200'000);
  put(r, entered, 20, 20, 0, 80'000);
  r.keys[static_cast<std::size_t>(entered)] = {"k"};
  hide_small_movements(r);
  EXPECT_FALSE(hidden(r, unchanged) || hidden(r, entered) || r.totals_hidden);
  EXPECT_TRUE(r.keys[static_cast<std::size_t>(entered)].empty());
}

/// What a reader has of the money: what the hidden cells come to in both months, and that nothing changed where it says
/// so: one unknown for both months there.
struct MoneyKnown {
  PublishedSums sums;
  std::vector<std::array<std::size_t, 2>>
      unknown;  ///< of each cell, by month; 0: none, as it is shown or draws nothing
};

MoneyKnown money_known(const Reconciliation& r) {
  MoneyKnown known;
  std::array<double, 2> rest{static_cast<double>(r.total_before.fen()), static_cast<double>(r.total_after.fen())};
  std::array<std::vector<std::size_t>, 2> parts;
  known.sums.unknowns = 1;  // the first stands for nothing
  for (std::size_t i = 0; i < scheme_count * roster_cause_count; ++i) {
    const RosterMovement& one = r.movements[i / roster_cause_count][i % roster_cause_count];
    const auto cause = static_cast<RosterCause>(i % roster_cause_count);
    auto& unknown = known.unknown.emplace_back();
    if (!one.hidden) {
      rest[0] -= static_cast<double>(one.before.fen());
      rest[1] -= static_cast<double>(one.after.fen());
      continue;
    }
    const bool before = cause != entered && cause != retired && cause != joined && cause != left;
    const bool after = cause != ceased && cause != returned && cause != joined && cause != left;
    if (before) unknown[0] = known.sums.unknowns++;
    if (after) unknown[1] = cause == unchanged || cause == corrected ? unknown[0] : known.sums.unknowns++;
    for (std::size_t month = 0; month < 2; ++month) {
      if (unknown[month] > 0) parts[month].push_back(unknown[month]);
    }
  }
  for (std::size_t month = 0; month < 2 && !r.totals_hidden; ++month) {
    std::vector<double> row(known.sums.unknowns);
    for (const std::size_t part : parts[month]) row[part] = 1.0;
    if (!parts[month].empty()) known.sums.add(row, rest[month]);
  }
  return known;
}

TEST(SmallMovements, of_fewer_than_ten_stay_open_by_their_own_amount_in_a_thousand_towns) {
  std::mt19937 random(1);
  const auto below = [&](std::int64_t most) {
    return static_cast<std::int64_t>(random() % static_cast<unsigned>(most));
  };
  std::size_t small = 0, with_totals = 0;
  for (int town = 0; town < 1000; ++town) {
    Reconciliation r;
    for (std::size_t s = 0; s < scheme_count; ++s) {
      for (std::size_t c = 0; c < roster_cause_count; ++c) {
        const auto cause = static_cast<RosterCause>(c);
        if (below(3) == 0) continue;
        const std::int64_t persons = 1 + below(below(2) == 0 ? 12 : 400);
        const bool none_draws = cause == joined || cause == left;
        const bool some_draw = cause == corrected || cause == unchanged;
        const std::int64_t drawing = none_draws ? 0 : some_draw ? below(persons + 1) : persons;
        const std::int64_t money = drawing * (50 + below(100));
        const bool before = cause != entered && cause != retired, after = cause != ceased && cause != returned;
        put(r, cause, persons, drawing, before ? money : 0, after ? money + (cause == adjusted ? drawing * 3 : 0) : 0,
            s);
      }
    }
    hide_small_movements(r);
    with_totals += r.totals_hidden ? 0 : 1;
    const MoneyKnown known = money_known(r);
    for (std::size_t i = 0; i < scheme_count * roster_cause_count; ++i) {
      const RosterMovement& one = r.movements[i / roster_cause_count][i % roster_cause_count];
      ASSERT_TRUE(one.hidden || one.persons == 0 || one.persons >= least_published) << town;
      if (one.drawing == 0 || one.drawing >= least_published) continue;
      for (std::size_t side = 0; side < 2; ++side) {
        const Money money = side == 0 ? one.before : one.after;
        if (money == Money{}) continue;
        std::vector<double> row(known.sums.unknowns);
        row[known.unknown[i][side]] = 1.0;
        const auto bounds = bounds_of(known.sums, row);
        ASSERT_TRUE(bounds.has_value()) << town;
        EXPECT_GE(bounds->width(), static_cast<double>(money.fen())) << "town " << town << ", cell " << i;
        ++small;
      }
    }
  }
  EXPECT_GT(small, 3000u);
  EXPECT_GT(with_totals, 500u) << "what hides everything hides well";
}

}  // namespace
}  // namespace disburse
