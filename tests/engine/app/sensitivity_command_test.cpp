// Sensitivity studies, end to end: what moves a line, how far, and what does not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "support/city.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json study(const ScratchFolder& folder, const std::string& words) {
  const Ran ran = folder.run("sensitivity --format json " + words);
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  return json::parse(ran.out);
}

TEST(Sensitivity, a_tornado_has_both_ends_thresholds_and_what_moves_nothing) {
  const ScratchFolder folder;
  const json result = study(folder, "--programme unity_award");
  const auto bar_of = [&](const std::string& path) {
    for (const json& bar : result.at("tornado")) {
      if (bar.at("path") == path) return bar;
    }
    return json();
  };
  const json widest = bar_of("unity_award.eligible_share");
  // The share scales the whole award: 6,540.67 x (0.911 - 1).
  const double base = result.at("base_fen").get<double>();
  EXPECT_NEAR(widest.at("at_low_fen").get<double>(), 0.911 * base, 12.0);
  EXPECT_EQ(widest.at("at_high_fen").get<double>(), base);
  // The budget of 6,078 is met by the share 6,078 / 6,540.67.
  EXPECT_NEAR(std::stod(widest.at("breaks_at").get<std::string>()), 607'800'000'000.0 / (base * 100.0), 1e-5);
  EXPECT_TRUE(bar_of("mortality.factor.resident").at("dead").get<bool>());
  EXPECT_FALSE(bar_of("headcount_reading").at("dead").get<bool>());
  // A lever: a tenth more for all but the hundred who get another rate.
  const json lever = bar_of("award_rate");
  EXPECT_GT(lever.at("at_high_fen").get<double>(), 1.09 * base);
  EXPECT_LT(lever.at("at_high_fen").get<double>(), 1.10 * base);
  const Ran table = folder.run("sensitivity --programme unity_award");
  EXPECT_THAT(table.out, HasSubstr("不影响该结果的假定："));
}

TEST(Sensitivity, sobol_shares_are_those_of_the_line_and_the_points_are_full_runs) {
  const ScratchFolder folder;
  const json result = study(folder, "--method sobol --line 2080507 --samples 256");
  EXPECT_LE(result.at("interpolation_error").get<double>(), 1e-2);
  double totals = 0.0;
  for (const json& factor : result.at("factors")) {
    totals += factor.at("total").at("value").get<double>();
    EXPECT_LE(factor.at("first").at("low"), factor.at("first").at("high"));
  }
  EXPECT_NEAR(totals, 1.0, 0.15) << "counts, pensions and deaths hardly interact";
}

TEST(Sensitivity, a_gradient_of_a_flat_rate_is_the_persons_paid) {
  const ScratchFolder folder;
  folder.write("s.toml", R"(schema = "disburse/scenario/1"
name = "s"
title = "t"
author = "a"
reference = "r"
extends = "zhongwei-2024"
[[uncertain]]
path = "unity_award.ordinary_per_payment"
low = "550"
high = "660"
distribution = "triangular"
source = "test"
)");
  const json result =
      study(folder, "s.toml --method gradient --programme unity_award --inputs unity_award.ordinary_per_payment");
  const json& slope = result.at("gradient").at(0);
  const auto amount = [&](const std::string& value) {
    const json run = json::parse(folder.run("run --format json --set unity_award.ordinary_per_payment=" + value).out);
    for (const json& programme : run.at("programmes")) {
      if (programme.at("id") == "unity_award") return programme.at("projected_fen").get<double>();
    }
    return 0.0;
  };
  EXPECT_NEAR(slope.at("fen_per_unit").get<double>(), amount("601") - amount("600"), 2.0);
}

TEST(Sensitivity, a_full_study_has_a_gradient_at_the_edge_of_a_range_too) {
  const ScratchFolder folder;
  const json result = study(folder,
                            "--method full --programme unity_award --samples 64 --inputs unity_award.eligible_share "
                            "--inputs mortality.factor.enterprise");
  // The share of those eligible is 1, its upper bound: the slope is that from below.
  for (const json& slope : result.at("gradient")) {
    if (slope.at("path") != "unity_award.eligible_share") continue;
    EXPECT_NEAR(slope.at("fen_per_unit").get<double>(), result.at("base_fen").get<double>(), 2e4);
  }
  EXPECT_TRUE(result.contains("heatmap"));
  EXPECT_TRUE(result.contains("sobol"));
  ASSERT_EQ(result.at("cases").size(), 4u);
  // All at the dear end: the share stays at 1, the deaths are fewest.
  const json& cases = result.at("cases");
  EXPECT_LT(cases.at(0).at("amount_fen"), cases.at(1).at("amount_fen"));
  EXPECT_LT(cases.at(1).at("amount_fen"), cases.at(2).at("amount_fen"));
  EXPECT_EQ(cases.at(1).at("amount_fen"), result.at("base_fen"));
  EXPECT_EQ(cases.at(2).at("exhausted"), "2024-10") << "the second payment brings 6,5xx above 6,078";
  const json& q = result.at("quantiles");
  EXPECT_LE(q.at("p10_fen"), q.at("p50_fen"));
  EXPECT_LE(q.at("p75_fen"), q.at("p90_fen"));
}

TEST(Sensitivity, a_slope_is_that_of_fine_differences) {
  const ScratchFolder folder;
  const json result = study(folder, "--method gradient --line 2080507");
  const auto line = [&](const std::string& value) {
    const json run = json::parse(folder.run("run --format json --set mortality.factor.civil_service=" + value).out);
    for (const json& one : run.at("lines")) {
      if (one.at("code") == "2080507") return one.at("projected_fen").get<double>();
    }
    return 0.0;
  };
  // Differences a hundredth wide about 0.6, freed of their error of the second order by twice the width.
  const double narrow = (line("0.61") - line("0.59")) / 0.02;
  const double wide = (line("0.62") - line("0.58")) / 0.04;
  bool found = false;
  for (const json& slope : result.at("gradient")) {
    if (slope.at("path") != "mortality.factor.civil_service") continue;
    EXPECT_NEAR(slope.at("fen_per_unit").get<double>() / ((4.0 * narrow - wide) / 3.0), 1.0, 1e-6);
    found = true;
  }
  EXPECT_TRUE(found);
}

TEST(Sensitivity, replicates_of_a_point_use_the_draws_of_the_others) {
  const ScratchFolder folder;
  const std::string words = "--inputs unity_award.eligible_share --programme unity_award ";
  const json mean = study(folder, words + "--mode stochastic --replicates 64 --statistic mean");
  const json high = study(folder, words + "--mode stochastic --replicates 64 --statistic p95");
  EXPECT_LT(mean.at("base_fen"), high.at("base_fen"));
  // The share scales every replicate alike, so the tornado's low end is 0.911 of the base in each statistic.
  for (const json& one : {mean, high}) {
    EXPECT_NEAR(one.at("tornado").at(0).at("at_low_fen").get<double>() / one.at("base_fen").get<double>(), 0.911, 1e-9);
  }
  EXPECT_EQ(high.at("manifest").at("mode"), "stochastic");
  EXPECT_EQ(high.at("manifest").at("replicates"), 64);
  EXPECT_EQ(high.at("full_runs"), 2);
  EXPECT_THAT(folder.run("sensitivity --lang en --statistic p95").err,
              HasSubstr("is of replicates, and there are none"));
  EXPECT_THAT(folder.run("sensitivity --lang en --method sobol --mode stochastic").err,
              HasSubstr("only the tornado replicates"));
}

TEST(Sensitivity, says_what_cannot_be_studied) {
  const ScratchFolder folder;
  const auto err = [&](const std::string& words) {
    const Ran ran = folder.run("sensitivity --lang en " + words);
    EXPECT_EQ(ran.exit_code, 2) << words;
    return ran.err;
  };
  EXPECT_THAT(err("--line 2080508"), HasSubstr("Did you mean 208050"));
  EXPECT_THAT(err("--inputs mortality.factor.residents"), HasSubstr("Did you mean mortality.factor.resident"));
  EXPECT_THAT(err("--method sobol --samples 1000"), HasSubstr("is no power of two"));
  EXPECT_THAT(err("--method morris --trajectories 1"), HasSubstr("fewer than 4 trajectories"));
  EXPECT_THAT(err("--method sobol --programme social_security_card --samples 64"),
              HasSubstr("no input moves the output"));
  EXPECT_THAT(err("--group g=nothing"), HasSubstr("is no input of this study"));
}

}  // namespace
}  // namespace disburse
