#include "engine/support/text_table.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

TEST(TextTable, lines_up_under_cjk_width) {
  TextTable table({{"项目", Align::left}, {"预算", Align::right}});
  table.row({"取暖费", "3,525.00"});
  table.row({"card", "35.00"});
  table.total({"合计", "3,560.00"});
  EXPECT_EQ(table.text(),
            "----------------\n"
            "项目        预算\n"
            "----------------\n"
            "取暖费  3,525.00\n"
            "card       35.00\n"
            "----------------\n"
            "合计    3,560.00\n"
            "----------------\n");
}

TEST(TextTable, colour_changes_no_width_and_is_off_by_default) {
  TextTable table({{"a", Align::left}});
  table.row({Cell("more", Tone::red)});
  EXPECT_EQ(table.text().find('\x1b'), std::string::npos);
  EXPECT_NE(table.text(Colour::on).find("\x1b[31mmore\x1b[0m"), std::string::npos);
}

TEST(TextTable, a_line_feed_in_a_cell_does_not_break_the_row) {
  TextTable table({{"a", Align::left}});
  table.row({"x\ny"});
  EXPECT_NE(table.text().find("x\uFFFDy"), std::string::npos);
}

TEST(TextTable, refuses_a_row_of_another_length) {
  TextTable table({{"a", Align::left}});
  EXPECT_THROW(table.row({"x", "y"}), ProgramFault);
}

}  // namespace
}  // namespace disburse
