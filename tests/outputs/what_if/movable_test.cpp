#include "outputs/what_if/movable.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Movable, tells_each_parameter_in_the_language) {
  MovableParameter one;
  one.path = "unity_award.ordinary_per_payment";
  one.name = "标准";
  one.name_en = "standard";
  one.unit = Unit::yuan_per_payment;
  one.programmes = {"unity_award"};
  one.at = Month(2024, 1);
  one.value = "600.00";
  one.low = 300.0;
  one.values = {{Month(2024, 1), {}, {}, Money::fen(60000), Status::enacted, "某文件", {}}};
  MovableParameter cohort;
  cohort.path = "cohort.new";
  const auto document = [&](Language language) { return Json::parse(movable_json({"base", {one, cohort}}, language)); };
  const Json zh = document(Language::zh)["parameters"];
  EXPECT_EQ(zh[0]["name"], "标准");
  EXPECT_EQ(zh[0]["unit_name"], "元/次");
  EXPECT_EQ(zh[0]["low"], 300.0);
  EXPECT_EQ(zh[0]["high"], nullptr);
  EXPECT_EQ(zh[0]["group"], "unity_award");
  EXPECT_EQ(zh[0]["values"][0]["reference"], "某文件");
  EXPECT_EQ(zh[1]["unit"], "relative");
  EXPECT_EQ(document(Language::en)["parameters"][0]["name"], "standard");
  EXPECT_EQ(document(Language::en)["schema"], "disburse/movable/1");
}

}  // namespace
}  // namespace disburse
