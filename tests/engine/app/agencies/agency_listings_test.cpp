// disburse list agencies and list origins.
#include "engine/app/agencies/agency_listings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/app/loading/loading.hpp"
#include "support/layers.hpp"

namespace disburse {
namespace {

using testing::Contains;
using testing::ElementsAre;

TEST(AgencyListings, name_the_shipped_city) {
  const Listing listing = agencies_listing(source_dir(), Language::en);
  EXPECT_THAT(listing.rows, Contains(ElementsAre("zhongwei", "city", "ningxia", "civil_service, enterprise, resident",
                                                 "zhongwei-2024", "Zhongwei Social Insurance Administration Centre")));
}

TEST(AgencyListings, tell_which_layer_gave_each_value) {
  const DataPaths paths = find_data("zhongwei");
  const Law law = law_of(paths);
  const auto layer = [&](const std::string& path) {
    const Listing listing = origins_listing(law.parameters, paths, path, Language::en);
    EXPECT_FALSE(listing.rows.empty()) << path;
    return listing.rows.empty() ? "" : listing.rows.back()[4];
  };
  EXPECT_EQ(layer("retirement.resident_age"), "nation");
  EXPECT_EQ(layer("adjustment.fixed_amount"), "ningxia");
  EXPECT_EQ(layer("resident_pension.city_supplement"), "zhongwei");
  // One parameter of two layers: the nation's rate of 2014, and the reference that the city gives of 2019.
  const Listing both = origins_listing(law.parameters, paths, "contribution.civil_service_employer", Language::en);
  ASSERT_EQ(both.rows.size(), 2u);
  EXPECT_EQ(both.rows[0][4], "nation");
  EXPECT_EQ(both.rows[1][4], "zhongwei");
}

}  // namespace
}  // namespace disburse
