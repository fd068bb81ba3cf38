// What deaths mean for the measures: living sums less what is lost and more what falls due, taken up once.
#include "engine/replicates/death_sums.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "engine/base/error.hpp"
#include "engine/replicates/made_city.hpp"
#include "engine/replicates/small_city.hpp"

namespace disburse {
namespace {

using What = Measure::What;

Budget one_line() {
  Budget budget;
  budget.lines.resize(1);
  budget.lines[0].code = "line of pension";
  return budget;
}

std::int64_t of_year(const Measures& measures, const std::vector<std::int64_t>& amounts, What what) {
  return amounts.at(measures.find(what, 0, what == What::line ? "line of pension" : "", 2024));
}

TEST(TakenUp, is_a_share_rounded_half_up_once) {
  EXPECT_EQ(taken_up(101, Rate(1, 1)), 101);
  EXPECT_EQ(taken_up(10, Rate(1, 4)), 3) << "2.5 fen";
  EXPECT_EQ(taken_up(9, Rate(1, 4)), 2) << "2.25 fen";
  EXPECT_EQ(taken_up(10, Rate()), 0);
}

TEST(MeasureMap, counts_a_column_to_programme_line_total_and_their_months) {
  const MadeCity city(many_residents(3), 3, Rate());
  const Measures measures(city.programmes, one_line(), city.horizon);
  const MeasureMap map(city.programmes, measures);
  EXPECT_EQ(map.measures(), measures.all().size());
  EXPECT_EQ(map.width(), 6U) << "three months of a benefit and of a lump sum";
  EXPECT_EQ(map.counted(MadeCity::residents, 1), measures.of(0, "line of pension", Month(2024, 2)));
  EXPECT_EQ(map.counted(MadeCity::residents, 5), measures.of(0, "line of pension", Month(2024, 3)))
      << "the lump sum of March";
}

TEST(MeasureMap, holds_fixed_payments_apart) {
  const Horizon horizon{Month(2024, 1), 3};
  ProgrammeSet set;
  const FixedPayment once{"line of pension", payer("city"),  Kind::regular,
                          Month(2024, 2),    Month(2024, 2), Money::fen(70)};
  FixedPayment late = once;
  late.paid = Month(2024, 4);
  set.push_back(std::make_unique<MadeProgramme>("pension", Scheme::resident, horizon,
                                                std::vector<MadePart>{made_part("benefit", payer("city"), {1, 1, 1})},
                                                Rate(1, 1), std::vector<FixedPayment>{once, once, late}));
  const Measures measures(set, one_line(), horizon);
  const MeasureMap map(set, measures);
  EXPECT_EQ(of_year(measures, map.fixed(), What::total), 140) << "what is paid after the horizon counts to nothing";
  EXPECT_EQ(of_year(measures, map.fixed(), What::line), 140);
}

TEST(LivingSums, without_mortality_are_all_there_is) {
  // Pensions of 1 to 10 fen, 55 fen a month, three months, three quarters take them up: 41.25 fen, 41 in each month.
  const MadeCity city(many_residents(10), 3, Rate(), Rate(3, 4));
  const Measures measures(city.programmes, one_line(), city.horizon);
  const MeasureMap map(city.programmes, measures);
  LivingSums living(map);
  living.add(city.paths);
  EXPECT_EQ(living.if_all_live(MadeCity::residents, 2), 55);
  EXPECT_EQ(of_year(measures, living.certain_payments(map), What::total), 3 * 41);
  DeathSums deaths(map, 0, 8);
  deaths.add(city.paths, 1, Simd::plain);
  const std::vector<std::int64_t> amounts = deaths.amounts(living);
  ASSERT_EQ(amounts.size(), 8 * map.measures());
  EXPECT_EQ(of_year(measures, amounts, What::line), 3 * 41);
}

TEST(DeathSums, of_a_certain_death_in_the_first_month_leave_one_month_and_the_lump_sum) {
  // All die in January: 55 fen of January, and three pensions each on death.
  const MadeCity city(many_residents(10), 3, Rate(1, 1));
  const Measures measures(city.programmes, one_line(), city.horizon);
  const MeasureMap map(city.programmes, measures);
  LivingSums living(map);
  living.add(city.paths);
  EXPECT_EQ(of_year(measures, living.certain_payments(map), What::total), 0) << "nothing is certain";
  DeathSums deaths(map, 8, 8);
  deaths.add(city.paths, 1, Simd::plain);
  const std::vector<std::int64_t> amounts = deaths.amounts(living);
  for (std::size_t r = 0; r < 8; ++r) {
    const std::vector<std::int64_t> own(amounts.begin() + static_cast<std::ptrdiff_t>(r * map.measures()),
                                        amounts.begin() + static_cast<std::ptrdiff_t>((r + 1) * map.measures()));
    EXPECT_EQ(of_year(measures, own, What::programme), 55 + 3 * 55) << r;
  }
}

TEST(DeathSums, of_two_pieces_are_those_of_the_whole) {
  const std::vector<Member> all = many_residents(60);
  const std::vector<Member> front(all.begin(), all.begin() + 25);
  const MadeCity whole(all, 4, Rate(3, 10)), part(front, 4, Rate(3, 10));
  const Measures measures(whole.programmes, one_line(), whole.horizon);
  const MeasureMap map(whole.programmes, measures);
  DeathSums once(map, 0, 16), twice(map, 0, 16), piece(map, 0, 16);
  once.add(part.paths, 5, Simd::plain);
  twice.add(part.paths, 5, Simd::plain);
  piece.add(part.paths, 5, Simd::plain);
  twice.add(piece);
  ASSERT_EQ(once.numbers().size(), 16 * map.width());
  std::int64_t seen = 0;
  for (std::size_t i = 0; i < once.numbers().size(); ++i) {
    EXPECT_EQ(twice.numbers()[i], 2 * once.numbers()[i]);
    seen += once.numbers()[i];
  }
  EXPECT_GT(seen, 0);
  // Who is not in the part draws alone: the part's sums are no more than the whole's.
  DeathSums city(map, 0, 16);
  city.add(whole.paths, 5, Simd::plain);
  for (std::size_t i = 0; i < city.numbers().size(); ++i) EXPECT_GE(city.numbers()[i], once.numbers()[i]);
}

TEST(LivingSums, are_kept_and_added_elsewhere) {
  const Small& small = one_year();
  const MeasureMap& map = small.ensemble.map();
  LivingSums once(map), thrice(map);
  small.ensemble.pieces().each(1, [&](const MemberPaths& paths) { once.add(paths); });
  const std::vector<std::int64_t> numbers = once.numbers();
  EXPECT_GT(std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0}), 0);
  for (int i = 0; i < 3; ++i) thrice.add(numbers);
  for (std::size_t s = 0; s < map.columns().size(); ++s) {
    for (std::size_t j = 0; j < map.columns()[s].alive().size(); ++j)
      EXPECT_EQ(thrice.if_all_live(s, j), 3 * once.if_all_live(s, j));
  }
  EXPECT_THROW(thrice.add(std::vector<std::int64_t>(numbers.size() + 1)), ProgramFault);
}

}  // namespace
}  // namespace disburse
