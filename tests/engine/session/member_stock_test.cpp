// What only makes members, by path.
#include "engine/session/member_stock.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

TEST(MakesMembers, counts_and_means_of_the_recipe_and_no_law) {
  EXPECT_TRUE(makes_members("counts.civil_service_entrants"));
  EXPECT_TRUE(makes_members("roster.enterprise_pension_mean"));
  EXPECT_FALSE(makes_members("roster.counted_age_male")) << "read of every roster";
  EXPECT_FALSE(makes_members("outlook.wage_growth"));
}

/// A session asks the stock for its members, all or those of one scheme.
class Stock : public MemberStock {
 public:
  Roster members(const ParameterTree&, std::optional<Scheme> only) override {
    asked.push_back(only);
    Roster roster;
    roster.as_of = Month(2024, 12);
    return roster;
  }
  std::vector<std::optional<Scheme>> asked;
};

TEST(MemberStock, is_asked_before_the_roster_that_it_made) {
  LoadedData data = *base_data();
  const auto stock = std::make_shared<Stock>();
  data.roster = Roster{};
  data.stock = stock;
  EXPECT_EQ(opening_members(data, data.law.parameters, base_scenario()).as_of, Month(2024, 12));
  opening_members(data, data.law.parameters, base_scenario(), Scheme::resident);
  EXPECT_EQ(stock->asked, (std::vector<std::optional<Scheme>>{std::nullopt, Scheme::resident}));
}

}  // namespace
}  // namespace disburse
