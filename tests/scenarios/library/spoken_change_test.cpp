// What planners write for a change, in the program's own writing; what has two readings is refused.
#include "scenarios/library/spoken_change.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

std::string text_of(const Override& change) {
  return change.path + (change.from ? "@" + to_string(*change.from) : "") +
         (change.until ? ".." + to_string(*change.until) : "") + "=" + change.value;
}

/// "value" understood, as "value", "2025-01..2025-12 value" or, with an error, "refused".
std::string understood(const std::string& value) {
  Override change{"a.b", value, "", "--set", {"--set", 0, 0}};
  InputErrors errors;
  understand(change, errors);
  return errors.empty() ? text_of(change) : "refused";
}

TEST(SpokenValue, numbers_as_people_write_them) {
  for (const auto& [said, meant] : std::vector<std::pair<std::string, std::string>>{
           {"+10%", "+10%"},
           {"＋１０％", "+10%"},
           {"－5％", "-5%"},
           {"−5 %", "-5%"},
           {"提高10%", "+10%"},
           {"上调 3.5 %", "+3.5%"},
           {"下调5%", "-5%"},
           {"x1.1", "x1.1"},
           {"×1.1", "x1.1"},
           {"X 1.1", "x1.1"},
           {"1.1倍", "x1.1"},
           {"1,000元", "1000元"},
           {"１，０００元", "1000元"},
           {"1,234,567.89", "1234567.89"},
           {"5.5万", "55000"},
           {"5.5 万人", "55000"},
           {"0.00005万", "0.5"},
           {"12万", "120000"},
           {"5.5万元", "5.5万元"},
           {"660元/次", "660元"},
           {"660元每人每次", "660元"},
           {"1,000 元/人·年", "1000元"},
           {"320人", "320"},
           {"60周岁", "60"},
           {"12个月", "12"},
           {"9月", "9"},
           {"4月、10月", "4,10"},
           {"4、10月", "4,10"},
           {"4月和10月", "4,10"},
           {"2024年9月", "2024-09"},
           {"２０２４年９月", "2024-09"},
           {"2024/9", "2024-09"},
           {"4,10", "4,10"},
           {"65: 2, 70: 4", "65: 2, 70: 4"},
           {" 600 ", "600"},
           {"　600　", "600"},
           {"year_end", "year_end"},
           {"九月", "9"},
           {"四月、十月", "4,10"},
           {"十二月", "12"},
           {"二〇二四年九月", "2024-09"},
           {"5,430人", "5430"},
           {"４亿元", "4亿元"},
           {"4亿", "4亿元"},
           {"9603万元", "9603万元"},
       }) {
    EXPECT_EQ(spoken_value(said), meant) << said;
  }
}

TEST(SpokenValue, an_amount_more_or_less) {
  EXPECT_EQ(spoken_value("提高60元"), "+=60元");
  EXPECT_EQ(spoken_value("降低 1,000元"), "-=1000元");
  EXPECT_EQ(spoken_value("增加320人"), "+=320");
  EXPECT_EQ(spoken_value("下调5%"), "-5%") << "a share of it stays one";
  EXPECT_EQ(spoken_value("+60元"), "+=60元");
  EXPECT_EQ(spoken_value("＋１，０００元"), "+=1000元");
  EXPECT_EQ(spoken_value("-60元"), "-=60元");
  EXPECT_EQ(spoken_value("+300人"), "+=300");
  EXPECT_EQ(spoken_value("+=60元"), "+=60元") << "the program's own writing";
}

