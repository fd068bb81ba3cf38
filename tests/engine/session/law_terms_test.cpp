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
