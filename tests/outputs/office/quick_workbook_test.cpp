// The 速算 workbook: rates to be changed, person-payments, and formulas whose cached values are the projection's.
#include "outputs/office/quick_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/workbook.hpp"
#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

/// 600 yuan to 110,000 persons-times are 6,600万 of the first line's 6,700万; 4,672 yuan to 1,000 are 467.2万.
QuickSums sums() {
  QuickSums made;
  made.scenario = "sample";
  made.year = 2024;
  made.codes = {"2089999", "2080599"};
  made.names = {"其他", "养老"};
  made.fixed = {1'000'000.0, 0.0};
  made.budget = {Money::yuan(60'780'000), Money::yuan(5'000'000)};
  made.projected = {Money::yuan(67'000'000), Money::yuan(4'672'000)};
  made.rates = {{"award.standard", "每次标准", "yuan_per_payment", 600.0, 300.0, 900.0, {110'000.0, 0.0}},
                {"heating.standard", "取暖补贴", "yuan_per_year", 4'672.0, 4'000.0, 5'000.0, {0.0, 1'000.0}}};
  made.joint_error = 12.34;
  return made;
}

Sheet sheet(const QuickSums& of = sums(), const std::vector<std::string>& doubts = {}) {
  return written_book([&](const auto& scratch) { return quick_workbook(scratch, of, doubts); }).sheets.at(0);
}

std::string xml() {
  const ScratchFolder folder;
  folder.write("made.xlsx", quick_workbook(folder.path(), sums(), {}));
  return archive_part(folder.path() / "made.xlsx", "xl/worksheets/sheet1.xml");
}

TEST(QuickWorkbook, has_a_row_for_each_rate_and_a_column_for_each_line) {
  const Sheet made = sheet();
  EXPECT_EQ(made.name, "速算");
  EXPECT_EQ(text_at(made, 0, 0), "速算表：2024年各科目支出（sample）");
  EXPECT_EQ(text_at(made, 2, 7), "2089999 其他");
  EXPECT_EQ(text_at(made, 2, 8), "2080599 养老");
  EXPECT_EQ(text_at(made, 3, 0), "每次标准");
  EXPECT_EQ(text_at(made, 3, 1), "元/次");
  EXPECT_EQ(made.at(3, 2)->number, 600.0);
  EXPECT_EQ(made.at(3, 3)->number, 600.0) << "to be changed";
  EXPECT_EQ(made.at(3, 4)->number, 300.0);
  EXPECT_EQ(made.at(3, 5)->number, 900.0);
  EXPECT_EQ(made.at(3, 7)->number, 110'000.0);
  EXPECT_EQ(made.at(4, 8)->number, 1'000.0);
}

TEST(QuickWorkbook, sums_what_is_fixed_and_what_the_rates_pay) {
  const std::string text = xml();
  EXPECT_THAT(text, HasSubstr("<f>($H$7+SUMPRODUCT($D$4:$D$5,$H$4:$H$5))/10000</f><v>6700</v>"));
  EXPECT_THAT(text, HasSubstr("<f>($I$7+SUMPRODUCT($D$4:$D$5,$I$4:$I$5))/10000</f><v>467.2</v>"));
}

/// What a program without formulas shows is what the formulas would give.
TEST(QuickWorkbook, keeps_the_values_that_its_formulas_give) {
  const Sheet made = sheet();
  for (std::size_t line = 0; line < 2; ++line) {
    const std::size_t column = 7 + line;
    double sum = made.at(6, column)->number;
    for (std::size_t rate = 0; rate < 2; ++rate)
      sum += made.at(3 + rate, 3)->number * made.at(3 + rate, column)->number;
    EXPECT_TRUE(made.at(7, column)->from_formula);
    EXPECT_DOUBLE_EQ(made.at(7, column)->number, sum / 10'000.0);
    EXPECT_DOUBLE_EQ(made.at(8, column)->number, made.at(7, column)->number) << "as projected";
    EXPECT_DOUBLE_EQ(made.at(9, column)->number, 0.0) << "and not moved yet";
  }
  EXPECT_DOUBLE_EQ(made.at(10, 7)->number, 6'078.0);
  EXPECT_DOUBLE_EQ(made.at(11, 7)->number, 622.0);  // 6,700 - 6,078
  EXPECT_NEAR(made.at(11, 8)->number, -32.8, 1e-9);
}

TEST(QuickWorkbook, warns_beyond_the_range_that_was_tried) {
  EXPECT_THAT(xml(), HasSubstr("IF(OR($D$4&lt;$E$4,$D$4&gt;$F$4)"));
  EXPECT_THAT(xml(), HasSubstr("超出范围，请重新测算"));
}

TEST(QuickWorkbook, says_how_far_the_sums_are_from_a_projection) {
  EXPECT_THAT(text_at(sheet(), 13, 0), HasSubstr("相差至多 12.34 元。"));
}

TEST(QuickWorkbook, says_doubts_before_the_figures) {
  const Sheet made = sheet(sums(), {"【存疑】每次标准", "【存疑】别的"});
  EXPECT_EQ(text_at(made, 1, 0).find("【存疑】每次标准\n【存疑】别的\n改黄色格子"), 0U);
  EXPECT_EQ(text_at(sheet(), 1, 0).find("改黄色格子"), 0U);
}

TEST(QuickWorkbook, without_a_rate_has_what_is_fixed) {
  QuickSums none = sums();
  none.rates.clear();
  none.fixed = {67'000'000.0, 4'672'000.0};
  const ScratchFolder folder;
  folder.write("made.xlsx", quick_workbook(folder.path(), none, {}));
  const std::string text = archive_part(folder.path() / "made.xlsx", "xl/worksheets/sheet1.xml");
  EXPECT_THAT(text, HasSubstr("/10000</f><v>6700</v>"));
  EXPECT_THAT(text, Not(HasSubstr("SUMPRODUCT")));
}

}  // namespace
}  // namespace disburse
