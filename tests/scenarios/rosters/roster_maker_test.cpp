// What the makers of members share: keys, draws, means, and the opening stock that leads to a closing one.
#include "scenarios/rosters/roster_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/base/error.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

constexpr Part all_parts[] = {Part::civil_service_stock,
                              Part::civil_service_entrants,
                              Part::active,
                              Part::leavers,
                              Part::enterprise_earlier,
                              Part::enterprise_special,
                              Part::enterprise_before_last,
                              Part::enterprise_last,
                              Part::enterprise_to_september,
                              Part::enterprise_from_october,
                              Part::resident_stock,
                              Part::resident_entrants,
                              Part::payers};

/// A fifth of whatever age dies in a year, and nobody lives beyond 120.
Mortality mortality(const Rate& q = Rate(1, 5)) {
  LifeTable table;
  table.name = "made";
  for (auto& rates : table.q) {
    rates.assign(121, q);
    rates.back() = Rate(1, 1);
  }
  return Mortality(table, {Rate(1, 1), Rate(1, 1), Rate(1, 1)});
}

Recipe recipe() {
  Recipe made;
  made.name = "made";
  made.as_of = Month(2023, 12);
  made.file = "roster.toml";
  Distribution pensions;
  pensions.name = "enterprise_pension";
  pensions.minimum = Money::yuan(1'000);
  pensions.maximum = Money::yuan(9'000);
  pensions.points = {{Rate(0, 1), Money::yuan(1'000)}, {Rate(1, 1), Money::yuan(9'000)}};
  made.distributions = {pensions};
  return made;
}

Parameter parameter(const std::string& path, Unit unit, const std::string& value) {
  Parameter one;
  one.path = path;
  one.name = path;
  one.unit = unit;
  DatedValue dated;
  dated.from = Month(2000, 1);
  dated.value = parse_value(unit, value).value();
  dated.place = {"counts.toml", 7, 1};
  one.values.push_back(dated);
  return one;
}

ParameterTree parameters(const std::string& reading = "closing", const std::string& mean = "3000") {
  ParameterTree tree;
  Parameter choice;
  choice.path = choice.name = "counts.reading";
  choice.unit = Unit::choice;
  choice.choices = {"opening", "closing"};
  DatedValue dated;
  dated.from = Month(2000, 1);
  dated.value = reading;
  choice.values.push_back(dated);
  tree.add(choice);
  tree.add(parameter("counts.retirees", Unit::persons, "100"));
  tree.add(parameter("roster.enterprise_pension_mean", Unit::yuan_per_month, mean));
  tree.add(parameter("roster.service_years", Unit::years, "30"));
  tree.add(parameter("roster.female_share", Unit::rate, "0.25"));
  tree.add(parameter("roster.first_month", Unit::month, "2022-03"));
  return tree;
}

/// A maker with what it looks at.
struct Made {
  explicit Made(const std::string& reading = "closing", const std::string& mean = "3000", const Rate& q = Rate(1, 5))
      : law(parameters(reading, mean)), dying(mortality(q)), maker(of, law, dying, 7) {}
  Recipe of = recipe();
  ParameterTree law;
  Mortality dying;
  RosterMaker maker;
};

TEST(KeyRange, of_no_two_parts_meet) {
  for (const Part one : all_parts) {
    const KeyRange range = key_range(one);
    EXPECT_LE(range.first, range.last);
    EXPECT_LE(range.last, 999'999U) << "keys have six digits";
    for (const Part other : all_parts) {
      const KeyRange next = key_range(other);
      if (one == other || range.letter != next.letter) continue;
      EXPECT_TRUE(range.last < next.first || next.last < range.first)
          << static_cast<int>(one) << " and " << static_cast<int>(other);
    }
  }
}

TEST(RosterMaker, reads_its_recipes_parameters) {
  const Made made;
  EXPECT_EQ(made.maker.count("retirees"), 100);
  EXPECT_EQ(made.maker.count_if_any("retirees"), 100);
  EXPECT_EQ(made.maker.count_if_any("nobody"), 0);
  EXPECT_EQ(made.maker.mean("enterprise_pension_mean"), Money::yuan(3'000));
  EXPECT_EQ(made.maker.years("service_years"), 30);
  EXPECT_EQ(made.maker.month("first_month"), Month(2022, 3));
  EXPECT_EQ(made.maker.share("female_share"), std::int64_t{1} << 30) << "a quarter of 2^32";
  EXPECT_EQ(made.maker.as_of(), Month(2023, 12));
}

TEST(RosterMaker, numbers_members_within_their_part) {
  Made made;
  made.maker.add(Part::enterprise_special, 0, {});
  made.maker.add(Part::enterprise_special, 99'998, {});
  made.maker.add(Part::payers, 41, {});
  EXPECT_EQ(made.maker.rows(), 3U);
  const Roster roster = made.maker.finish();
  EXPECT_EQ(roster.key[0], MemberKey::from("E600001"));
  EXPECT_EQ(roster.key[1], MemberKey::from("E699999"));
  EXPECT_EQ(roster.key[2], MemberKey::from("P000042"));
  EXPECT_EQ(roster.as_of, Month(2023, 12));
  EXPECT_EQ(roster.source, "recipe made, seed 7");
}

TEST(RosterMaker, refuses_more_members_than_keys) {
  Made made;
  try {
    made.maker.add(Part::enterprise_special, 99'999, {});
    FAIL() << "a key of the next part was given";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::data);
    EXPECT_THAT(to_string(*rejected.errors().begin()), HasSubstr("a group has more than 99999 members"));
  }
}

TEST(RosterMaker, draws_by_part_and_number_alone) {
  const Made one, other;
  EXPECT_EQ(one.maker.words(Part::active, 5), other.maker.words(Part::active, 5));
  EXPECT_NE(one.maker.words(Part::active, 5), one.maker.words(Part::active, 6));
  EXPECT_NE(one.maker.words(Part::active, 5), one.maker.words(Part::payers, 5));
  EXPECT_NE(one.maker.start(Part::active), one.maker.start(Part::payers));
}

RC_GTEST_PROP(RosterMaker, years_of_service_have_their_mean_whatever_the_group, ()) {
  static const Made made;
  const auto count = *rc::gen::inRange<std::uint64_t>(1, 60);
  const auto mean_years = *rc::gen::inRange<std::int64_t>(15, 40);
  const auto spread = *rc::gen::inRange<std::uint32_t>(0, 10);
  std::int64_t months = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::int32_t one = made.maker.service_months(Part::active, i, count, mean_years, spread);
    RC_ASSERT(one % 12 == 0);
    RC_ASSERT(std::abs(one / 12 - mean_years) <= static_cast<std::int64_t>(spread));
    months += one;
  }
  RC_ASSERT(months == 12 * mean_years * static_cast<std::int64_t>(count));
}

TEST(RosterMaker, spreads_retirements_evenly_over_months) {
  EXPECT_EQ(RosterMaker::spread_month(0, Month(2024, 1), 9), Month(2024, 1));
  EXPECT_EQ(RosterMaker::spread_month(8, Month(2024, 1), 9), Month(2024, 9));
  EXPECT_EQ(RosterMaker::spread_month(9, Month(2024, 1), 9), Month(2024, 1));
}

TEST(Chance, has_the_odds_of_its_weights) {
  // One to three: a quarter of all words.
  EXPECT_TRUE(chance(0, 1, 3));
  EXPECT_TRUE(chance(0x3FFFFFFF, 1, 3));
  EXPECT_FALSE(chance(0x40000000, 1, 3));
  EXPECT_FALSE(chance(0xFFFFFFFF, 1, 3));
  EXPECT_FALSE(chance(0, 0, 1));
  EXPECT_TRUE(chance(0xFFFFFFFF, 1, 0));
}

Member with_pension(std::int64_t yuan) {
  Member member;
  member.scheme = Scheme::enterprise;
  member.pension = Money::yuan(yuan);
  return member;
}

TEST(RosterMaker, gives_rows_their_stated_mean_to_the_fen) {
  Made made("closing", "3000.01");
  made.maker.add(Part::enterprise_last, 0, with_pension(9'000));  // of another group
  for (const std::int64_t yuan : {1'500, 2'500, 3'700})
    made.maker.add(Part::enterprise_earlier, made.maker.rows() - 1, with_pension(yuan));
  made.maker.set_mean(enterprise_pensions, 1);
  const Roster roster = made.maker.finish();
  EXPECT_EQ(roster.member(0).pension, Money::yuan(9'000)) << "as it was";
  EXPECT_EQ(roster.member(1).pension + roster.member(2).pension + roster.member(3).pension, 9000.03_yuan);
  EXPECT_LT(roster.member(1).pension, roster.member(2).pension) << "in their order";
}

TEST(RosterMaker, gives_the_mean_to_those_alone_who_have_an_amount) {
  Made made;
  for (const std::int64_t yuan : {1'500, 0, 2'500})
    made.maker.add(Part::enterprise_earlier, made.maker.rows(), with_pension(yuan));
  made.maker.set_mean_of(enterprise_pensions, 0, 2);
  const Roster roster = made.maker.finish();
  EXPECT_EQ(roster.member(1).pension, Money{});
  EXPECT_EQ(roster.member(0).pension + roster.member(2).pension, Money::yuan(6'000));
}

TEST(RosterMaker, refuses_a_mean_beyond_the_distribution) {
  Made made("closing", "9000.01");
  made.maker.add(Part::enterprise_earlier, 0, with_pension(2'000));
  try {
    made.maker.set_mean(enterprise_pensions, 0);
    FAIL() << "a mean above the maximum was met";
  } catch (const InputRejected& rejected) {
    const InputError& error = *rejected.errors().begin();
    EXPECT_EQ(error.key, "roster.enterprise_pension_mean");
    EXPECT_EQ(error.place.file, "counts.toml");
    EXPECT_EQ(error.place.line, 7);
    EXPECT_THAT(english(error.problem), HasSubstr("9000.01"));
    EXPECT_THAT(english(error.why), HasSubstr("enterprise_pension"));
  }
}

Sought sought(std::int64_t count) {
  Sought one;
  one.scheme = Scheme::resident;
  one.path = "counts.retirees";
  one.count = count;
  one.person = [](std::uint64_t) { return SexAndAge{Sex::male, 70 * 12}; };
  return one;
}

TEST(RosterMaker, seeks_the_opening_stock_of_a_closing_count) {
  Made made;
  // A fifth dies: of 125 are left 100. Of 124 they would be 99.2, which is 99.
  EXPECT_EQ(made.maker.further_members(sought(100)), 125U);
}

TEST(RosterMaker, counts_entrants_and_settled_members_in) {
  Made made;
  Sought with_entrants = sought(100);
  with_entrants.entrants = 20;
  with_entrants.settled = 25;
  with_entrants.settled_alive = Int128{40} * certain;  // all 20 entrants and 20 of the 25
  // 60 further ones are to be left: 75. Then 20 + 20 + 60 are 100.
  EXPECT_EQ(made.maker.further_members(with_entrants), 75U);
}

TEST(RosterMaker, takes_an_opening_count_as_it_stands) {
  Made made("opening");
  Sought opening = sought(100);
  opening.entrants = 20;
  opening.settled = 30;
  EXPECT_EQ(made.maker.further_members(opening), 70U);
}

TEST(RosterMaker, refuses_a_count_below_what_is_settled) {
  Made made("opening");
  Sought few = sought(100);
  few.settled = 101;
  try {
    made.maker.further_members(few);
    FAIL() << "there would be -1 of them";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.errors().begin()->key, "counts.retirees");
    EXPECT_THAT(english(rejected.errors().begin()->problem), HasSubstr("below the 101"));
  }
}

TEST(RosterMaker, refuses_a_count_that_no_stock_leads_to) {
  Made made("closing", "3000", Rate(1, 1));  // nobody outlives the year
  try {
    made.maker.further_members(sought(10));
    FAIL() << "nobody is left of whoever begins";
  } catch (const InputRejected& rejected) {
    EXPECT_THAT(english(rejected.errors().begin()->problem), HasSubstr("no opening stock leads to 10"));
  }
}

TEST(RosterMaker, counts_the_living_of_the_rows_since) {
  Made made;
  Member member = with_pension(2'000);
  member.scheme = Scheme::resident;
  member.birth = Month(1950, 1);
  member.retired = Month(2010, 1);
  made.maker.add(Part::resident_stock, 0, member);
  made.maker.add(Part::resident_stock, 1, member);
  member.retired = Month(2024, 12);  // exposed after the year
  made.maker.add(Part::resident_stock, 2, member);
  const auto alive = static_cast<double>(made.maker.alive_from(1)) / static_cast<double>(certain);
  EXPECT_NEAR(alive, 0.8 + 1.0, 1e-9);
}

}  // namespace
}  // namespace disburse
