// Risk in JSON: read back as it was, and null where there is no budget or nothing was drawn.
#include "outputs/run/risk_parts.hpp"

#include <gtest/gtest.h>

#include "outputs/text/json_reading.hpp"

namespace disburse {
namespace {

/// Eight different amounts from `first` on.
Spread spread(std::int64_t first) {
  const auto fen = [&](std::int64_t n) { return Money::fen(first + n); };
  return {fen(0), fen(1), fen(2), fen(3), fen(4), fen(5), fen(6), fen(7)};
}

RiskResult result() {
  RiskResult made;
  made.replicates = 1000;
  made.assumptions = 64;
  made.seed = 18'446'744'073'709'551'615U;
  RiskFigure line;
  line.of = RiskFigure::Of::line;
  line.id = "2080507";
  line.name = "补助";
  line.year = 2024;
  line.budget = Money::fen(500);
  line.exact_mean = Money::fen(11);
  line.exact_deviation = Money::fen(12);
  line.chance = spread(100);
  line.both = spread(200);
  line.over = 0.25;
  line.over_error = 0.014;
  line.reserve_90 = Money::fen(90);
  line.reserve_95 = Money::fen(95);
  line.likely_over = Month(2024, 11);
  RiskFigure programme;
  programme.of = RiskFigure::Of::programme;
  programme.chance = spread(300);
  made.figures = {line, programme};
  made.months = {{Month(2024, 1), spread(400), {}}};
  made.drawn = {{"a.b", "名", "1", "2", "uniform"}};
  made.exceedance = {{90, Money::fen(1)}, {10, Money::fen(2)}};
  return made;
}

TEST(RiskParts, are_read_back_as_they_were) {
  const Json part = risk_part(result());
  const RiskResult read = risk_in(part);
  EXPECT_EQ(risk_part(read).dump(), part.dump());
  EXPECT_EQ(read.seed, result().seed);
  ASSERT_EQ(read.figures.size(), 2U);
  EXPECT_TRUE(read.figures[0].chance == spread(100));
  EXPECT_TRUE(read.figures[0].both == spread(200));
  EXPECT_EQ(read.figures[0].likely_over, Month(2024, 11));
  EXPECT_EQ(read.figures[0].reserve_95, Money::fen(95));
  EXPECT_EQ(read.exceedance, result().exceedance);
}

TEST(RiskParts, name_every_quantile_once) {
  const Json part = spread_part(spread(100));
  const std::vector<std::pair<const char*, int>> wanted{
      {"mean_fen", 100}, {"deviation_fen", 101}, {"standard_error_fen", 102},
      {"p05_fen", 103},  {"p10_fen", 104},       {"p50_fen", 105},
      {"p90_fen", 106},  {"p95_fen", 107}};
  for (const auto& [key, fen] : wanted) EXPECT_EQ(part.at(key), fen) << key;
}

TEST(RiskParts, are_null_without_a_budget) {
  const Json part = risk_part(result()).at("figures").at(1);
  for (const char* key : {"budget_fen", "both", "over", "reserve_90_fen", "reserve_95_fen", "likely_over"})
    EXPECT_TRUE(part.at(key).is_null()) << key;
  EXPECT_EQ(part.at("of"), "programme");
}

TEST(RiskParts, of_differences_are_read_back) {
  const std::vector<DifferenceFigure> differences{{RiskFigure::Of::total, "", "", 2024, spread(5)},
                                                  {RiskFigure::Of::line, "2080507", "补助", 2025, spread(50)}};
  const auto read = differences_in(differences_part(differences));
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[1].of, RiskFigure::Of::line);
  EXPECT_EQ(read[1].id, "2080507");
  EXPECT_EQ(read[1].year, 2025);
  EXPECT_TRUE(read[1].difference == spread(50));
}

TEST(RiskParts, refuse_a_word_that_no_writer_writes) {
  Json part = risk_part(result());
  part["figures"][0]["of"] = "city";
  EXPECT_THROW(risk_in(part), UnsoundDocument);
}

}  // namespace
}  // namespace disburse
