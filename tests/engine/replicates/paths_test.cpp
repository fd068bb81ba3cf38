// The paths of members: who may die has a row, who cannot is a sum, and together they are all that is paid.
#include "engine/replicates/paths.hpp"

#include <gtest/gtest.h>

#include <map>

#include "engine/base/random.hpp"
#include "engine/replicates/made_city.hpp"

namespace disburse {
namespace {

TEST(MemberPaths, of_members_who_may_die_are_their_rows) {
  const MadeCity city(many_residents(40), 3, Rate(1, 10));
  const SchemePaths& own = city.paths[MadeCity::residents];
  EXPECT_EQ(own.members, 40U);
  EXPECT_EQ(own.all, 40U);
  const Roster& members = city.population.members();
  std::map<std::uint64_t, std::int32_t> pension;
  for (std::size_t i = 0; i < members.size(); ++i)
    pension[draw_key(members.key[i].view())] = static_cast<std::int32_t>(members.pension[i]);
  std::size_t seen = 0;
  for (const PathBlock& block : own.blocks) {
    for (std::size_t i = 0; i < block.size(); ++i, ++seen) {
      const std::int32_t fen = pension.at(block.keys[i]);
      for (std::size_t j = 0; j < block.width(); ++j)
        EXPECT_EQ(block.amount(i, j), j < block.alive ? fen : 3 * fen) << "a benefit, or three on death";
    }
  }
  EXPECT_EQ(seen, 40U);
  // 1 + 2 + ... + 40 = 820 fen in each of the three months.
  EXPECT_EQ(own.if_all_live, (std::vector<std::int64_t>{820, 820, 820}));
  EXPECT_EQ(own.certain_payments, (std::vector<std::int64_t>{0, 0, 0}));
}

TEST(MemberPaths, of_who_cannot_die_are_sums_alone) {
  const MadeCity city(many_residents(40), 3, Rate());
  const SchemePaths& own = city.paths[MadeCity::residents];
  EXPECT_EQ(own.members, 0U);
  EXPECT_EQ(own.all, 40U);
  EXPECT_TRUE(own.blocks.empty());
  EXPECT_EQ(own.certain_payments, (std::vector<std::int64_t>{820, 820, 820}));
  EXPECT_EQ(own.if_all_live, own.certain_payments);
}

TEST(MemberPaths, leave_other_schemes_alone) {
  const MadeCity city(many_residents(5), 3, Rate(1, 10));
  for (std::size_t s = 0; s < city.paths.size(); ++s) {
    if (s != MadeCity::residents) {
      EXPECT_EQ(city.paths[s].all, 0U) << s;
    }
  }
  ASSERT_EQ(city.columns.size(), static_cast<std::size_t>(scheme_count));
  for (std::size_t s = 0; s < city.columns.size(); ++s) EXPECT_EQ(city.columns[s].scheme(), static_cast<Scheme>(s));
}

TEST(MemberPaths, do_not_depend_on_the_threads) {
  const MadeCity city(many_residents(200), 3, Rate(1, 10));
  const MemberPaths other = member_paths(city.population, city.programmes, city.columns, city.survival, 3);
  const SchemePaths &a = city.paths[MadeCity::residents], &b = other[MadeCity::residents];
  ASSERT_EQ(a.blocks.size(), b.blocks.size());
  for (std::size_t i = 0; i < a.blocks.size(); ++i) {
    EXPECT_EQ(a.blocks[i].keys, b.blocks[i].keys);
    EXPECT_TRUE(std::equal(a.blocks[i].lines.begin(), a.blocks[i].lines.end(), b.blocks[i].lines.begin()));
  }
}

TEST(MemberPaths, refuse_an_amount_that_does_not_fit) {
  // 32 bits of fen hold 21,474,836.47 yuan.
  EXPECT_THROW(MadeCity({made_pensioner(Scheme::resident, Money::yuan(22'000'000))}, 1, Rate(1, 10)),
               std::length_error);
}

}  // namespace
}  // namespace disburse
