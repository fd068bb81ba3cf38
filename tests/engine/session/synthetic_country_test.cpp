// A synthetic country: as many members as wanted, ordered by key, the same on any threads, city by city another seed.
#include "engine/session/synthetic_country.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

/// A hundredth of the city, so that a country of several is small.
struct Country {
  Scenario scenario = scenario_of(small_city("2024-01..2024-12"), find_data());
  LoadedData data = load_data(small_city("2024-01..2024-12"), scenario);

  std::vector<std::string> keys(std::size_t members, int threads) const {
    std::vector<std::string> all;
    SyntheticCountry(data, scenario, members).each(threads, [&](const Roster& piece) {
      for (const MemberKey& key : piece.key) all.emplace_back(key.view());
    });
    return all;
  }
};

const Country& country() {
  static const Country made;
  return made;
}

TEST(SyntheticCountry, has_as_many_members_as_wanted_in_ascending_order) {
  for (const std::size_t wanted : {std::size_t{1}, std::size_t{999}, std::size_t{5000}}) {
    const std::vector<std::string> keys = country().keys(wanted, 1);
    EXPECT_EQ(keys.size(), wanted);
    EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
    EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end()) << "nobody stands twice";
  }
}

TEST(SyntheticCountry, does_not_depend_on_the_threads) { EXPECT_EQ(country().keys(5000, 1), country().keys(5000, 3)); }

TEST(SyntheticCountry, parts_its_cities_by_the_number_before_the_key) {
  const std::vector<std::string> keys = country().keys(5000, 1);
  EXPECT_EQ(keys.front().substr(0, 7), "000000-");
  EXPECT_GT(keys.back().substr(0, 7), "000000-") << "five thousand are more than one small city";
}

TEST(SyntheticCountry, says_where_its_members_come_from) {
  const SyntheticCountry made(country().data, country().scenario, 999);
  EXPECT_EQ(made.head().size(), 0U);
  EXPECT_NE(made.head().source.find("999 members"), std::string::npos);
  EXPECT_EQ(made.head().as_of, country().data.recipe.as_of);
}

}  // namespace
}  // namespace disburse
