// Monthly probabilities, survival paths, and the two life tables against their published expectations.
#include "engine/members/mortality.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "engine/base/error.hpp"
#include "engine/support/files.hpp"
#include "models/readers/table_reader.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

constexpr std::size_t table_size_limit = 1u << 20;

LifeTable table_in_tree(const std::string& name) {
  InputErrors errors;
  LifeTable table =
      read_life_table(read_file(source_dir().string() + "/models/tables/" + name + ".csv", table_size_limit), name,
                      name + ".csv", errors);
  throw_if_any(Door::data, std::move(errors));
  return table;
}

std::array<Rate, scheme_count> factors(const Rate& civil, const Rate& enterprise, const Rate& resident) {
  return {civil, enterprise, resident};
}

const std::array<Rate, scheme_count> no_factor = factors(Rate(1, 1), Rate(1, 1), Rate(1, 1));

/// Ages 59, 60, 61 with q = 0, 1 - 2^-12, 1: the monthly probabilities are 0, 1/2 and 1.
LifeTable halving_table() {
  const std::vector<Rate> q{Rate(), Rate(4095, 4096), Rate(1, 1)};
  return {"halving", "made for tests", 59, {q, q}};
}

TEST(MonthlyProbability, exact_roots_come_out_exactly) {
  EXPECT_EQ(monthly_probability(0.0), 0);
  EXPECT_EQ(monthly_probability(1.0), certain);
  EXPECT_EQ(monthly_probability(4095.0 / 4096.0), certain / 2);              // (1/2)^12 = 1/4096
  EXPECT_EQ(monthly_probability(1.0 - 531441.0 / 16777216.0), certain / 4);  // (3/4)^12 = 3^12 / 4^12
}

TEST(MonthlyProbability, agrees_with_the_maths_library_to_a_unit) {
  for (const double q : {1e-9, 0.000066, 0.004775, 0.0114, 0.05, 0.2, 0.5, 0.9, 0.999999, 1.0 - 0x1p-53}) {
    const long double exact = (1.0L - std::pow(1.0L - static_cast<long double>(q), 1.0L / 12.0L)) * 0x1p48L;
    EXPECT_NEAR(static_cast<double>(monthly_probability(q)), static_cast<double>(exact), 1.0) << q;
  }
}

TEST(MonthlyProbability, refuses_what_is_no_probability) {
  EXPECT_THROW(monthly_probability(-0.1), ProgramFault);
  EXPECT_THROW(monthly_probability(1.1), ProgramFault);
  EXPECT_THROW(monthly_probability(std::numeric_limits<double>::quiet_NaN()), ProgramFault);
}

RC_GTEST_PROP(MonthlyProbability, rises_with_the_annual_one, ()) {
  const double step = 1.0 / 1'000'000;
  const int q = *rc::gen::inRange(0, 1'000'000);
  RC_ASSERT(monthly_probability(q * step) < monthly_probability((q + 1) * step));
}

TEST(Survival, age_changes_in_the_month_of_birth) {
  const Mortality mortality(halving_table(), no_factor);
  // Born in April: 59 until March, 60 from April on, 61 from the next April.
  const auto alive =
      mortality.survival(Scheme::resident, Sex::male, Month(1964, 4), Month(2024, 1), {Month(2024, 1), 17});
  ASSERT_EQ(alive.size(), 18u);
  EXPECT_EQ(alive[0], certain);
  EXPECT_EQ(alive[3], certain);      // first of April
  EXPECT_EQ(alive[4], certain / 2);  // first of May
  EXPECT_EQ(alive[5], certain / 4);
  EXPECT_EQ(alive[15], certain / 4096);  // first of April 2025: twelve halvings
  EXPECT_EQ(alive[16], 0);
  EXPECT_EQ(alive[17], 0);
}

TEST(Survival, nobody_dies_before_exposure) {
  const Mortality mortality(halving_table(), no_factor);
  const Horizon horizon{Month(2024, 5), 3};
  const auto later = mortality.survival(Scheme::resident, Sex::female, Month(1964, 4), Month(2024, 6), horizon);
  EXPECT_EQ(later, (std::vector<std::int64_t>{certain, certain, certain / 2, certain / 4}));
  const auto never = mortality.survival(Scheme::resident, Sex::female, Month(1964, 4), Month::none(), horizon);
  EXPECT_EQ(never, std::vector<std::int64_t>(4, certain));
}

TEST(Survival, ages_outside_the_table_take_its_ends) {
  const Mortality mortality(halving_table(), no_factor);
  EXPECT_EQ(mortality.monthly(Scheme::resident, Sex::male, 20, 2024), 0);
  EXPECT_EQ(mortality.monthly(Scheme::resident, Sex::male, 120, 2024), certain);
}

