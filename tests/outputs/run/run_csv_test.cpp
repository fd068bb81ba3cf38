#include "outputs/run/run_csv.hpp"

#include <gtest/gtest.h>

#include "outputs/text/csv_table.hpp"
#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

constexpr const char* mark = "\xEF\xBB\xBF";
const std::vector<CsvColumn> one_column{{"甲", "a"}};

TEST(CsvTable, has_byte_order_mark_titles_with_keys_and_crlf) {
  CsvTable table({{"项目", "name"}, {"预算（元）", "budget"}});
  table.text("取暖费").money(Money::fen(-1200)).end_row();
  EXPECT_EQ(table.bytes(), std::string(mark) + "项目[name],预算（元）[budget]\r\n取暖费,-12.00\r\n");
}

TEST(CsvTable, text_is_no_formula_and_numbers_stay_numbers) {
  for (const char* text : {"=1+1", "+1", "-1", "@a", "\tx"}) {
    CsvTable table(one_column);
    table.text(text).end_row();
    EXPECT_EQ(table.bytes(), std::string(mark) + "甲[a]\r\n'" + text + "\r\n");
  }
  CsvTable table({{"甲", "a"}, {"乙", "b"}});
  table.number(-0.5).integer(-3).end_row();
  EXPECT_EQ(table.bytes(), std::string(mark) + "甲[a],乙[b]\r\n-0.5,-3\r\n");
}

TEST(CsvTable, quotes_commas_quotation_marks_and_line_ends) {
  CsvTable table(one_column);
  table.text("a,\"b\"\r").end_row();
  table.text("\rx").end_row();
  EXPECT_EQ(table.bytes(), std::string(mark) + "甲[a]\r\n\"a,\"\"b\"\"\r\"\r\n\"'\rx\"\r\n");
}

TEST(RunCsv, writes_every_file_with_the_mark) {
  const auto files = run_csv(testing::sample_result());
  ASSERT_EQ(files.size(), 13U);
  for (const NamedFile& file : files) EXPECT_TRUE(file.bytes.starts_with(mark)) << file.name;
}

TEST(RunCsv, programmes_leave_what_is_missing_empty) {
  const std::string text = programmes_csv(testing::sample_result());
  EXPECT_NE(text.find("\r\nunity_award,民族团结进步奖,2089999,60780000.00,66000000.00,5220000.00,"), std::string::npos);
  EXPECT_NE(text.find("\r\nelectronic_signature,电子签名,2080109,,120000.00,,,120000.00,,planned,\r\n"),
            std::string::npos);
}

TEST(RunCsv, a_finding_that_begins_like_a_formula_is_guarded) {
  const auto files = run_csv(testing::sample_result());
  EXPECT_NE(files.back().bytes.find(",'=合计"), std::string::npos);
}

}  // namespace
}  // namespace disburse
