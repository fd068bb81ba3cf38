#include "engine/parsing/toml_depth.hpp"

#include <gtest/gtest.h>

#include <string>

namespace disburse {
namespace {

/// "a.a.a" of so many parts, each written as `part`.
std::string name_of(std::size_t parts, const std::string& part = "a") {
  std::string name = part;
  for (std::size_t i = 1; i < parts; ++i) name += "." + part;
  return name;
}

TEST(TomlDepth, a_header_of_many_parts_is_found_with_its_line) {
  EXPECT_EQ(line_of_deep_name("x = 1\n[" + name_of(64) + "]\n"), 0);
  EXPECT_EQ(line_of_deep_name("x = 1\n[" + name_of(65) + "]\n"), 2);
  EXPECT_EQ(line_of_deep_name("x = 1\n\n[[" + name_of(40'000) + "]]\n"), 3);
}

TEST(TomlDepth, quoted_parts_and_keys_of_inline_tables_count) {
  EXPECT_EQ(line_of_deep_name("[" + name_of(65, "\"a.b\"") + "]"), 1);
  EXPECT_EQ(line_of_deep_name("x = { " + name_of(65, "'a'") + " = 1 }"), 1);
}

TEST(TomlDepth, dots_in_strings_and_comments_are_text) {
  const std::string dots(500, '.');
  EXPECT_EQ(line_of_deep_name("x = \"" + dots + "\\\"" + dots + "\"\n# " + dots + "\ny = '" + dots + "'"), 0);
  EXPECT_EQ(line_of_deep_name("x = \"\"\"\n" + dots + "\n\"\"\"\n[" + name_of(65) + "]"), 4);
}

TEST(TomlDepth, numbers_of_a_long_array_do_not_add_up) {
  std::string text = "x = [";
  for (int i = 0; i < 200; ++i) text += "1.5, ";
  EXPECT_EQ(line_of_deep_name(text + "]"), 0);
}

TEST(TomlDepth, a_string_that_is_never_closed_ends_the_text) { EXPECT_EQ(line_of_deep_name("x = \"abc"), 0); }

}  // namespace
}  // namespace disburse
