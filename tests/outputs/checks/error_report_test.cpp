// Rejected input on stderr: a line an error, at most fifty, and always how many there are.
#include "outputs/checks/error_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

InputRejected rejected(int count, const std::string& problem = "is wrong") {
  InputErrors errors;
  for (int i = 1; i <= count; ++i)
    errors.add({"a.toml", i, 1}, "key" + std::to_string(i), Message::verbatim(problem), "it matters"_m, "mend it"_m);
  return {Door::data, std::move(errors)};
}

TEST(ErrorReport, has_a_line_for_each_error_and_counts_them) {
  const std::string one = error_report(rejected(1), Language::en);
  EXPECT_THAT(one, testing::AllOf(HasSubstr("a.toml:1"), HasSubstr("key1"), HasSubstr("is wrong"),
                                  HasSubstr("it matters"), HasSubstr("mend it"), HasSubstr("1 error in all.")));
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 2);
  EXPECT_THAT(error_report(rejected(2), Language::en), HasSubstr("2 errors in all."));
  EXPECT_THAT(error_report(rejected(2), Language::zh), HasSubstr("共 2 个错误"));
}

TEST(ErrorReport, shows_fifty_and_counts_the_rest) {
  const std::string fifty = error_report(rejected(50), Language::en);
  EXPECT_THAT(fifty, testing::AllOf(HasSubstr("key50"), Not(HasSubstr("not shown"))));
  const std::string more = error_report(rejected(53), Language::en);
  EXPECT_THAT(more, testing::AllOf(HasSubstr("key50"), Not(HasSubstr("key51")),
                                   HasSubstr("3 more errors are not shown"), HasSubstr("53 errors in all")));
}

TEST(ErrorReport, lets_no_escape_of_a_file_reach_the_terminal) {
  EXPECT_THAT(error_report(rejected(1, "is \x1b[2Jwrong"), Language::en), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace disburse
