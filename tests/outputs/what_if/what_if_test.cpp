// The answer to a change: the run's own figures, and what moved.
#include "outputs/what_if/what_if.hpp"

#include <gtest/gtest.h>

#include "outputs/run/run_json.hpp"
#include "tests/outputs/what_if/answered.hpp"

namespace disburse {
namespace {

TEST(WhatIf, has_the_figures_of_the_run_and_their_differences) {
  const WhatIf answer = testing::answered("unity_award.ordinary_per_payment", "660");
  const Json document = Json::parse(what_if_json(answer, Language::zh));
  EXPECT_EQ(document["schema"], "disburse/what-if/1");
  const Json run = Json::parse(run_json(answer.variant));
  for (const char* key : {"lines", "programmes", "total", "monthly", "years"})
    EXPECT_EQ(document[key], run[key]) << key;
  const auto base = answer.base.total.projected.fen();
  bool told = false;
  for (const Json& row : document["differences"]) {
    EXPECT_EQ(row["fen"].get<std::int64_t>() - row["base_fen"].get<std::int64_t>(),
              row["change_fen"].get<std::int64_t>());
    if (row["of"] != "total") continue;
    told = true;
    EXPECT_EQ(row["base_fen"], base);
    EXPECT_EQ(row["fen"], answer.variant.total.projected.fen());
  }
  EXPECT_TRUE(told);
  EXPECT_EQ(document["changes"][0]["unit_name"], "元/次");
}

TEST(WhatIf, has_the_verdict_of_the_report) {
  // 646.63 more for the award (README): 10,699.26 of 9,603.00 on 2089999, 37,798.52 of 37,355.53 in all.
  const WhatIf answer = testing::answered("unity_award.ordinary_per_payment", "660");
  const std::string verdict = Json::parse(what_if_json(answer, Language::zh))["verdict"];
  EXPECT_NE(verdict.find("按所设情景，2089999 将超支 1,096.26 万元，10 月用完"), std::string::npos) << verdict;
  EXPECT_NE(verdict.find("合计预计 37,969.75 万元，比预算 +614.22。"), std::string::npos) << verdict;
}

}  // namespace
}  // namespace disburse
