// Words, names and series that exhibits of every kind share.
#include "outputs/report/wording.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Wording, speaks_the_language_asked_for) {
  const Wording chinese{Language::zh}, english{Language::en};
  EXPECT_EQ(chinese("预算", "budget"), "预算");
  EXPECT_EQ(english("预算", "budget"), "budget");
  EXPECT_EQ(chinese.unit(), "万元");
  EXPECT_EQ(english.unit(), "10,000 yuan");
}

TEST(Wording, keeps_the_chinese_name_where_there_is_no_other) {
  const Wording english{Language::en};
  EXPECT_EQ(english.name("取暖费", "heating"), "heating");
  EXPECT_EQ(english.name("取暖费", ""), "取暖费");
  EXPECT_EQ(Wording{Language::zh}.name("取暖费", "heating"), "取暖费");
}

TEST(Wording, a_series_has_a_gap_where_a_row_has_no_money) {
  Exhibit one = exhibit_of("id", "title", "万元", {name_column("项目"), money_column("预算")});
  one.add({"甲", Money::yuan(12'300)});
  one.add({"乙", {}});
  const Series series = money_series(one, 1);
  EXPECT_EQ(series.name, "预算");
  ASSERT_EQ(series.values.size(), 2u);
  EXPECT_EQ(series.values[0], 1.23);
  EXPECT_FALSE(series.values[1]);
  EXPECT_EQ(row_names(one), (std::vector<std::string>{"甲", "乙"}));
}

}  // namespace
}  // namespace disburse
