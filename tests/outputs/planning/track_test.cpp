// The track record: estimates beside their outturns, scores, and what is not known as a dash or null.
#include "outputs/planning/track.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

IssuedEstimate estimate(Date made, int year, Money amount, const std::string& programme = "") {
  return {made, "run", "base", year, programme, amount, {}, {}};
}

std::vector<TrackScore> scores() {
  TrackScore score;
  score.programme = "unity_award";
  score.horizon = 1;
  score.estimates = 2;
  score.bias = Money::yuan(-10'000);
  score.mean_absolute = Money::yuan(20'000);
  score.root_mean_square = Money::yuan(30'000);
  score.two_thirds = Money::yuan(40'000);
  return {score};
}

/// The line of a table that begins with `name`.
std::string line_of(const std::string& table, const std::string& name) {
  const std::size_t at = table.rfind(name);  // titles stand above
  return at == std::string::npos ? "" : table.substr(at, table.find('\n', at) - at);
}

TEST(TrackTable, has_a_row_for_each_day_of_issue_and_the_outturns_below) {
  const std::vector<IssuedEstimate> estimates{estimate({2023, 10, 1}, 2024, Money::yuan(1'000'000)),
                                              estimate({2023, 10, 1}, 2025, Money::yuan(2'000'000)),
                                              estimate({2024, 9, 1}, 2025, Money::yuan(2'100'000)),
                                              estimate({2024, 9, 1}, 2026, Money::yuan(9'990'000), "unity_award")};
  const std::string table = track_table(scores(), estimates, {{2024, "", Money::yuan(1'050'000)}}, Language::en);
  EXPECT_THAT(line_of(table, "2023-10-01"), testing::AllOf(HasSubstr("100.00"), HasSubstr("200.00")));
  EXPECT_THAT(line_of(table, "2024-09-01"), testing::AllOf(HasSubstr("210.00"), Not(HasSubstr("100.00"))));
  EXPECT_THAT(line_of(table, "outturn"), HasSubstr("105.00"));
  EXPECT_THAT(table, Not(HasSubstr("999.00"))) << "the hedgehog is of the whole";
  EXPECT_THAT(line_of(table, "unity_award"),
              testing::AllOf(HasSubstr("-1.00"), HasSubstr("2.00"), HasSubstr("3.00"), HasSubstr("4.00")));
}

TEST(TrackTable, without_a_score_says_what_to_do) {
  const std::string table = track_table({}, {estimate({2023, 10, 1}, 2024, Money::yuan(1))}, {}, Language::zh);
  EXPECT_THAT(table, HasSubstr("--outturns"));
  EXPECT_THAT(table, Not(HasSubstr("误差")));
}

TEST(TrackJson, keeps_fen_and_says_null_where_nothing_is_known) {
  IssuedEstimate banded = estimate({2023, 10, 1}, 2024, Money::fen(123));
  banded.low = Money::fen(100);
  const auto document = nlohmann::json::parse(track_json(scores(), {banded}, {{2024, "unity_award", Money::fen(456)}}));
  EXPECT_EQ(document.at("schema"), "disburse/track/1");
  const auto& score = document.at("scores").at(0);
  EXPECT_EQ(score.at("bias_fen"), -1'000'000);
  EXPECT_EQ(score.at("root_mean_square_fen"), 3'000'000);
  EXPECT_EQ(score.at("two_thirds_fen"), 4'000'000);
  EXPECT_TRUE(score.at("coverage").is_null());
  EXPECT_TRUE(score.at("naive_absolute_fen").is_null());
  const auto& issued = document.at("estimates").at(0);
  EXPECT_EQ(issued.at("made"), "2023-10-01");
  EXPECT_EQ(issued.at("amount_fen"), 123);
  EXPECT_EQ(issued.at("p10_fen"), 100);
  EXPECT_TRUE(issued.at("p90_fen").is_null());
  EXPECT_EQ(document.at("outturns").at(0).at("amount_fen"), 456);
}

}  // namespace
}  // namespace disburse
