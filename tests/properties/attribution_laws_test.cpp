// Laws of shares of a difference: what a game's shares must be whatever its values.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <numeric>

#include "engine/base/error.hpp"
#include "engine/comparison/attribution.hpp"

namespace disburse {
namespace {

using Shares = std::vector<Money>;

Money sum_of(const Shares& shares) { return std::accumulate(shares.begin(), shares.end(), Money{}); }

/// A game of n changes: an amount for each subset.
struct Game {
  int n = 0;
  std::vector<std::int64_t> fen;
  std::uint32_t all() const { return (1U << n) - 1; }
  SubsetValue value() const {
    return [this](std::uint32_t subset) { return Money::fen(fen[subset]); };
  }
};

Game any_game(int most = 6) {
  Game game;
  game.n = *rc::gen::inRange(1, most + 1);
  game.fen = *rc::gen::container<std::vector<std::int64_t>>(
      std::size_t{1} << game.n, rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'001));
  return game;
}

/// The definition in words: each order in which the changes can be made, one after the other; their mean. In units of
/// one n-th factorial of a fen.
std::vector<Int128> slow_shapley(const Game& game) {
  std::vector<int> order(static_cast<std::size_t>(game.n));
  std::iota(order.begin(), order.end(), 0);
  std::vector<Int128> sums(order.size(), 0);
  do {
    std::uint32_t made = 0;
    for (const int change : order) {
      const std::uint32_t next = made | 1U << change;
      sums[static_cast<std::size_t>(change)] += game.fen[next] - game.fen[made];
      made = next;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return sums;
}

RC_GTEST_PROP(AttributionLaws, shapley_is_the_mean_of_all_orders, ()) {
  const Game game = any_game(5);
  const Shares shares = shapley(game.n, game.value());
  const std::vector<Int128> slow = slow_shapley(game);
  Int128 orders = 1;
  for (int i = 2; i <= game.n; ++i) orders *= i;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Int128 off = Int128{shares[i].fen()} * orders - slow[i];
    RC_ASSERT(off < orders && off > -orders);  // within a fen: rounded once
  }
}

RC_GTEST_PROP(AttributionLaws, both_ways_sum_to_the_difference, ()) {
  const Game game = any_game();
  const Money difference = Money::fen(game.fen[game.all()] - game.fen[0]);
  RC_ASSERT(sum_of(shapley(game.n, game.value())) == difference);
  RC_ASSERT(sum_of(waterfall(game.n, game.value())) == difference);
}

RC_GTEST_PROP(AttributionLaws, changes_that_do_the_same_have_the_same_share, ()) {
  const int n = *rc::gen::inRange(2, 7);
  const auto by_size = *rc::gen::container<std::vector<std::int64_t>>(
      static_cast<std::size_t>(n) + 1, rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'001));
  const Shares shares = shapley(
      n, [&](std::uint32_t subset) { return Money::fen(by_size[static_cast<std::size_t>(std::popcount(subset))]); });
  for (const Money share : shares) RC_ASSERT(std::abs((share - shares[0]).fen()) <= 1);
}

RC_GTEST_PROP(AttributionLaws, changes_that_do_not_meet_have_what_each_does_alone, ()) {
  const int n = *rc::gen::inRange(1, 7);
  const auto alone = *rc::gen::container<std::vector<std::int64_t>>(
      static_cast<std::size_t>(n), rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'001));
  const auto value = [&](std::uint32_t subset) {
    std::int64_t fen = 5;
    for (int i = 0; i < n; ++i) fen += (subset >> i & 1U) != 0 ? alone[static_cast<std::size_t>(i)] : 0;
    return Money::fen(fen);
  };
  for (const Shares& shares : {shapley(n, value), waterfall(n, value)}) {
    for (std::size_t i = 0; i < shares.size(); ++i) RC_ASSERT(shares[i] == Money::fen(alone[i]));
  }
}

RC_GTEST_PROP(AttributionLaws, an_amount_that_is_always_there_moves_no_share, ()) {
  const Game game = any_game();
  Game more = game;
  const auto extra = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'001);
  for (std::int64_t& fen : more.fen) fen += extra;
  RC_ASSERT(shapley(game.n, game.value()) == shapley(more.n, more.value()));
  RC_ASSERT(waterfall(game.n, game.value()) == waterfall(more.n, more.value()));
}

RC_GTEST_PROP(AttributionLaws, each_subset_is_asked_for_once, ()) {
  const Game game = any_game();
  std::vector<int> asked(game.fen.size());
  shapley(game.n, [&](std::uint32_t subset) {
    ++asked.at(subset);
    return Money::fen(game.fen[subset]);
  });
  for (const int times : asked) RC_ASSERT(times == 1);
}

TEST(AttributionLaws, as_many_changes_as_twelve_and_no_more) {
  const auto count = [](std::uint32_t subset) { return Money::fen(std::popcount(subset)); };
  EXPECT_EQ(shapley(most_players, count), Shares(most_players, Money::fen(1)));
  EXPECT_THROW(shapley(most_players + 1, count), ProgramFault);
  EXPECT_THROW(shapley(0, count), ProgramFault);
}

}  // namespace
}  // namespace disburse
