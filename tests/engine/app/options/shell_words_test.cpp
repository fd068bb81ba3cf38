#include "engine/app/options/shell_words.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(ShellWords, are_quoted_where_a_shell_would_read_more) {
  EXPECT_EQ(shell_line({"disburse", "run", "--set", "a.b=+10%", "我的 方案", "it's", ""}),
            "disburse run --set a.b=+10% '我的 方案' 'it'\\''s' ''");
  EXPECT_EQ(shell_word("$(rm)"), "'$(rm)'");
}

}  // namespace
}  // namespace disburse
