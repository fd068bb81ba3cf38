// The reports of `disburse check` and of rejected input.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "outputs/checks/check_report.hpp"
#include "outputs/checks/error_report.hpp"
#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

std::vector<CheckedFile> checked() { return {{"budget.toml", testing::sample_result().findings}, {"law.toml", {}}}; }

TEST(CheckReport, errors_stand_first_each_with_its_place) {
  const std::string text = check_table(checked(), Language::zh, false);
  EXPECT_LT(text.find("错误 1 条"), text.find("警告 1 条"));
  EXPECT_LT(text.find("警告 1 条"), text.find("提示 1 条"));
  EXPECT_NE(text.find("表2 卫生健康支出"), std::string::npos);
  EXPECT_NE(text.find("合计：错误 1，警告 1，提示 1"), std::string::npos);
}

TEST(CheckReport, json_counts_and_names_the_file) {
  const auto document = nlohmann::json::parse(check_json(checked(), "", {}));
  EXPECT_EQ(document["schema"], "disburse/check/1");
  EXPECT_TRUE(document["scenario"].is_null());
  EXPECT_EQ(document["counts"]["error"], 1);
  EXPECT_EQ(document["findings"][0]["file"], "budget.toml");
  EXPECT_EQ(document["findings"][0]["code"], "class_code_mismatch");
}

InputRejected rejected(int count) {
  InputErrors errors;
  for (int i = 1; i <= count; ++i) errors.add({"a.toml", i, 0}, "key", "is wrong\n"_m, "why"_m, "Mend it"_m);
  return {Door::data, std::move(errors)};
}

TEST(ErrorReport, every_error_has_one_line_and_all_are_counted) {
  const std::string text = error_report(rejected(2), Language::en);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
  EXPECT_TRUE(text.ends_with("2 errors in all.\n"));
}

TEST(ErrorReport, shows_fifty_and_says_how_many_more) {
  const std::string text = error_report(rejected(53), Language::en);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 52);
  EXPECT_NE(text.find("3 more errors are not shown."), std::string::npos);
  EXPECT_TRUE(text.ends_with("53 errors in all.\n"));
}

}  // namespace
}  // namespace disburse
