// A command that a text suggests runs as it is printed.
#include "engine/app/command_line/suggested_commands.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(SuggestedCommands, name_the_agency_that_the_command_line_named) {
  EXPECT_EQ(with_agency("See disburse list programmes", "./beishan"), "See disburse list programmes -A ./beishan");
  EXPECT_EQ(with_agency("disburse check 2025；disburse check --ranges。", "a b"),
            "disburse check -A 'a b' 2025；disburse check -A 'a b' --ranges。");
}

TEST(SuggestedCommands, stay_as_they_are_where_nobody_or_the_text_has_named_one) {
  EXPECT_EQ(with_agency("See disburse list programmes", ""), "See disburse list programmes");
  EXPECT_EQ(with_agency("disburse check -A ./x", "./beishan"), "disburse check -A ./x");
  EXPECT_EQ(with_agency("disburse list agencies", "./beishan"), "disburse list agencies");
  EXPECT_EQ(with_agency("disburse checked", "./beishan"), "disburse checked");
}

}  // namespace
}  // namespace disburse