TEST(Survival, twelve_months_make_the_annual_probability) {
  const Mortality mortality(table_in_tree("wpp2024_china"), no_factor);
  const auto alive =
      mortality.survival(Scheme::resident, Sex::male, Month(1964, 1), Month(2024, 1), {Month(2024, 1), 12});
  // q(60) = 0.011414; each month rounds twice by half a unit at most.
  EXPECT_NEAR(static_cast<double>(alive[12]), (1.0 - 0.011414) * static_cast<double>(certain), 13.0);
}

RC_GTEST_PROP(Survival, never_rises_and_deaths_sum_to_those_who_left, ()) {
  static const Mortality mortality(table_in_tree("wpp2024_china"), factors(Rate(3, 5), Rate(4, 5), Rate(24, 25)));
  const auto scheme = static_cast<Scheme>(*rc::gen::inRange(0, 3));
  const auto sex = static_cast<Sex>(*rc::gen::inRange(0, 2));
  const Month birth = Month(1900, 1) + *rc::gen::inRange(0, 90 * 12);
  const Month exposed = Month(2023, 1) + *rc::gen::inRange(0, 72);
  const Horizon horizon{Month(2024, 1), *rc::gen::inRange(0, 120)};
  const auto alive = mortality.survival(scheme, sex, birth, exposed, horizon);
  RC_ASSERT(alive.size() == static_cast<std::size_t>(horizon.count) + 1);
  std::int64_t deaths = 0;
  for (std::size_t t = 0; t + 1 < alive.size(); ++t) {
    RC_ASSERT(alive[t + 1] <= alive[t]);
    deaths += alive[t] - alive[t + 1];
  }
  RC_ASSERT(alive.back() >= 0);
  RC_ASSERT(deaths + alive.back() == certain);
}

TEST(Mortality, factors_multiply_and_are_capped) {
  const Mortality mortality(table_in_tree("wpp2024_china"), factors(Rate(3, 5), Rate(1, 1), Rate(3, 1)));
  EXPECT_NEAR(mortality.annual(Scheme::civil_service, Sex::male, 60, 2024), 0.0068484, 1e-12);  // 0.011414 x 0.6
  EXPECT_NEAR(mortality.annual(Scheme::enterprise, Sex::female, 70, 2024), 0.015600, 1e-12);
  EXPECT_DOUBLE_EQ(mortality.annual(Scheme::resident, Sex::male, 99, 2024), 1.0);  // 3 x 0.475902
}

TEST(Mortality, the_end_of_the_table_stays_certain_under_a_factor) {
  const Mortality mortality(table_in_tree("wpp2024_china"), factors(Rate(3, 5), Rate(3, 5), Rate(3, 5)));
  EXPECT_EQ(mortality.monthly(Scheme::civil_service, Sex::female, 105, 2024), certain);
  EXPECT_LT(mortality.monthly(Scheme::civil_service, Sex::female, 104, 2024), certain);
}

struct Expectation {
  int age;
  double male, female;
};

void expect_life(const std::string& name, const std::vector<Expectation>& published) {
  const LifeTable table = table_in_tree(name);
  for (const Expectation& each : published) {
    EXPECT_NEAR(life_expectancy(table, Sex::male, each.age), each.male, 0.01) << name << ' ' << each.age;
    EXPECT_NEAR(life_expectancy(table, Sex::female, each.age), each.female, 0.01) << name << ' ' << each.age;
  }
}

TEST(LifeTables, expectations_agree_with_those_computed_apart) {
  // Computed from the tables by another program; CL at birth is published as 83.1 and 88.1. Convention: 1/2 + sum of
  // survivors at later birthdays.
  expect_life("wpp2024_china",
              {{50, 28.00, 32.88}, {60, 19.62, 23.77}, {65, 15.88, 19.50}, {70, 12.49, 15.49}, {80, 6.86, 8.63}});
  expect_life("cl2010_2013_pension", {{50, 34.42, 38.82},
                                      {60, 25.34, 29.30},
                                      {65, 20.98, 24.69},
                                      {70, 16.76, 20.22},
                                      {80, 9.36, 12.19},
                                      {0, 83.13, 88.13}});
}

TEST(LifeTables, a_two_year_table_by_hand) {
  // q = 1/2, 1: e = 1/2 + 1/2 = 1; one year later e = 1/2.
  const std::vector<Rate> q{Rate(1, 2), Rate(1, 1)};
  const LifeTable table{"two", "by hand", 90, {q, q}};
  EXPECT_DOUBLE_EQ(life_expectancy(table, Sex::male, 90), 1.0);
  EXPECT_DOUBLE_EQ(life_expectancy(table, Sex::male, 91), 0.5);
  EXPECT_THROW(life_expectancy(table, Sex::male, 89), ProgramFault);
}

}  // namespace
}  // namespace disburse
