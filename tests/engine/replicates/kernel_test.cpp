// Who dies when, from the draws alone; and the sums of what deaths take away and add, member by member.
#include "engine/replicates/kernel.hpp"

#include <gtest/gtest.h>

#include "engine/base/random.hpp"
#include "engine/replicates/made_city.hpp"

namespace disburse {
namespace {

constexpr std::uint64_t seed = 11;

/// The draw as the declaration says: 16 bits of the lane, the upper ones of event 0, the lower ones of event 1.
std::uint32_t draw_by_hand(std::uint64_t key, std::uint32_t replicate) {
  const auto lane = [&](std::uint32_t event) {
    const Words words = draw(seed, Stream::mortality, key, event, replicate / 8);
    const std::uint32_t word = words[replicate % 8 / 2];
    return replicate % 2 == 0 ? word % 65536 : word / 65536;
  };
  return lane(0) * 65536 + lane(1);
}

TEST(MonthOfDeath, is_that_of_the_tables_draw) {
  // A quarter dies in each of the first two months, half live on.
  const DeathTable table({certain, certain / 4 * 3, certain / 2});
  int deaths[3] = {0, 0, 0};
  for (std::uint64_t key = 1; key <= 40; ++key) {
    for (std::uint32_t replicate = 0; replicate < 24; ++replicate) {
      const std::uint32_t u = draw_by_hand(key, replicate);
      const int expected = u < 0x40000000 ? 0 : u < 0x80000000 ? 1 : -1;
      ASSERT_EQ(month_of_death(table, seed, key, replicate), expected) << key << " " << replicate;
      ++deaths[expected + 1];
    }
  }
  for (const int count : deaths) EXPECT_GT(count, 100) << "each of them was seen";
}

TEST(MonthOfDeath, of_who_may_be_dead_already_is_told_apart) {
  // Half are dead on the first day; the others live on.
  const DeathTable table({certain / 2, certain / 2});
  for (std::uint64_t key = 1; key <= 40; ++key) {
    const int expected = draw_by_hand(key, 3) < 0x80000000 ? dead_already : -1;
    EXPECT_EQ(month_of_death(table, seed, key, 3), expected) << key;
  }
}

/// Sums and deaths of 16 replicates, by each member's own month of death.
void expect_sums(const MadeCity& city, Simd simd) {
  constexpr std::uint32_t first = 8, count = 16;
  const SchemeColumns& columns = city.columns[MadeCity::residents];
  const std::size_t width = columns.width();
  std::vector<std::int64_t> expected(count * width), sums(count * width), dead(count), deaths(count);
  const Roster& members = city.population.members();
  for (std::size_t c = 0; c < city.population.cohorts().size(); ++c) {
    const DeathTable table(city.survival[c]);
    for (std::size_t i = city.population.cohorts()[c].begin; i < city.population.cohorts()[c].end; ++i) {
      for (std::uint32_t r = 0; r < count; ++r) {
        const int month = month_of_death(table, seed, draw_key(members.key[i].view()), first + r);
        if (month < 0) continue;
        ++dead[r];
        for (std::size_t j = 0; j < width; ++j) {
          const bool lump = j >= columns.alive().size();
          const std::int64_t fen = members.pension[i];
          if (lump && columns.at(j).due == month) expected[r * width + j] += 3 * fen;
          if (!lump && columns.at(j).due > month) expected[r * width + j] += fen;
        }
      }
    }
  }
  add_deaths(city.paths[MadeCity::residents], width, seed, first, count, simd, sums.data(), deaths);
  EXPECT_EQ(sums, expected);
  EXPECT_EQ(deaths, dead);
}

TEST(AddDeaths, sums_what_each_death_takes_away_and_adds) {
  const MadeCity city(many_residents(700), 14, Rate(3, 10));
  for (const Simd simd : {Simd::plain, Simd::avx2, Simd::avx512}) {
    if (simd <= widest_simd()) expect_sums(city, simd);
  }
}

TEST(AddDeaths, adds_to_what_is_there) {
  const MadeCity city(many_residents(60), 2, Rate(9, 10));
  const std::size_t width = city.columns[MadeCity::residents].width();
  std::vector<std::int64_t> once(8 * width), twice(8 * width), deaths(8);
  const SchemePaths& own = city.paths[MadeCity::residents];
  add_deaths(own, width, seed, 0, 8, Simd::plain, once.data(), deaths);
  for (int i = 0; i < 2; ++i) add_deaths(own, width, seed, 0, 8, Simd::plain, twice.data(), deaths);
  for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(twice[i], 2 * once[i]) << i;
}

}  // namespace
}  // namespace disburse