TEST(SpokenMoney, has_a_unit_and_any_width) {
  EXPECT_EQ(spoken_money("40万元"), Money::fen(40'000'000));
  EXPECT_EQ(spoken_money("４０万元"), Money::fen(40'000'000));
  EXPECT_EQ(spoken_money("40 万"), Money::fen(40'000'000));
  EXPECT_EQ(spoken_money("4亿"), Money::fen(40'000'000'000));
  EXPECT_EQ(spoken_money("1,000.50元"), Money::fen(100'050));
  EXPECT_EQ(spoken_money("9603wan"), Money::fen(9'603'000'000));
  EXPECT_EQ(spoken_money("40000"), std::nullopt) << "yuan or ten thousands of them";
  EXPECT_EQ(spoken_money("1,00元"), std::nullopt);
  EXPECT_EQ(spoken_money("万元"), std::nullopt);
}

TEST(SpokenNumber, becomes_digits) {
  for (const auto& [said, meant] : std::vector<std::pair<std::string, std::string>>{{"１，０００", "1000"},
                                                                                    {"5万", "50000"},
                                                                                    {"1.5千", "1500"},
                                                                                    {"0.95", "0.95"},
                                                                                    {"1e8", "1e8"},
                                                                                    {"1,00", "1,00"}})
    EXPECT_EQ(spoken_number(said), meant) << said;
}

TEST(SpokenDate, is_a_day_that_exists) {
  for (const char* said : {"2025-06-30", "2025年6月30日", "２０２５／６／３０", "2025.6.30"})
    EXPECT_EQ(spoken_date(said), (Date{2025, 6, 30})) << said;
  EXPECT_EQ(spoken_date("2025-06-31"), std::nullopt);
  EXPECT_EQ(spoken_date("2025-06"), std::nullopt);
}

TEST(ReadWindow, ends_where_it_says_so) {
  Month first;
  std::optional<Month> last;
  ASSERT_TRUE(read_window_text("２０２４－０１．．２０２４－１２", first, last));
  EXPECT_EQ(to_string(first) + " " + to_string(*last), "2024-01 2024-12");
  ASSERT_TRUE(read_window_text("2025-01..", first, last));
  EXPECT_EQ(last, std::nullopt);
  ASSERT_TRUE(read_window_text("2025年", first, last));
  EXPECT_EQ(to_string(first) + " " + to_string(*last), "2025-01 2025-12");
  EXPECT_FALSE(read_window_text("2025-01", first, last));
  EXPECT_FALSE(read_window_text("2025", first, last));
  EXPECT_FALSE(read_window_text("2025-06..2025-01", first, last));
}

TEST(TurnedMonths, are_given_as_they_should_stand) {
  EXPECT_EQ(turned_months("2025-06..2025-01"), "2025-01..2025-06");
  for (const char* said : {"2025-01..2025-06", "2025-01..2025-01", "2025-01..", "2025", "x"})
    EXPECT_EQ(turned_months(said), std::nullopt) << said;
}

TEST(SpokenValue, groups_that_are_no_thousands_stay) {
  for (const char* said : {"10,00元", "1,00,000", "4,11", "1,2345"}) EXPECT_EQ(spoken_value(said), said);
}

TEST(Understand, months_behind_or_before_the_value) {
  for (const auto& [said, meant] : std::vector<std::pair<std::string, std::string>>{
           {"660", "a.b=660"},
           {"660 只在 2025 年", "a.b@2025-01..2025-12=660"},
           {"660只在2025年", "a.b@2025-01..2025-12=660"},
           {"只在2025年 660元", "a.b@2025-01..2025-12=660元"},
           {"+10% 仅2025年", "a.b@2025-01..2025-12=+10%"},
           {"＋１０％，只在２０２５年", "a.b@2025-01..2025-12=+10%"},
           {"+10% 从 2025-07 起", "a.b@2025-07=+10%"},
           {"从2025年7月起提高10%", "a.b@2025-07=+10%"},
           {"自2025年起 x1.1", "a.b@2025-01=x1.1"},
           {"660 从2025年1月至6月", "a.b@2025-01..2025-06=660"},
           {"660 从2025年11月至2026年2月", "a.b@2025-11..2026-02=660"},
           {"660 only in 2025", "a.b@2025-01..2025-12=660"},
           {"660 from 2025-07", "a.b@2025-07=660"},
           {"660 from 2025-07 to 2025-12", "a.b@2025-07..2025-12=660"},
           {"660 只在2025年7月", "a.b@2025-07..2025-07=660"},
           {"2024年9月", "a.b=2024-09"},
           {"2024年9月 只在2024年", "a.b@2024-01..2024-12=2024-09"},
           {"660 从2025-12至2025-01", "refused"},
       }) {
    EXPECT_EQ(understood(said), meant) << said;
  }
}

TEST(Understand, months_said_twice_are_refused) {
  Override change{"a.b", "660 只在2025年", "", "--set", {"--set", 0, 0}, Month(2024, 1), Month(2024, 12)};
  InputErrors errors;
  understand(change, errors);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_FALSE(errors.begin()->remedy.empty());
}

TEST(ReadPeriod, what_stands_behind_the_at_sign) {
  for (const auto& [said, meant] : std::vector<std::pair<std::string, std::string>>{
           {"2025-01", "@2025-01"},
           {"2025-01..2025-06", "@2025-01..2025-06"},
           {"2025年", "@2025-01..2025-12"},
           {"2025", "@2025-01..2025-12"},
           {"只在2025年", "@2025-01..2025-12"},
           {"从2025年7月起", "@2025-07"},
           {"2025年7月起", "@2025-07"},
           {"2025年1月至6月", "@2025-01..2025-06"},
           {"2025-13", ""},
           {"明年", ""},
           {"2025-01..", "@2025-01"},
       }) {
    Override change{"", "", "", "", {}};
    const bool understood = read_period(said, change.from, change.until);
    EXPECT_EQ(understood, !meant.empty()) << said;
    if (understood) {
      EXPECT_EQ(text_of(change), meant + "=") << said;
    }
  }
}

TEST(SpokenMonth, in_any_writing) {
  for (const char* said : {"2025-07", "2025年7月", "２０２５年７月", "2025/7", "202507", "2025年07月份"})
    EXPECT_EQ(spoken_month(said), Month(2025, 7)) << said;
  for (const char* said : {"2025", "7月", "2025-13", "2025-00", "", "七月"}) EXPECT_FALSE(spoken_month(said)) << said;
}

TEST(SpokenValue, a_long_text_is_left_alone) {
  const std::string text(100'000, '1');
  EXPECT_EQ(spoken_value(text), text);
  EXPECT_EQ(understood(text), "a.b=" + text);
}

}  // namespace
}  // namespace disburse
