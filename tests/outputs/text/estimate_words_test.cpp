// What estimate, mean and median are called, and which estimates lie outside of their own band.
#include "outputs/text/estimate_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Money wan(double amount) { return Money::fen(static_cast<std::int64_t>(amount * 1e6)); }

/// One programme that is estimated at `estimate`; its replicates lie from 5,967.94 to 6,536.87.
RunResult run_with(Money estimate) {
  RunResult run;
  run.fiscal_year = 2024;
  run.programmes.emplace_back();
  run.programmes[0].id = "award";
  run.programmes[0].name = "民族团结奖";
  run.programmes[0].name_en = "unity award";
  run.years.emplace_back();
  run.years[0].year = 2024;
  run.years[0].programmes.emplace_back();
  run.years[0].programmes[0].id = "award";
  run.years[0].programmes[0].line = estimate;
  RiskFigure figure;
  figure.of = RiskFigure::Of::programme;
  figure.id = "award";
  figure.name = "民族团结奖";
  figure.year = 2024;
  figure.both.emplace();
  figure.both->p10 = wan(5967.94);
  figure.both->p90 = wan(6536.87);
  run.risk.emplace();
  run.risk->replicates = 1000;
  run.risk->assumptions = 100;
  run.risk->figures = {figure};
  return run;
}

TEST(EstimateSentence, names_what_was_drawn_and_what_was_not) {
  const std::string text = estimate_sentence(run_with(wan(6200.0)), Language::zh);
  EXPECT_THAT(text, HasSubstr("“预计”是各项假定都取基准值时的期望值"));
  EXPECT_THAT(text, HasSubstr("1,000 次模拟，其中假定按各自的范围抽取 100 组"));
  EXPECT_THAT(text, Not(HasSubstr("区间之外")));
  EXPECT_EQ(estimate_sentence(RunResult{}, Language::zh), "");
}

TEST(EstimateSentence, names_an_estimate_outside_of_its_band_with_both) {
  EXPECT_THAT(estimate_sentence(run_with(wan(6540.67)), Language::zh),
              HasSubstr("区间之外的：民族团结奖（预计 6,540.67，区间 5,967.94 至 6,536.87）"));
  EXPECT_THAT(estimate_sentence(run_with(wan(5967.93)), Language::en),
              HasSubstr("unity award (estimate 5,967.93, band 5,967.94 to 6,536.87)"));
}

TEST(EstimateSentence, does_not_mind_what_is_not_shown) {
  // 5,967.94 as both are printed.
  EXPECT_THAT(estimate_sentence(run_with(wan(5967.94) - Money::fen(3)), Language::zh), Not(HasSubstr("区间之外")));
}

}  // namespace
}  // namespace disburse
