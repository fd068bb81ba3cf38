// Payers: ordered as listed, equal by place and id, told by what they spend.
#include "engine/law/payer.hpp"

#include <gtest/gtest.h>

#include <set>

namespace disburse {
namespace {

PayerList list() {
  return PayerList({{"zone", "区", "zone", Purse::government},
                    {"city", "市", "city", Purse::own},
                    {"pool", "基金", "fund", Purse::fund}});
}

TEST(Payer, is_found_by_its_id_and_told_by_its_purse) {
  const PayerList payers = list();
  EXPECT_EQ(payers.ids(), (std::vector<std::string>{"zone", "city", "pool"}));
  EXPECT_EQ(payers.own().id(), "city");
  EXPECT_TRUE(payers.find("pool")->is_fund());
  EXPECT_FALSE(payers.find("zone")->is_own());
  EXPECT_FALSE(payers.find("county"));
  EXPECT_EQ(to_string(*payers.find("zone")), "zone");
}

TEST(Payer, stands_in_the_order_of_the_list_and_not_of_the_alphabet) {
  const PayerList payers = list();
  const std::set<Payer> sorted(payers.all().rbegin(), payers.all().rend());
  EXPECT_TRUE(std::equal(sorted.begin(), sorted.end(), payers.all().begin()));
}

TEST(Payer, of_another_reading_of_the_list_is_the_same_and_outlives_it) {
  Payer kept;
  {
    const PayerList again = list();
    kept = *again.find("pool");
  }
  EXPECT_EQ(kept, *list().find("pool"));
  EXPECT_EQ(kept.definition().name, "基金");
}

TEST(Payer, nobody_has_no_name_and_no_purse) {
  EXPECT_EQ(Payer().id(), "");
  EXPECT_FALSE(Payer().is_own());
  EXPECT_FALSE(Payer().is_fund());
  EXPECT_EQ(PayerList().own(), Payer());
}

}  // namespace
}  // namespace disburse
