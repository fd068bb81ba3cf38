// Typed cells: what fits, how a person reads it, what is computed with.
#include "outputs/report/exhibit.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

const ExhibitColumn code{"科目编码", ColumnType::code, 0, false, ""};
const ExhibitColumn value{"低", ColumnType::value, 0, false, "-"};
const ExhibitColumn month{"月份", ColumnType::month, 0, false, "-"};

TEST(Exhibit, refuses_a_row_that_is_shifted_under_its_headings) {
  Exhibit exhibit;
  exhibit.columns = {code, name_column("科目名称"), money_column("合计")};
  exhibit.add({"2080507", "补助", Money::fen(37'151'890'000)});
  EXPECT_THROW(exhibit.add({"2080507 补助", Money::fen(1), Money::fen(2)}), ProgramFault);
  EXPECT_THROW(exhibit.add({Money::fen(1), "补助", Money::fen(2)}), ProgramFault);
  EXPECT_THROW(exhibit.add({"2080507", "补助"}), ProgramFault);
  EXPECT_EQ(exhibit.rows.size(), 1u);
}

TEST(ExhibitCell, fits_columns_of_its_type) {
  EXPECT_TRUE(fits(code, "无"));
  EXPECT_FALSE(fits(code, "37323.12"));
  EXPECT_TRUE(fits(month, "2024-07"));
  EXPECT_FALSE(fits(month, "2024-13"));
  EXPECT_FALSE(fits(money_column("元"), "1.00"));
  EXPECT_FALSE(fits(rate_column("率"), Money::fen(1)));
  EXPECT_FALSE(fits(rate_column("率"), std::numeric_limits<double>::quiet_NaN())) << "counts alone are hidden";
  for (const ExhibitColumn& column : {code, month, money_column("元"), count_column("人")})
    EXPECT_TRUE(fits(column, {})) << column.heading;
}

TEST(ExhibitCell, is_read_by_its_column) {
  EXPECT_EQ(cell_text(money_column("元"), Money::fen(123'456'000'000)), "123,456.00");
  EXPECT_EQ(cell_text(difference_column("差"), Money::fen(1'234'560'000)), "+1,234.56");
  EXPECT_EQ(cell_text(rate_column("率"), 0.9690), "96.9%");
  EXPECT_EQ(cell_text(count_column("人", 1), 5259.0), "5,259.0");
  EXPECT_EQ(cell_text(count_column("人"), std::numeric_limits<double>::quiet_NaN()), "*");
  EXPECT_EQ(cell_text(money_column("元"), std::optional<Money>{}), "-");
  ExhibitCell differs = Money::fen(5'000'000);
  differs.differs = true;
  EXPECT_EQ(cell_text(money_column("元"), differs), "≠ 5.00");
}

TEST(ExhibitCell, is_a_number_where_its_column_says_so) {
  EXPECT_EQ(cell_number(money_column("元"), Money::fen(-2'036'400'000)), -2036.4);
  EXPECT_EQ(cell_number(rate_column("率"), 0.96899), 0.969);
  EXPECT_EQ(cell_number(rate_column("率"), 1.07612), 1.076);
  EXPECT_EQ(cell_number(count_column("人"), 52'964.0), 52'964.0);
  EXPECT_EQ(cell_number(value, "0.85"), 0.85);
  for (const char* text : {"4,10", "2024-07", "1e5", "0x1f", "nan", "", "2 年"})
    EXPECT_FALSE(cell_number(value, text)) << text;
  EXPECT_FALSE(cell_number(code, "2080507"));
  EXPECT_FALSE(cell_number(text_column("说明"), "12"));
  EXPECT_FALSE(cell_number(money_column("元"), {}));
}

}  // namespace
}  // namespace disburse
