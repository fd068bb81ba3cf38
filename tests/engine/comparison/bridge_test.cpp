// The bridge between two ledgers: every cause worked by hand, and the parts sum to the difference.
#include "engine/comparison/bridge.hpp"

#include <gtest/gtest.h>

#include "support/payers.hpp"

namespace disburse {
namespace {

LedgerCell cell(Month paid, Money amount, double persons = 0.0, Kind kind = Kind::regular, bool city = true) {
  LedgerCell result;
  result.key = {0, city ? "2089999" : "", city ? payer("city") : payer("fund"), kind, paid, paid};
  result.amount = amount;
  result.persons = persons;
  return result;
}

/// One month a year in which everybody of the scheme is paid; `stock` on its first day.
PopulationFlow flow(double opening, double entrants, double deaths) {
  PopulationFlow result;
  result.year = {Month(2024, 1), opening, entrants, deaths, 0.0, opening + entrants - deaths};
  result.monthly = {{Month(2024, 1), opening, entrants, deaths, 0.0, opening + entrants - deaths},
                    {Month(2024, 2), opening + entrants - deaths, 0.0, 0.0, 0.0, opening + entrants - deaths}};
  return result;
}

Money part(const Bridge& bridge, Cause cause) {
  const auto found = bridge.parts.find(cause);
  return found == bridge.parts.end() ? Money{} : found->second;
}

TEST(Bridge, tells_steps_apart_by_the_parameter) {
  const auto step = [](const char* path, Unit unit) {
    Parameter parameter;
    parameter.path = path;
    parameter.unit = unit;
    return step_of(parameter);
  };
  EXPECT_EQ(step("counts.lixiu", Unit::persons), StepKind::members);
  EXPECT_EQ(step("roster.resident_grade", Unit::yuan_per_year), StepKind::members);
  EXPECT_EQ(step("mortality.factor.resident", Unit::rate), StepKind::mortality);
  EXPECT_EQ(step("irregular.late_death_months", Unit::months), StepKind::irregular);
  EXPECT_EQ(step("unity_award.payment_months", Unit::months_of_year), StepKind::timing);
  EXPECT_EQ(step("adjustment.announced", Unit::month), StepKind::timing) << "a month is timing whatever its path";
  EXPECT_EQ(step("adjustment.fixed_amount", Unit::yuan_per_month), StepKind::adjustment);
  EXPECT_EQ(step("heating_allowance.standard", Unit::yuan_per_payment), StepKind::rate);
}

TEST(Bridge, gives_a_rate_the_whole_difference_of_the_year) {
  const std::vector<LedgerCell> before{cell({2024, 2}, 100.00_yuan, 10), cell({2025, 2}, 70.00_yuan, 10)};
  const std::vector<LedgerCell> after{cell({2024, 2}, 110.00_yuan, 10), cell({2025, 2}, 90.00_yuan, 10),
                                      cell({2024, 2}, 5.00_yuan, 0, Kind::regular, false)};
  Bridge bridge;
  add_step(bridge, StepKind::rate, {&before, nullptr}, {&after, nullptr}, 2024);
  EXPECT_EQ(bridge.parts.size(), 1u);
  EXPECT_EQ(part(bridge, Cause::rate), 10.00_yuan) << "the city's line of the year alone";
  Bridge timing;
  add_step(timing, StepKind::timing, {&before, nullptr}, {&after, nullptr}, 2025);
  EXPECT_EQ(part(timing, Cause::timing), 20.00_yuan);
}

TEST(Bridge, parts_an_adjustment_from_its_arrears) {
  const std::vector<LedgerCell> before{cell({2024, 7}, 100.00_yuan, 10), cell({2024, 7}, 6.00_yuan, 0, Kind::arrears)};
  const std::vector<LedgerCell> after{cell({2024, 7}, 103.00_yuan, 10), cell({2024, 7}, 10.00_yuan, 0, Kind::arrears)};
  Bridge bridge;
  add_step(bridge, StepKind::adjustment, {&before, nullptr}, {&after, nullptr}, 2024);
  EXPECT_EQ(part(bridge, Cause::arrears), 4.00_yuan);
  EXPECT_EQ(part(bridge, Cause::adjustment), 3.00_yuan);
  EXPECT_EQ(bridge.total(), 7.00_yuan);
}

/// 100 persons at 10 yuan in February; then 5 more at the opening, 2 more entrants, 1 more death before it: 106 at 11.
///   opening 5 x 10 = 50, entrants 2 x 10 = 20, deaths -1 x 10 = -10, mix 1,166 - 1,000 - 60 = 106.
TEST(Bridge, tells_persons_by_the_movements_of_their_scheme) {
  const std::vector<LedgerCell> before{cell({2024, 2}, 1000.00_yuan, 100)};
  const std::vector<LedgerCell> after{
      cell({2024, 2}, 1166.00_yuan, 106), cell({2024, 2}, 30.00_yuan, 0, Kind::lump_sum),
      cell({2024, 2}, -8.00_yuan, 0, Kind::contribution), cell({2024, 2}, -2.00_yuan, 0, Kind::suspended)};
  const PopulationFlow was = flow(95, 8, 3), is = flow(100, 10, 4);
  Bridge bridge;
  add_step(bridge, StepKind::members, {&before, &was}, {&after, &is}, 2024);
  EXPECT_EQ(part(bridge, Cause::opening), 50.00_yuan);
  EXPECT_EQ(part(bridge, Cause::entrants), 20.00_yuan);
  EXPECT_EQ(part(bridge, Cause::deaths), -10.00_yuan);
  EXPECT_EQ(part(bridge, Cause::mix), 106.00_yuan);
  EXPECT_EQ(part(bridge, Cause::one_off), 30.00_yuan);
  EXPECT_EQ(part(bridge, Cause::contribution), -8.00_yuan);
  EXPECT_EQ(part(bridge, Cause::irregular), -2.00_yuan);
  EXPECT_EQ(bridge.total(), 186.00_yuan);  // 1,186 - 1,000
}

/// Half of the scheme is paid: the scheme's movements are not the programme's, only the persons paid are known.
TEST(Bridge, tells_persons_under_one_name_where_a_part_is_paid) {
  const std::vector<LedgerCell> before{cell({2024, 2}, 500.00_yuan, 50)};
  const std::vector<LedgerCell> after{cell({2024, 2}, 460.00_yuan, 46)};
  const PopulationFlow was = flow(95, 8, 3), is = flow(95, 8, 11);
  Bridge bridge;
  add_step(bridge, StepKind::mortality, {&before, &was}, {&after, &is}, 2024);
  EXPECT_EQ(part(bridge, Cause::deaths), -40.00_yuan);
  EXPECT_EQ(bridge.total(), -40.00_yuan);
  EXPECT_EQ(bridge.parts.size(), 1u) << "causes without money are left out";
}

TEST(Bridge, without_movements_calls_persons_mix) {
  const std::vector<LedgerCell> before{cell({2024, 2}, 500.00_yuan, 50)};
  const std::vector<LedgerCell> after{cell({2024, 2}, 600.00_yuan, 60)};
  Bridge bridge;
  add_step(bridge, StepKind::members, {&before, nullptr}, {&after, nullptr}, 2024);
  EXPECT_EQ(part(bridge, Cause::mix), 100.00_yuan);
}

}  // namespace
}  // namespace disburse
