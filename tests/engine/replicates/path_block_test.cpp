// Blocks of members: what goes in comes out, without the columns that hold no money, within 32 bits.
#include "engine/replicates/path_block.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon quarter{Month(2024, 1), 3};

/// Three months of a benefit and of a lump sum: columns 0 to 2 for the living, 3 to 5 for deaths.
const SchemeColumns& columns() {
  static const SchemeColumns made = [] {
    ProgrammeSet set;
    set.push_back(
        std::make_unique<MadeProgramme>("pension", Scheme::resident, quarter,
                                        std::vector<MadePart>{made_part("benefit", payer("city"), {1, 1, 1}),
                                                              made_lump("funeral", payer("city"), {1, 1, 1})}));
    return SchemeColumns(set, Scheme::resident, quarter);
  }();
  return made;
}

using Row = std::vector<std::int32_t>;

TEST(PathBlock, holds_every_members_amounts_in_the_columns_with_money) {
  BlockBuilder builder(columns());
  const std::vector<Row> rows{{100, 100, 120, 0, 0, 500}, {50, 50, 60, 0, 0, 0}, {70, 80, 80, 0, 0, 500}};
  for (std::size_t i = 0; i < rows.size(); ++i)
    ASSERT_TRUE(
        builder.add(rows[i].data(), {10 + i, static_cast<std::uint32_t>(i), static_cast<std::uint16_t>(i + 1)}));
  Row read;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    builder.row(i, read);
    EXPECT_EQ(read, rows[i]) << i;
  }
  const PathBlock block = builder.close();
  EXPECT_EQ(block.columns, (std::vector<std::uint32_t>{0, 1, 2, 5})) << "nobody is paid by the lump sums 3 and 4";
  EXPECT_EQ(block.alive, 3U);
  ASSERT_EQ(block.size(), 3U);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < block.width(); ++j)
      EXPECT_EQ(block.amount(i, j), rows[i][block.columns[j]]) << "member " << i << " column " << j;
    EXPECT_EQ(block.keys[i], 10 + i);
    EXPECT_EQ(block.tables[i], i);
    EXPECT_EQ(block.thresholds[i], i + 1);
  }
  EXPECT_EQ(block.values % PathBlock::step, 0U);
  EXPECT_EQ(builder.size(), 0U) << "the builder is empty again";
}

TEST(PathBlock, tells_where_the_losses_of_a_death_begin_among_its_own_columns) {
  BlockBuilder builder(columns());
  const Row row{100, 0, 100, 0, 300, 0};
  ASSERT_TRUE(builder.add(row.data(), {}));
  const PathBlock block = builder.close();
  ASSERT_EQ(block.columns, (std::vector<std::uint32_t>{0, 2, 4}));
  // January's death loses February and March, of which March alone is here; so does February's.
  EXPECT_EQ(block.first_lost, (std::vector<std::uint32_t>{1, 1, 2, 2}));
  // The one lump sum is February's: [first_lump(1), first_lump(2)) holds it, and no other month does.
  EXPECT_EQ(block.first_lump, (std::vector<std::uint32_t>{2, 2, 3, 3}));
}

TEST(PathBlock, takes_alike_only_who_needs_no_parting_and_is_paid_in_the_same_columns) {
  BlockBuilder builder(columns());
  const Row level{100, 100, 100, 100, 100, 100}, other{40, 40, 40, 40, 40, 40}, nothing(6, 0), rises{1, 2, 2, 1, 1, 1};
  EXPECT_FALSE(builder.add_alike(level.data(), {})) << "there is no member before";
  ASSERT_TRUE(builder.add(level.data(), {}));
  EXPECT_TRUE(builder.add_alike(other.data(), {}));
  EXPECT_FALSE(builder.add_alike(nothing.data(), {})) << "money in other columns than the member before";
  EXPECT_FALSE(builder.add_alike(rises.data(), {})) << "the class must be parted";
  EXPECT_EQ(builder.size(), 2U);
  EXPECT_TRUE(builder.add(rises.data(), {}));
  Row read;
  builder.row(0, read);
  EXPECT_EQ(read, level) << "parting leaves who came before as they are";
}

TEST(PathBlock, keeps_the_sum_of_a_value_within_32_bits) {
  constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
  BlockBuilder builder(columns());
  const Row all{most - 1, 0, 0, 0, 0, 0}, one{1, 0, 0, 0, 0, 0}, debt{-1, 0, 0, 0, 0, 0};
  ASSERT_TRUE(builder.add(all.data(), {}));
  EXPECT_TRUE(builder.add(one.data(), {})) << "just full";
  EXPECT_FALSE(builder.add(one.data(), {}));
  EXPECT_FALSE(builder.add(debt.data(), {})) << "magnitudes count, whatever their sign";
  EXPECT_EQ(builder.size(), 2U) << "who was refused left nothing behind";
}

TEST(PathBlock, is_full_at_its_most_members) {
  BlockBuilder builder(columns());
  const Row row{1, 1, 1, 0, 0, 0};
  for (std::size_t i = 0; i < PathBlock::most_members; ++i) ASSERT_TRUE(builder.add(row.data(), {}));
  EXPECT_FALSE(builder.add(row.data(), {}));
  EXPECT_FALSE(builder.add_alike(row.data(), {}));
}

}  // namespace
}  // namespace disburse
