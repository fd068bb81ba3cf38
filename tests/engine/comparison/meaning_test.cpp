// What a difference means: volume and price sum to it, and the sentences tell the budget's own units. Made-up figures.
#include "engine/comparison/meaning.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

ProgrammeDefinition definition(std::int64_t units) {
  ProgrammeDefinition made;
  made.id = "award";
  BudgetReading reading;
  reading.unit_name = "人次";
  reading.unit_name_en = "payments";
  reading.units = units;
  made.reading = reading;
  return made;
}

/// Persons by month of 2024 from January on, and one month of 2025 that does not count.
ProgrammeResult programme(std::optional<Money> budget, Money projected, const std::vector<double>& persons) {
  ProgrammeResult made;
  made.amount = {budget, projected};
  for (std::size_t m = 0; m < persons.size(); ++m)
    made.monthly.push_back({Month(2024, 1) + static_cast<int>(m), persons[m], {}, {}});
  made.monthly.push_back({Month(2025, 1), 1000.0, {}, {}});
  return made;
}

std::string said(const DifferenceMeaning& meaning) {
  std::string text;
  for (const Message& sentence : meaning.sentences) text += say(Language::en, sentence) + "\n";
  return text;
}

TEST(Meaning, parts_a_difference_into_volume_and_price_to_the_fen) {
  // 100 units at 600.00 yuan budgeted; 110 at 606.00 projected: 66,660.00 - 60,000.00 = 6,660.00.
  const auto meaning = meaning_of(definition(100), programme(60'000_yuan, 66'660_yuan, {50, 60}), {}, 2024);
  ASSERT_TRUE(meaning);
  EXPECT_DOUBLE_EQ(meaning->projected_units, 110.0);
  EXPECT_EQ(meaning->budget_price, 600_yuan);
  EXPECT_EQ(meaning->projected_price, 606_yuan);
  EXPECT_EQ(meaning->volume_effect, 6'000_yuan) << "10 more units at the budget's price";
  EXPECT_EQ(meaning->price_effect, 660_yuan) << "110 units at 6 yuan more";
  EXPECT_THAT(said(*meaning), HasSubstr("100 payments at 600.00 yuan; projected are 110 at 606.00 yuan"));
}

TEST(Meaning, sums_to_the_difference_whatever_is_rounded) {
  for (const double persons : {0.0, 1.0 / 3.0, 33.333, 1e6}) {
    for (const std::int64_t units : {1, 3, 7, 100'003}) {
      const auto meaning =
          meaning_of(definition(units), programme(Money::fen(1001), Money::fen(98'765), {persons}), {}, 2024);
      EXPECT_EQ((meaning->volume_effect + meaning->price_effect).fen(), 98'765 - 1001) << persons << " " << units;
    }
  }
}

TEST(Meaning, says_nothing_where_budget_and_projection_agree) {
  const auto meaning = meaning_of(definition(100), programme(60'000_yuan, 60'000_yuan, {100}), {}, 2024);
  ASSERT_TRUE(meaning);
  EXPECT_TRUE(meaning->sentences.empty());
}

TEST(Meaning, is_none_without_a_budget_or_a_reading) {
  EXPECT_FALSE(meaning_of(definition(100), programme(std::nullopt, 1_yuan, {1}), {}, 2024));
  ProgrammeDefinition bare = definition(100);
  bare.reading.reset();
  EXPECT_FALSE(meaning_of(bare, programme(1_yuan, 1_yuan, {1}), {}, 2024));
}

TEST(Meaning, of_a_budget_without_a_number_is_all_price_and_tells_the_number_it_pays) {
  // 66,660.00 for 110 payments are 606.00 each; 60,000.00 pay 99 of them.
  const auto meaning = meaning_of(definition(0), programme(60'000_yuan, 66'660_yuan, {110}), {}, 2024);
  ASSERT_TRUE(meaning);
  EXPECT_EQ(meaning->price_effect, 6'660_yuan);
  EXPECT_EQ(meaning->volume_effect, Money{});
  EXPECT_THAT(said(*meaning),
              testing::AllOf(HasSubstr("606.00"), HasSubstr("it pays 99,"), HasSubstr("projected are 110")));
}

TEST(Meaning, tells_what_the_budgets_own_units_cost_at_the_official_rate) {
  Parameter rate;
  rate.path = "award.rate";
  rate.name = rate.name_en = "rate";
  rate.unit = Unit::yuan_per_payment;
  rate.values = {{Month(2024, 1), {}, {2024, 1, 1}, 700_yuan, Status::enacted, "made up", {}}};
  ParameterTree law;
  law.add(rate);
  ProgrammeDefinition official = definition(100);
  official.reading->standard = "award.rate";
  official.reading->units_per_person = 2;
  // 100 x 700 = 7.00万, appropriated 6.00万: 1.00万 less; 60,000 / 700 = 85.7 payments, 42 persons paid twice.
  const auto meaning = meaning_of(official, programme(60'000_yuan, 66'660_yuan, {110}), law, 2024);
  ASSERT_TRUE(meaning);
  EXPECT_THAT(said(*meaning), testing::AllOf(HasSubstr("cost 7.00"), HasSubstr("1.00 less"), HasSubstr("which pay 85"),
                                             HasSubstr("42 ordinary equivalents of 2 payments each")));
}

TEST(Meaning, names_what_other_payers_bear) {
  ProgrammeResult shared = programme(60'000_yuan, 66'660_yuan, {110});
  shared.outlay = 166'660_yuan;
  shared.by_payer.resize(2);
  EXPECT_THAT(said(*meaning_of(definition(100), shared, {}, 2024)),
              HasSubstr("outlay is 16.67, others bear 10.00, this line 6.67"));
  shared.by_payer.resize(1);
  EXPECT_THAT(said(*meaning_of(definition(100), shared, {}, 2024)), Not(HasSubstr("others bear")));
}

TEST(Meaning, counts_a_driver_instead_of_persons) {
  Parameter driver;
  driver.path = driver.name = "award.driver";
  driver.unit = Unit::count;
  driver.values = {{Month(2024, 1), {}, {2024, 1, 1}, std::int64_t{120}, Status::enacted, "made up", {}}};
  ParameterTree law;
  law.add(driver);
  ProgrammeDefinition office = definition(100);
  office.shape = Shape::driver_cost;
  EXPECT_DOUBLE_EQ(meaning_of(office, programme(60'000_yuan, 72'000_yuan, {5}), law, 2024)->projected_units, 120.0);
}

}  // namespace
}  // namespace disburse
