// What a run's files tell of each other, without a manifest that fits: origins and sums.
#include "outputs/run/run_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

TEST(RunCheck, holds_origin_and_sums_and_passes_over_what_cannot_be_read) {
  const ScratchFolder scratch;
  ASSERT_EQ(scratch.run("run --out run").exit_code, 0);
  const auto folder = scratch.path() / "run";
  Json manifest = Json::parse(scratch.read("run/manifest.json"));
  std::vector<Finding> findings;
  check_run(folder, manifest, findings);
  EXPECT_TRUE(findings.empty());
  manifest["scenario"] = "another";
  check_run(folder, manifest, findings);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "run_foreign");
  EXPECT_THAT(english(findings[0].message), HasSubstr("its scenario is not that of manifest.json"));
  findings.clear();
  scratch.write("run/run.json", "{");
  check_run(folder, manifest, findings);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "run_unsound");
}

}  // namespace
}  // namespace disburse
