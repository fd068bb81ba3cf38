// Texts that would end a TOML string, or its line, are escaped.
#include "outputs/run/toml_text.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(TomlText, escapes_what_would_end_a_text) {
  EXPECT_EQ(toml_quoted("a\x01\"\n"), "\"a\\u0001\\\"\\u000A\"");
  EXPECT_EQ(toml_quoted("a\\b"), "\"a\\\\b\"");
}

TEST(TomlText, writes_lines_and_lists) {
  EXPECT_EQ(toml_line("name", "中卫"), "name = \"中卫\"\n");
  EXPECT_EQ(toml_line_unless_empty("forms", ""), "");
  EXPECT_EQ(toml_line_unless_empty("forms", "a"), "forms = \"a\"\n");
  EXPECT_EQ(toml_list({}), "[]");
  EXPECT_EQ(toml_list({"a", "b"}), "[\"a\", \"b\"]");
}

}  // namespace
}  // namespace disburse
