// The new base as a file that the reader of scenarios takes.
#include "outputs/run/base_toml.hpp"

#include <gtest/gtest.h>

#include "scenarios/library/scenario_file.hpp"
#include "support/program.hpp"
#include "tests/outputs/sample_next_year.hpp"

namespace disburse {
namespace {

TEST(BaseToml, writes_a_base_that_is_read_as_it_was_meant) {
  const ScratchFolder folder;
  folder.write("town-2025.toml", base_toml(testing::sample_next_year(), "town-2024"));
  InputErrors errors;
  const auto file = read_scenario_file(folder.path() / "town-2025.toml", errors);
  ASSERT_TRUE(file);
  EXPECT_TRUE(errors.empty()) << InputRejected(Door::data, InputErrors(errors)).what();
  EXPECT_EQ(file->budget, "budget.toml");
  EXPECT_EQ(file->roster, "roster.h5");
  EXPECT_EQ(file->horizon, (Horizon{Month(2025, 1), 12}));
  EXPECT_TRUE(file->extends.empty());
  ASSERT_EQ(file->overrides.size(), 2u);
  EXPECT_EQ(file->overrides[0].reason, "说好的");
  EXPECT_EQ(file->overrides[1].from, Month(2025, 1));
  EXPECT_FALSE(file->overrides[1].reason.empty());
  EXPECT_EQ(file->switched_off.size(), 1u);
  EXPECT_EQ(file->uncertain.size(), 1u);
  ASSERT_EQ(file->correlations.size(), 1u);
  EXPECT_EQ(file->correlations[0].value, 0.5);
}

TEST(BaseToml, files_begin_with_what_is_doubted) {
  NextYear next = testing::sample_next_year();
  next.before = next.base;
  next.before->title = "上年";
  Finding doubt;
  doubt.code = "implausible_set";
  doubt.severity = Severity::warning;
  doubt.message = Message::verbatim("标准高得没有人会这样定");
  next.manifest.doubts = {doubt};
  for (const std::string& text : {base_toml(next, "town-2024"), before_toml(next, "before.toml")})
    EXPECT_NE(text.substr(0, text.find('\n')).find("标准高得没有人会这样定"), std::string::npos) << text;
  const ScratchFolder folder;
  folder.write("before.toml", before_toml(next, "before.toml"));
  InputErrors errors;
  const auto file = read_scenario_file(folder.path() / "before.toml", errors);
  ASSERT_TRUE(file && errors.empty());
  EXPECT_EQ(file->title, "上年");
  EXPECT_EQ(file->overrides.size(), 2u);
}

}  // namespace
}  // namespace disburse
