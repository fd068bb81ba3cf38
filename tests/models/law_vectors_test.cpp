// The series that the sources print, typed in once more, apart from the files of the law: each value in its first month
// and in the month before the next one.
#include <gtest/gtest.h>

#include <cmath>

#include "support/layers.hpp"

namespace disburse {
namespace {

class LawVectors : public testing::Test {
 protected:
  static const Law& shipped() {
    static const Law read = city_law();
    return read;
  }
  static const ParameterTree& law() { return shipped().parameters; }
};

struct OfYear {
  int year;
  double value;
};

void expect_rates(const ParameterTree& law, const char* path, const std::vector<OfYear>& yearly) {
  for (const auto& [year, value] : yearly) {
    for (const int month : {1, 12}) {
      EXPECT_NEAR(law.rate(path, Month(year, month)).to_double(), value, 1e-12) << path << ' ' << year;
    }
  }
}

/// Amounts that hold from `month` of their year until the month before it in the next.
void expect_amounts(const ParameterTree& law, const char* path, int month, const std::vector<OfYear>& yearly) {
  for (const auto& [year, value] : yearly) {
    const Month from(year, month);
    for (const Month at : {from, from + 11}) {
      EXPECT_EQ(law.money(path, at).fen(), std::llround(100 * value)) << path << ' ' << at;
    }
  }
}

TEST_F(LawVectors, interest_on_accounts_of_2016_to_2025) {
  expect_rates(law(), "account.interest",
               {{2016, 0.0831},
                {2017, 0.0712},
                {2018, 0.0829},
                {2019, 0.0761},
                {2020, 0.0604},
                {2021, 0.0669},
                {2022, 0.0612},
                {2023, 0.0397},
                {2024, 0.0262},
                {2025, 0.015}});
}

TEST_F(LawVectors, national_rates_of_adjustment_of_2016_to_2025) {
  expect_rates(law(), "adjustment.national_rate",
               {{2016, 0.065},
                {2017, 0.055},
                {2018, 0.05},
                {2019, 0.05},
                {2020, 0.05},
                {2021, 0.045},
                {2022, 0.04},
                {2023, 0.038},
                {2024, 0.03},
                {2025, 0.02}});
}

/// Of the statistical year 2013 on, read a year later; in-post wages until 2018, all wages from 2019.
TEST_F(LawVectors, mean_wages_of_2014_to_2025) {
  expect_amounts(law(), "contribution.average_wage", 1,
                 {{2015, 5206.83},
                  {2016, 5652.50},
                  {2017, 6064.92},
                  {2018, 6532},
                  {2019, 6885},
                  {2020, 5595.17},
                  {2021, 6110},
                  {2022, 7104},
                  {2023, 7666},
                  {2024, 8088},
                  {2025, 8258},
                  {2026, 8371}});
  EXPECT_EQ(law().money("contribution.average_wage", Month(2014, 10)).fen(), 473425);
}

TEST_F(LawVectors, bases_of_the_award_of_2020_to_2025) {
  expect_amounts(law(), "award.base", 1, {{2020, 6885}, {2021, 7215}, {2022, 7648}, {2023, 7953}});
  expect_amounts(law(), "award.base", 7, {{2024, 8202}, {2025, 8366}});
}

/// Flat, by years (flat and each further), level in ten-thousandths; 2025 by the notice of July.
TEST_F(LawVectors, adjustments_of_ningxia_of_2021_to_2025) {
  struct Rule {
    int year;
    std::int64_t fixed, flat, further_fen, level, minimum;
  };
  for (const Rule& rule :
       {Rule{2021, 60, 30, 100, 100, 20}, Rule{2022, 60, 15, 200, 100, 20}, Rule{2023, 60, 15, 200, 95, 20},
        Rule{2024, 45, 10, 200, 75, 20}, Rule{2025, 30, 15, 40, 52, 15}}) {
    const Month january(rule.year, 1);
    EXPECT_EQ(law().choice("adjustment.method", january), "regional") << rule.year;
    EXPECT_EQ(law().money("adjustment.fixed_amount", january), Money::yuan(rule.fixed)) << rule.year;
    EXPECT_EQ(law().money("adjustment.years_flat", january), Money::yuan(rule.flat)) << rule.year;
    EXPECT_EQ(law().money("adjustment.per_further_year", january), Money::fen(rule.further_fen)) << rule.year;
    EXPECT_EQ(law().rate("adjustment.level_rate", january), Rate(rule.level, 10000)) << rule.year;
    EXPECT_EQ(law().money("adjustment.level_minimum", january), Money::yuan(rule.minimum)) << rule.year;
    EXPECT_EQ(value_text(law().at("adjustment.age_addition", january).value), "70: 10, 75: 15, 80: 20") << rule.year;
  }
}

/// The nation's minimum, and Ningxia's standard, which is that and the region's part.
TEST_F(LawVectors, base_pensions_of_residents_of_2014_to_2026) {
  const auto nation = [&](Month month) { return law().money("resident_pension.base_central", month); };
  const auto whole = [&](Month month) { return nation(month) + law().money("resident_pension.base_region", month); };
  struct Step {
    Month from;
    std::int64_t yuan;
  };
  for (const Step& step : {Step{{2014, 6}, 55}, Step{{2014, 7}, 70}, Step{{2017, 12}, 70}, Step{{2018, 1}, 88},
                           Step{{2020, 6}, 88}, Step{{2020, 7}, 93}, Step{{2022, 7}, 98}, Step{{2023, 7}, 103},
                           Step{{2024, 1}, 123}, Step{{2025, 1}, 143}, Step{{2026, 1}, 163}}) {
    EXPECT_EQ(nation(step.from), Money::yuan(step.yuan)) << step.from;
  }
  for (const Step& step :
       {Step{{2014, 1}, 100}, Step{{2014, 12}, 100}, Step{{2015, 1}, 115}, Step{{2017, 1}, 120}, Step{{2018, 1}, 145},
        Step{{2022, 7}, 170}, Step{{2023, 7}, 175}, Step{{2024, 1}, 195}, Step{{2025, 1}, 215}}) {
    EXPECT_EQ(whole(step.from), Money::yuan(step.yuan)) << step.from;
  }
}

/// Last year's mean pension and 750: 3,443, 3,644, 3,813 and 3,922 give the published standards.
TEST_F(LawVectors, heating_standards_are_the_mean_pension_and_750) {
  expect_amounts(law(), "heating_allowance.standard", 10,
                 {{2017, 3628}, {2020, 4193}, {2021, 4394}, {2022, 4563}, {2023, 4672}});
  for (const int year : {2017, 2020, 2021, 2022, 2023}) {
    EXPECT_EQ(law().money("heating_allowance.average_pension", Month(year, 10)) + Money::yuan(750),
              law().money("heating_allowance.standard", Month(year, 10)))
        << year;
  }
}

/// 1 - (m of 2033 / m of 2023)^(1/10), from the five-year rates that the United Nations publish.
TEST_F(LawVectors, mortality_improves_as_from_2023_to_2033) {
  struct Group {
    int age;
    double men_2023, men_2033, women_2023, women_2033;
  };
  for (const Group& group : {Group{50, 0.00557292, 0.00435743, 0.00256259, 0.00210660},
                             Group{55, 0.00815101, 0.00631123, 0.00376739, 0.00301024},
                             Group{60, 0.01442388, 0.01118579, 0.00680534, 0.00539760},
                             Group{65, 0.02268395, 0.01754535, 0.01121010, 0.00897351},
                             Group{70, 0.03629138, 0.02852983, 0.01970092, 0.01651774},
                             Group{75, 0.05803270, 0.04685681, 0.03493009, 0.02928949},
                             Group{80, 0.10220349, 0.08380151, 0.06716029, 0.05742946},
                             Group{85, 0.17461498, 0.14526813, 0.12199021, 0.10423827},
                             Group{90, 0.29908516, 0.25483083, 0.21867215, 0.18992306},
                             Group{95, 0.51846034, 0.45544860, 0.37047233, 0.32946886}}) {
    const auto yearly = [](double before, double after) { return 1 - std::pow(after / before, 0.1); };
    const auto shipped_at = [&](const char* path) { return law().numbers(path, Month(2024, 1)).at_least(group.age); };
    EXPECT_NEAR(shipped_at("mortality.improvement_male").to_double(), yearly(group.men_2023, group.men_2033), 5e-5)
        << group.age;
    EXPECT_NEAR(shipped_at("mortality.improvement_female").to_double(), yearly(group.women_2023, group.women_2033),
                5e-5)
        << group.age;
  }
}

/// 25,000 residents of the age mix of 2020, ages flat within a group: about 770 die in a year by the population's table
/// and about 365 by the insured lives'.
TEST_F(LawVectors, deaths_among_25000_residents) {
  constexpr double share[] = {0.310, 0.297, 0.180, 0.106, 0.065, 0.030, 0.009, 0.002};
  constexpr double women[] = {0.498, 0.507, 0.523, 0.540, 0.575, 0.625, 0.683, 0.755};
  const auto deaths = [&](const char* name) {
    const LifeTable& table = shipped().life_tables.at(name);
    const auto dies = [&](Sex sex, int age) {
      return table.q[static_cast<std::size_t>(sex)][static_cast<std::size_t>(age - table.first_age)].to_double();
    };
    double dead = 0, whole = 0;
    for (int g = 0; g < 8; ++g) {
      for (int age = 60 + 5 * g; age < 65 + 5 * g; ++age)
        dead += share[g] / 5 * ((1 - women[g]) * dies(Sex::male, age) + women[g] * dies(Sex::female, age));
      whole += share[g];
    }
    return 25'000 * dead / whole;
  };
  EXPECT_NEAR(deaths("wpp2024_china"), 770, 30);
  EXPECT_NEAR(deaths("cl2010_2013_pension"), 365, 10);
}

}  // namespace
}  // namespace disburse
