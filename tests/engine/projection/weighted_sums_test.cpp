// Sums weighted with survival: the living by their share, lump sums by those who die in the month.
#include "engine/projection/weighted_sums.hpp"

#include <gtest/gtest.h>

#include "engine/members/mortality.hpp"
#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon two_months{Month(2024, 1), 2};

const Programme& programme() {
  static const MadeProgramme made(
      "pension", Scheme::resident, two_months,
      {made_part("benefit", payer("city"), {1, 1}), made_lump("funeral", payer("city"), {1, 1})});
  return made;
}

/// Three quarters live to February, half to March.
const std::vector<std::int64_t> survival{certain, certain / 4 * 3, certain / 2};

TEST(WeightedSums, weigh_the_living_and_the_dying) {
  StreamSums streams(2, 2);
  streams.add(0, 0, 2, Money::fen(100));
  streams.add(0, 0, 2, Money::fen(20));
  streams.add(1, 1, 2, Money::fen(600));
  WeightedSumsOf<Exact> sums(2, 2);
  sums.add(programme(), streams, survival);
  EXPECT_TRUE(sums.fen(0, 0) == Int128{certain} * 120);
  EXPECT_TRUE(sums.fen(0, 1) == Int128{certain} / 4 * 3 * 120) << "alive on the first of February";
  EXPECT_TRUE(sums.persons(0, 1) == Int128{certain} / 4 * 3 * 2) << "two payments";
  EXPECT_TRUE(sums.fen(1, 0) == Int128{}) << "no lump sum was due in January";
  EXPECT_TRUE(sums.fen(1, 1) == Int128{certain} / 4 * 600) << "a quarter dies in February";
  EXPECT_TRUE(sums.persons(1, 1) == Int128{certain} / 4);
}

TEST(WeightedSums, of_groups_add_up_in_any_order) {
  StreamSums few(2, 2), many(2, 2);
  few.add(0, 1, 2, Money::fen(7));
  many.add(0, 0, 2, Money::fen(1000));
  WeightedSumsOf<Exact> a(2, 2), b(2, 2), whole(2, 2);
  a.add(programme(), few, survival);
  b.add(programme(), many, survival);
  whole.add(programme(), few, survival);
  whole.add(programme(), many, survival);
  a.add(b);
  for (std::size_t c = 0; c < 2; ++c) {
    for (std::size_t t = 0; t < 2; ++t) {
      EXPECT_TRUE(a.fen(c, t) == whole.fen(c, t)) << c << " " << t;
      EXPECT_TRUE(a.persons(c, t) == whole.persons(c, t)) << c << " " << t;
    }
  }
  EXPECT_TRUE(whole.fen(0, 1) == Int128{certain} / 4 * 3 * 1007);
}

}  // namespace
}  // namespace disburse
