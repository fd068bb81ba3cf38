#include "engine/app/options/shell_words.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(ShellWords, are_quoted_where_a_shell_would_read_more) {
  EXPECT_EQ(shell_line({"disburse", "run", "--set", "a.b=+10%", "我的 方案", "it's", ""}),
            "disburse run --set a.b=+10% '我的 方案' 'it'\\''s' ''");
  EXPECT_EQ(shell_word("$(rm)"), "'$(rm)'");
}

TEST(ShellWords, the_next_command_is_of_the_same_agency) {
  EXPECT_EQ(next_command("", {"run", "base/city-2025.toml"}), "disburse run base/city-2025.toml");
  EXPECT_EQ(next_command("county", {"check", "2025"}), "disburse check -A county 2025");
  EXPECT_EQ(next_command("my county", {"run"}), "disburse run -A 'my county'");
}

TEST(ShellWords, are_the_words_of_the_line_again) {
  const std::vector<std::string> words{"disburse", "run", "我的 方案", "it's", "", "a=b"};
  EXPECT_EQ(shell_words(shell_line(words)), words);
}

}  // namespace
}  // namespace disburse
