// What is told of the year that ended.
#include "outputs/planning/next_year.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/shipped_law.hpp"
#include "tests/outputs/sample_next_year.hpp"

namespace disburse {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(NextYearOutput, tells_the_outturn_beside_what_was_projected) {
  const std::string table = next_year_table(testing::sample_next_year(), shipped_law(), Language::zh);
  for (const char* part : {"6,078.00", "6,540.67", "6,500.00", "-40.67",
                           shipped_law().find("heating_allowance.standard")->name.c_str(), "= 4000"})
    EXPECT_THAT(table, HasSubstr(part));
  EXPECT_THAT(table, Not(HasSubstr("12 月 31 日"))) << "no members were carried";
  EXPECT_THAT(next_year_table(testing::sample_next_year(), shipped_law(), Language::en), HasSubstr("unity award"));
}

TEST(NextYearOutput, says_null_where_no_roster_was_carried) {
  const auto document = nlohmann::json::parse(next_year_json(testing::sample_next_year(), "disburse next-year"));
  EXPECT_EQ(document.at("schema"), "disburse/next-year/1");
  EXPECT_TRUE(document.at("roster_digest").is_null());
  EXPECT_EQ(document.at("programmes").at(0).at("outturn_fen"), 6'500'000'000);
  EXPECT_EQ(document.at("remembered").at(0).at("from"), "2025-01");
  EXPECT_EQ(document.at("lapsed").at(0).at("path"), "heating_allowance.standard");
}

}  // namespace
}  // namespace disburse
