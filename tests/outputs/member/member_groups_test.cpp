#include "outputs/member/member_groups.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

TEST(MemberGroups, are_named_in_the_language_and_hide_small_ones) {
  MemberGroups groups;
  groups.programme.id = "p";
  groups.programme.name = "项目";
  groups.programme.name_en = "programme";
  groups.groups = {{Scheme::enterprise, Role::pensioner, Category::ordinary, Sex::female, 60, 12, Money::fen(5), "E1"},
                   {Scheme::enterprise, Role::pensioner, Category::lixiu, Sex::male, 90, {}, {}, ""}};
  const auto zh = nlohmann::json::parse(member_groups_json(groups, Language::zh));
  EXPECT_EQ(zh["name"], "项目");
  EXPECT_EQ(zh["groups"][0]["persons"], 12);
  EXPECT_EQ(zh["groups"][0]["member"], "E1");
  EXPECT_NE(zh["groups"][0]["name"].get<std::string>().find("60–69 岁"), std::string::npos);
  EXPECT_TRUE(zh["groups"][1]["persons"].is_null());
  EXPECT_TRUE(zh["groups"][1]["member"].is_null());
  EXPECT_EQ(nlohmann::json::parse(member_groups_json(groups, Language::en))["name"], "programme");
}

}  // namespace
}  // namespace disburse
