#include "outputs/checks/refusal.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

TEST(Refusal, tells_each_fault_with_its_remedy) {
  InputErrors errors;
  for (int i = 0; i < 60; ++i)
    errors.add({"--set", 0, 0}, "a.b", "is no known key"_m, "it would change nothing"_m, "Leave it out"_m);
  const InputRejected rejected(Door::command_line, std::move(errors));
  const auto document = nlohmann::json::parse(refusal_json(rejected, Language::zh));
  EXPECT_EQ(document["errors"].size(), 50u);
  EXPECT_EQ(document["in_all"], 60);
  EXPECT_EQ(document["errors"][0]["key"], "a.b");
  EXPECT_EQ(document["errors"][0]["problem"], "没有这个键");
  EXPECT_EQ(nlohmann::json::parse(refusal_json(rejected, Language::en))["errors"][0]["remedy"], "Leave it out");
  EXPECT_EQ(nlohmann::json::parse(refusal_json("Leave it out"_m, Language::zh))["errors"][0]["problem"], "请去掉");
}

}  // namespace
}  // namespace disburse
