// What the projection takes from the law beside its programmes.
#include "engine/session/law_terms.hpp"

#include <gtest/gtest.h>

#include "support/city.hpp"
#include "support/shipped_law.hpp"

namespace disburse {
namespace {

/// The shipped law with one parameter changed.
ParameterTree changed(const std::string& path, const std::string& value) {
  ParameterTree law = shipped_law();
  InputErrors errors;
  law.override_value({path, value, "test", "test", {}}, errors);
  EXPECT_TRUE(errors.empty()) << path;
  return law;
}

const LifeTables& tables() {
  static const Law law = city_law();
  return law.life_tables;
}

const Horizon year{Month(2024, 1), 12};

TEST(LawTerms, multiply_the_chosen_table_by_the_schemes_own_factor) {
  const ParameterTree law = changed("mortality.factor.resident", "0.5");
  const auto before = mortality_of(shipped_law(), tables(), year), after = mortality_of(law, tables(), year);
  const double base = shipped_law().rate("mortality.factor.resident", year.first).to_double();
  EXPECT_NEAR(after->annual(Scheme::resident, Sex::male, 70, 2024),
              before->annual(Scheme::resident, Sex::male, 70, 2024) * 0.5 / base, 1e-12);
  EXPECT_EQ(after->annual(Scheme::enterprise, Sex::male, 70, 2024),
            before->annual(Scheme::enterprise, Sex::male, 70, 2024))
      << "another scheme's factor";
}

TEST(LawTerms, improve_mortality_by_sex_and_age_to_the_end_of_the_horizon) {
  const int first = shipped_law().month_value("mortality.improvement_first", year.first).year();
  const Horizon long_run{Month(2024, 1), 12 * (first - 2024 + 3)};
  const auto mortality = mortality_of(shipped_law(), tables(), long_run);
  for (const Sex sex : {Sex::male, Sex::female}) {
    const double rate = shipped_law()
                            .numbers(std::string("mortality.improvement_") + to_string(sex), year.first)
                            .at_least(70)
                            .to_double() *
                        shipped_law().rate("mortality.improvement_pace", year.first).to_double();
    const double before = mortality->annual(Scheme::resident, sex, 70, first - 1);
    EXPECT_NEAR(mortality->annual(Scheme::resident, sex, 70, first), before * (1.0 - rate), 1e-12);
    EXPECT_NEAR(mortality->annual(Scheme::resident, sex, 70, first + 1), before * (1.0 - rate) * (1.0 - rate), 1e-12);
  }
}

/// The shipped law with a change between two months.
ParameterTree in_window(const std::string& path, const std::string& value, Month from, Month until) {
  ParameterTree law = shipped_law();
  InputErrors errors;
  Override change{path, value, "test", "test", {}};
  change.from = from;
  change.until = until;
  law.override_value(change, errors);
  EXPECT_TRUE(errors.empty()) << path;
  return law;
}

/// Twice as many residents die from July to September 2024, and as before after it.
TEST(LawTerms, take_factors_and_the_table_in_the_months_in_which_they_hold) {
  const Month from(2024, 7), until(2024, 9);
  const auto before = mortality_of(shipped_law(), tables(), year);
  const double base = shipped_law().rate("mortality.factor.resident", year.first).to_double();
  const auto after =
      mortality_of(in_window("mortality.factor.resident", to_string(Rate(2, 1)), from, until), tables(), year);
  const auto dying = [](const Mortality& mortality, Scheme scheme, Month month) {
    return mortality.monthly(scheme, Sex::male, 70, month);
  };
  for (int t = 0; t < year.count; ++t) {
    const Month month = year.month(t);
    const bool changes = from <= month && month <= until;
    EXPECT_EQ(dying(*before, Scheme::resident, month) != dying(*after, Scheme::resident, month), changes) << month;
    EXPECT_EQ(dying(*before, Scheme::enterprise, month), dying(*after, Scheme::enterprise, month));
  }
  // q of a year is 2 / base as large; of a month nearly so.
  EXPECT_NEAR(static_cast<double>(dying(*after, Scheme::resident, from)) /
                  static_cast<double>(dying(*before, Scheme::resident, from)),
              2.0 / base, 0.05);
  const auto table = mortality_of(in_window("mortality.table", "cl2010_2013_pension", from, until), tables(), year);
  EXPECT_LT(dying(*table, Scheme::resident, from), dying(*before, Scheme::resident, from));
  EXPECT_EQ(dying(*table, Scheme::resident, until + 1), dying(*before, Scheme::resident, until + 1));
}

/// Whoever lives through three months of a double factor is fewer after them by what died in them.
TEST(LawTerms, a_path_of_survival_remembers_the_months_of_another_factor) {
  const Month from(2024, 7), until(2024, 9), birth(1954, 1);
  const auto path = [&](const ParameterTree& law) {
    return mortality_of(law, tables(), year)->survival(Scheme::resident, Sex::male, birth, year.first, year);
  };
  const auto base = path(shipped_law());
  const auto other = path(in_window("mortality.factor.resident", "2", from, until));
  for (std::size_t t = 0; t <= 6; ++t) EXPECT_EQ(base[t], other[t]) << t;
  for (std::size_t t = 7; t <= 12; ++t) EXPECT_LT(other[t], base[t]) << t;
  const auto hazard = [](const auto& alive, std::size_t t) {
    return 1.0 - static_cast<double>(alive[t + 1]) / static_cast<double>(alive[t]);
  };
  EXPECT_NEAR(hazard(other, 9), hazard(base, 9), 1e-12) << "October is as before";
}

/// A pace of 3 in 2026 alone: that year improves three times as fast, and what it has won stays.
TEST(LawTerms, improve_each_year_by_the_pace_of_its_january) {
  const int first = shipped_law().month_value("mortality.improvement_first", year.first).year();
  const Horizon long_run{Month(2024, 1), 12 * (first - 2024 + 3)};
  const ParameterTree law = in_window("mortality.improvement_pace", "3", Month(first + 1, 1), Month(first + 1, 12));
  const auto mortality = mortality_of(law, tables(), long_run);
  const double rate = shipped_law().numbers("mortality.improvement_male", year.first).at_least(70).to_double();
  const auto q = [&](int of) { return mortality->annual(Scheme::resident, Sex::male, 70, of); };
  EXPECT_NEAR(q(first), q(first - 1) * (1.0 - rate), 1e-12);
  EXPECT_NEAR(q(first + 1), q(first) * (1.0 - 3.0 * rate), 1e-12);
  EXPECT_NEAR(q(first + 2), q(first + 1) * (1.0 - rate), 1e-12);
}

TEST(LawTerms, take_what_goes_wrong_in_the_months_in_which_it_holds) {
  const ParameterTree law = in_window("irregular.suspended_share", "0.1", Month(2024, 3), Month(2024, 5));
  const IrregularPlan plan = irregularities(law, year);
  ASSERT_EQ(plan.spans().size(), 3U);
  EXPECT_TRUE(plan.any());
  EXPECT_EQ(plan.spans()[0].months.end, 2);
  EXPECT_EQ(plan.spans()[1].rates.suspended_share, Rate(1, 10));
  EXPECT_EQ(plan.spans()[2].months.begin, 5);
  EXPECT_FALSE(irregularities(shipped_law(), year).any());
  EXPECT_EQ(irregularities(shipped_law(), year).spans().size(), 1U);
}

TEST(LawTerms, take_what_goes_wrong_from_its_own_parameters) {
  const Month month(2024, 1);
  const std::vector<std::pair<const char*, const char*>> values{
      {"irregular.late_death_share", "0.11"}, {"irregular.late_death_months", "1"},
      {"irregular.recovered_share", "0.12"},  {"irregular.suspended_share", "0.13"},
      {"irregular.suspended_months", "2"},    {"irregular.restored_share", "0.14"},
      {"irregular.late_claim_share", "0.15"}, {"irregular.late_claim_months", "3"}};
  ParameterTree law = shipped_law();
  InputErrors errors;
  for (const auto& [path, value] : values) law.override_value({path, value, "test", "test", {}}, errors);
  ASSERT_TRUE(errors.empty());
  const Irregularities rates = irregularities(law, month);
  EXPECT_EQ(rates.late_death_share, Rate(11, 100));
  EXPECT_EQ(rates.late_death_months, 1);
  EXPECT_EQ(rates.recovered_share, Rate(12, 100));
  EXPECT_EQ(rates.suspended_share, Rate(13, 100));
  EXPECT_EQ(rates.suspended_months, 2);
  EXPECT_EQ(rates.restored_share, Rate(14, 100));
  EXPECT_EQ(rates.late_claim_share, Rate(15, 100));
  EXPECT_EQ(rates.late_claim_months, 3);
}

}  // namespace
}  // namespace disburse
