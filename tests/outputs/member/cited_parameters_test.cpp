// Parameters that a statement cites: each once, by its mark, with its source.
#include "outputs/member/cited_parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

UsedParameter used(const std::string& path, const std::string& value, Month from = Month(2024, 1)) {
  UsedParameter made;
  made.path = path;
  made.name = "标准";
  made.name_en = "standard";
  made.unit = "yuan_per_month";
  made.value = value;
  made.status = "enacted";
  made.reference = "文件";
  made.origin = "models";
  made.from = from;
  made.known = Date{2023, 12, 1};
  return made;
}

TEST(CitedParameters, stand_once_in_the_order_of_first_use) {
  CitedParameters cited;
  cited.cite({used("a.b", "100"), used("c.d", "5")});
  cited.cite({used("c.d", "5"), used("a.b", "120", Month(2024, 7)), used("a.b", "100")});
  ASSERT_EQ(cited.all().size(), 3U) << "a later value of one path is another parameter";
  EXPECT_EQ(cited.marks({used("a.b", "120", Month(2024, 7)), used("a.b", "100"), used("c.d", "5")}),
            (std::vector<std::size_t>{3, 1, 2}));
  EXPECT_EQ(marks_text({3, 1}), "[3][1]");
  EXPECT_EQ(marks_text({}), "");
}

TEST(CitedParameters, of_a_statement_are_those_of_its_entries) {
  Statement statement;
  statement.entries.resize(2);
  statement.entries[0].parameters = {used("a.b", "100")};
  statement.entries[1].parameters = {used("a.b", "100"), used("c.d", "5")};
  EXPECT_EQ(CitedParameters(statement).all().size(), 2U);
}

TEST(CitedParameters, are_listed_with_dates_and_source) {
  CitedParameters cited;
  EXPECT_EQ(parameters_text(cited, Language::en), "");
  cited.cite({used("a.b", "100")});
  const std::string text = parameters_text(cited, Language::en);
  EXPECT_THAT(text, testing::AllOf(HasSubstr("[1]"), HasSubstr("a.b"), HasSubstr("standard"), HasSubstr("100"),
                                   HasSubstr("2024-01"), HasSubstr("2023-12-01"), HasSubstr("source: 文件")));
  EXPECT_THAT(text, Not(HasSubstr("标准")));
}

TEST(CitedParameters, put_a_whole_table_of_values_below_the_row) {
  const std::string table = "60: 1, 65: 2, 70: 3, 75: 4, 80: 5";
  CitedParameters cited;
  cited.cite({used("a.steps", table)});
  const std::string text = parameters_text(cited, Language::en);
  EXPECT_THAT(text, testing::AllOf(HasSubstr("below"), HasSubstr("value: " + table)));
  CitedParameters narrow;
  narrow.cite({used("a.b", "123456789012345678901234")});
  EXPECT_THAT(parameters_text(narrow, Language::en), Not(HasSubstr("below"))) << "24 characters still fit";
}

TEST(CitedParameters, in_json_carry_their_marks) {
  CitedParameters cited;
  cited.cite({used("a.b", "100"), used("c.d", "5")});
  const Json part = parameters_part(cited);
  ASSERT_EQ(part.size(), 2U);
  EXPECT_EQ(part[1].at("mark"), 2);
  EXPECT_EQ(part[1].at("path"), "c.d");
  EXPECT_EQ(part[0].at("from"), "2024-01");
  EXPECT_EQ(part[0].at("reference"), "文件");
}

}  // namespace
}  // namespace disburse
