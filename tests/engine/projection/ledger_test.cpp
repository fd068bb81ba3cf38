// The ledger: one cell a key, rounded half up to a fen once.
#include "engine/projection/ledger.hpp"

#include <gtest/gtest.h>

#include "engine/members/mortality.hpp"
#include "support/payers.hpp"

namespace disburse {
namespace {

LedgerKey key(Month due, const Payer& who = payer("city"), Kind kind = Kind::regular) {
  return {0, who.is_own() ? "2089999" : "", who, kind, due, due};
}

constexpr Int128 fen(double count) { return static_cast<Int128>(count * static_cast<double>(certain)); }

TEST(Ledger, sums_before_it_rounds) {
  LedgerBuilder builder;
  // Three times 0.4 fen are 1.2, rounded 1; each alone would be 0.
  for (int i = 0; i < 3; ++i) builder.add(key({2024, 1}), certain * 2 / 5, certain / 4);
  const auto cells = builder.close();
  ASSERT_EQ(cells.size(), 1u);
  EXPECT_EQ(cells[0].amount, Money::fen(1));
  EXPECT_DOUBLE_EQ(cells[0].persons, 0.75);
  EXPECT_TRUE(cells[0].exact == Int128{3} * (certain * 2 / 5));
}

TEST(Ledger, rounds_half_up_and_away_from_zero) {
  LedgerBuilder builder;
  builder.add(key({2024, 1}), fen(2.5), 0);
  builder.add(key({2024, 2}), fen(-2.5), 0);
  builder.add(key({2024, 3}), fen(2.5) - 1, 0);
  const auto cells = builder.close();
  ASSERT_EQ(cells.size(), 3u);
  EXPECT_EQ(cells[0].amount, Money::fen(3));
  EXPECT_EQ(cells[1].amount, Money::fen(-3));
  EXPECT_EQ(cells[2].amount, Money::fen(2));
}

TEST(Ledger, keeps_what_differs_in_any_part_of_the_key_apart_and_in_order) {
  LedgerBuilder builder;
  builder.add(key({2024, 2}), fen(1), 0);
  builder.add(key({2024, 1}), fen(2), 0);
  builder.add(key({2024, 1}, payer("fund")), fen(4), 0);
  builder.add(key({2024, 1}, payer("city"), Kind::arrears), fen(8), 0);
  LedgerKey late = key({2024, 1});
  late.paid = Month(2024, 7);
  builder.add(late, fen(16), 0);
  LedgerKey other = key({2024, 1});
  other.programme = 1;
  builder.add(other, fen(32), 0);
  const auto cells = builder.close();
  ASSERT_EQ(cells.size(), 6u);
  for (std::size_t i = 1; i < cells.size(); ++i) EXPECT_LT(cells[i - 1].key, cells[i].key);
  Money sum;
  for (const LedgerCell& cell : cells) sum += cell.amount;
  EXPECT_EQ(sum, Money::fen(63));
}

TEST(Ledger, without_payments_has_no_cells) { EXPECT_TRUE(LedgerBuilder().close().empty()); }

}  // namespace
}  // namespace disburse
