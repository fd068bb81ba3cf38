// A carried roster made anew: the same bytes where nothing changed, and what another count or reading would have
// carried.
#include "engine/year_end/carried_stock.hpp"

#include <gtest/gtest.h>

#include "engine/session/scenario_law.hpp"
#include "engine/year_end/carried_members.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

const Roster& carried() {
  static const Roster roster = carried_members(*base_data(), make_session(*base_data(), base_scenario()));
  return roster;
}

CarriedStock& stock() {
  static CarriedStock made(carried(), base_data(), base_scenario());
  return made;
}

/// The law of the year that follows, with changes.
ParameterTree law_with(const std::vector<std::pair<std::string, std::string>>& changes) {
  Scenario scenario = base_scenario();
  for (const auto& [path, value] : changes) scenario.overrides.push_back({path, value, "", "--set", {}});
  ParameterTree law = base_data()->law.parameters;
  apply_scenario(law, scenario);
  return law;
}

double heads(const Roster& roster, Scheme scheme, Role role) {
  double sum = 0.0;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    if (roster.scheme[i] == scheme && roster.role[i] == role)
      sum += static_cast<double>(roster.alive[i]) / static_cast<double>(certain);
  }
  return sum;
}

TEST(CarriedStock, is_the_roster_where_nothing_that_made_it_changed) {
  EXPECT_EQ(digest_of(stock().members(law_with({{"unity_award.ordinary_per_payment", "660"}}), std::nullopt)),
            carried().digest);
}

TEST(CarriedStock, under_another_count_is_what_that_count_would_have_carried) {
  const std::vector<std::pair<std::string, std::string>> more{{"counts.civil_service_retirees", "5529"}};
  const Roster anew = stock().members(law_with(more), std::nullopt);
  Scenario scenario = base_scenario();
  scenario.overrides.push_back({more[0].first, more[0].second, "", "test", {}});
  EXPECT_EQ(digest_of(anew), carried_members(*base_data(), make_session(*base_data(), scenario)).digest);
  // The budget's 5,429 are those of 31 December; a hundred more then are a hundred more on the carried roster.
  EXPECT_NEAR(heads(anew, Scheme::civil_service, Role::pensioner), 5529.0, 0.5);
}

TEST(CarriedStock, of_one_scheme_is_its_part_of_the_whole) {
  for (const auto& law : {law_with({}), law_with({{"counts.reading", "opening"}})}) {
    const Roster whole = stock().members(law, std::nullopt);
    EXPECT_EQ(digest_of(stock().members(law, Scheme::civil_service)),
              digest_of(members_in(whole, Scheme::civil_service)));
  }
}

/// By the opening reading the printed counts stood at the year's beginning, so fewer are left at its end.
TEST(CarriedStock, under_another_reading_has_another_stock) {
  const Roster opening = stock().members(law_with({{"counts.reading", "opening"}}), Scheme::resident);
  EXPECT_GT(heads(opening, Scheme::resident, Role::pensioner), 25100.0)
      << "25,000 in January, 1,550 more in the year, and fewer deaths than those";
}

TEST(CarriedStock, tells_who_watches_what_it_rests_on) {
  const ParameterTree law = law_with({});
  std::set<std::string, std::less<>> reads;
  {
    const Recording recording(law, reads);
    stock().members(law, Scheme::resident);
  }
  EXPECT_TRUE(reads.contains("counts.resident_pensioners"));
  EXPECT_TRUE(reads.contains("counts.reading"));
  EXPECT_FALSE(reads.contains("counts.civil_service_entrants")) << "of another scheme";
}

}  // namespace
}  // namespace disburse
