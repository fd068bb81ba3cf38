// Records of an old workbook, byte by byte.
#include "engine/parsing/biff_formulas.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace disburse {
namespace {

std::string two(unsigned number) {
  return {static_cast<char>(number & 0xFFU), static_cast<char>(number >> 8U & 0xFFU)};
}
std::string record(unsigned kind, const std::string& bytes) {
  return two(kind) + two(static_cast<unsigned>(bytes.size())) + bytes;
}

/// A formula in row and column, of a style, with the eight bytes of its result.
std::string formula(unsigned row, unsigned column, unsigned style, const std::string& result) {
  return record(0x0006, two(row) + two(column) + two(style) + result + two(0) + two(0) + two(0) + two(0));
}
std::string number(double value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);
  return bytes;
}
std::string special(char kind, char value = 0) { return std::string{kind, 0, value, 0, 0, 0} + two(0xFFFF); }

/// The workbook's part with one sheet in a state, two styles (the second a date), then the sheet's part.
std::string workbook(char state, const std::string& formulas) {
  const std::string begin = record(0x0809, two(0x0600) + two(0x0005));
  const std::string styles = record(0x00E0, two(0) + two(0)) + record(0x00E0, two(0) + two(14));
  const auto declared = [&](std::size_t position) {
    return record(0x0085, two(static_cast<unsigned>(position)) + two(0) + std::string{state, 0});
  };
  const std::string head = begin + styles + declared(0) + record(0x000A, "");
  return begin + styles + declared(head.size()) + record(0x000A, "") + record(0x0809, two(0x0600) + two(0x0010)) +
         formulas + record(0x000A, "");
}

TEST(BiffFormulas, have_the_results_that_were_saved) {
  const std::string text = record(0x0207, two(2) + std::string(1, '\1') + "\xD3\x59\x0D\x54");  // 姓名 in UTF-16
  const auto sheets = biff_sheets(workbook(0, formula(3, 7, 0, number(3200.0)) + formula(4, 4, 1, number(43160.0)) +
                                                  formula(5, 0, 0, special(0)) + text + formula(6, 1, 0, special(3)) +
                                                  formula(6, 2, 0, special(1, 1)) + formula(6, 3, 0, special(2))));
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_FALSE(sheets.front().hidden);
  const std::vector<BiffFormula>& found = sheets.front().formulas;
  ASSERT_EQ(found.size(), 6u);
  EXPECT_EQ(found[0].row, 3u);
  EXPECT_EQ(found[0].column, 7u);
  EXPECT_EQ(found[0].number, 3200.0);
  EXPECT_FALSE(found[0].date);
  EXPECT_TRUE(found[1].date);
  EXPECT_EQ(found[2].text, "姓名");
  EXPECT_EQ(found[3].result, FormulaResult::nothing) << "others were calculated, so this one gave nothing";
  EXPECT_EQ(found[4].result, FormulaResult::boolean);
  EXPECT_EQ(found[5].result, FormulaResult::error);
}

TEST(BiffFormulas, that_are_all_empty_were_not_calculated) {
  const auto sheets = biff_sheets(workbook(1, formula(3, 7, 0, special(3)) + formula(4, 7, 0, special(3))));
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_TRUE(sheets.front().hidden);
  for (const BiffFormula& one : sheets.front().formulas) EXPECT_EQ(one.result, FormulaResult::unknown);
}

TEST(BiffFormulas, broken_streams_do_no_harm) {
  const std::string whole = workbook(0, formula(3, 7, 0, number(1.0)));
  for (std::size_t size = 0; size < whole.size(); ++size) biff_sheets(std::string_view(whole).substr(0, size));
  EXPECT_TRUE(biff_sheets(record(0x002F, "key") + whole).empty()) << "encrypted";
}

}  // namespace
}  // namespace disburse
