// Several agencies in one run: each as alone, and their sums.
#include "engine/app/run_agencies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/text/json_parts.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

constexpr const char* both = "run -A qingshi -A lanwan --no-bands ";

TEST(RunAgencies, writes_for_each_the_files_that_it_has_alone) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run(std::string(both) + "--out all").exit_code, 0);
  ASSERT_EQ(folder.run("run -A qingshi --no-bands --out alone").exit_code, 0);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "alone")) {
    const std::string name = entry.path().filename().string();
    if (name == "run-log.json") continue;  // tells times
    EXPECT_TRUE(folder.read("all-qingshi/" + name) == folder.read("alone/" + name)) << name;
    ++files;
  }
  EXPECT_GT(files, 10U);
  EXPECT_EQ(folder.read("all/group.json"), folder.run(std::string(both) + "--format json").out);
}

TEST(RunAgencies, sums_what_each_of_them_says) {
  const ScratchFolder folder;
  const auto total = [&](const std::string& command) {
    return Json::parse(folder.run(command + " --format json").out).at("total").at("projected_fen").get<std::int64_t>();
  };
  EXPECT_EQ(total(both), total("run -A qingshi --no-bands") + total("run -A lanwan --no-bands"));
}

TEST(RunAgencies, tells_what_is_doubted_of_each_beside_a_csv_too) {
  const ScratchFolder folder;
  const std::string slip = "--set adjustment.announced=2031-09 --lang en --format ";
  EXPECT_THAT(folder.run(both + slip + "csv").err, HasSubstr("holds in no month"));
  EXPECT_THAT(folder.run(both + slip + "table").out, HasSubstr("holds in no month"));
  EXPECT_THAT(folder.run(both + slip + "json").out, HasSubstr("implausible_months"));
}

TEST(RunAgencies, refuses_what_is_of_one_agency_and_years_that_differ) {
  const ScratchFolder folder;
  for (const char* option :
       {"--report r", "--journal j", "--mode stochastic", "--fail-if 'total.execution_rate>1'", "--registry r.db"}) {
    const Ran ran = folder.run(std::string(both) + option + " --lang en");
    EXPECT_EQ(ran.exit_code, 2) << option;
    EXPECT_THAT(ran.err, HasSubstr("several agencies")) << option;
  }
  EXPECT_THAT(folder.run("run -A qingshi -A zhongwei --lang en").err, HasSubstr("qingshi 2025, zhongwei 2024"));
  EXPECT_THAT(folder.run("run -A qingshi -A qingshi --lang en").err, HasSubstr("named twice"));
  EXPECT_THAT(folder.run("run -A qingshi --group x --lang en").err, HasSubstr("names no group"));
  EXPECT_EQ(folder.listing(), "");
}

}  // namespace
}  // namespace disburse
