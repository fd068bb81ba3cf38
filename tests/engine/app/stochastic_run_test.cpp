// Stochastic runs and comparisons as a planner starts them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json run_of(const std::string& arguments) {
  const ScratchFolder folder;
  const Ran ran = folder.run(arguments + " --format json");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  return json::parse(ran.out);
}

const json& figure(const json& risk, const std::string& of, const std::string& id, int year) {
  for (const json& one : risk.at("figures")) {
    if (one.at("of") == of && one.at("id") == id && one.at("year") == year) return one;
  }
  throw std::runtime_error("no figure " + id);
}

TEST(StochasticRun, fills_a_figure_for_every_programme_line_and_year) {
  const json run = run_of("run --mode stochastic --replicates 400 --horizon 2024-01..2025-12");
  EXPECT_EQ(run.at("manifest").at("mode"), "stochastic");
  EXPECT_EQ(run.at("manifest").at("replicates"), 400);
  const json& risk = run.at("risk");
  EXPECT_EQ(risk.at("figures").size(), 2 * (run.at("programmes").size() + run.at("lines").size() + 1));
  EXPECT_EQ(risk.at("spent_so_far").size(), 24u);
  const json& total = figure(risk, "total", "", 2024);
  // The closed form stands beside the sample: within 4.5 standard errors (a false alarm in 1.5e5).
  const double exact = total.at("exact").at("mean_fen");
  const double mean = total.at("chance").at("mean_fen");
  EXPECT_LT(std::abs(mean - exact), 4.5 * total.at("chance").at("standard_error_fen").get<double>());
  const double projected = run.at("total").at("projected_fen");
  EXPECT_NEAR(exact / projected, 1.0, 1e-8);
  EXPECT_EQ(figure(risk, "line", "2089999", 2024).at("likely_over"), "2024-10");
  EXPECT_EQ(figure(risk, "programme", "unity_award", 2024).at("over"), 1.0);
  EXPECT_TRUE(figure(risk, "total", "", 2025).at("budget_fen").is_null());
}

TEST(StochasticRun, assumptions_widen_the_band) {
  const json run = run_of("run --mode stochastic --replicates 320 --assumptions 40 --horizon 2024-01..2025-12");
  const json& total = figure(run.at("risk"), "total", "", 2025);
  EXPECT_GT(total.at("both").at("deviation_fen").get<double>(),
            2 * total.at("chance").at("deviation_fen").get<double>());
  EXPECT_EQ(run.at("risk").at("assumptions"), 40);
  // Ranges of the year itself and of those to come, what was solved from one figure, and the readings of the document.
  for (const char* path :
       {"mortality.factor.resident", "outlook.wage_growth", "civil_service_solution", "headcount_reading"})
    EXPECT_THAT(run.at("risk").at("drawn").dump(), ::testing::HasSubstr(path));
}

TEST(StochasticRun, a_longer_run_begins_with_the_shorter_and_adds_until_the_mean_is_known) {
  const ScratchFolder folder;
  const Ran stated = folder.run("run --mode stochastic --replicates 64 --until-half-width 20000yuan --format json");
  ASSERT_EQ(stated.exit_code, 0) << stated.err;
  const json first = json::parse(stated.out).at("risk");
  EXPECT_GT(first.at("replicates"), 64);
  const json& total = figure(first, "total", "", 2024);
  EXPECT_LE(1.96 * total.at("chance").at("standard_error_fen").get<double>(), 2'000'000.0 + 2);
  const std::string count = std::to_string(first.at("replicates").get<int>());
  const json second = run_of("run --mode stochastic --replicates " + count).at("risk");
  EXPECT_EQ(first.at("figures"), second.at("figures")) << "added replicates are those of a run that made them at once";
}

TEST(StochasticRun, equal_runs_have_equal_bytes_on_any_number_of_threads) {
  const ScratchFolder folder;
  const std::string command = "run --mode stochastic --replicates 500 --assumptions 10 --format json --threads ";
  const Ran one = folder.run(command + "1");
  EXPECT_EQ(one.exit_code, 0) << one.err;
  for (const char* threads : {"2", "7"}) EXPECT_EQ(folder.run(command + threads).out, one.out) << threads;
}

TEST(StochasticRun, writes_its_risk_into_the_run_folder) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("run --mode stochastic --replicates 80 --out result").exit_code, 0);
  EXPECT_THAT(folder.read("result/risk.csv"), HasSubstr("[reserve_95]"));
  EXPECT_THAT(folder.read("result/run.txt"), HasSubstr("可能超支月"));
}

TEST(StochasticRun, what_cannot_be_is_answered) {
  const ScratchFolder folder;
  for (const char* wrong : {"--replicates 0", "--replicates 1", "--replicates 1000001", "--replicates -5",
                            "--replicates 10 --assumptions 11", "--until-half-width abc", "--until-half-width 0yuan",
                            "--until-half-width 20899999:10yuan", "--mode random"}) {
    const Ran ran = folder.run(std::string("run --mode stochastic ") + wrong + " --out result");
    EXPECT_EQ(ran.exit_code, 2) << wrong << ran.err;
    EXPECT_EQ(folder.listing(), "") << wrong;
  }
  const Ran irregular = folder.run("run --mode stochastic --set irregular.late_death_share=0.1");
  EXPECT_EQ(irregular.exit_code, 2);
  EXPECT_THAT(irregular.err, HasSubstr("irregular"));
  folder.write("bad.toml",
               "schema = \"disburse/scenario/1\"\nname = \"bad\"\ntitle = \"x\"\nauthor = \"x\"\nreference = \"x\"\n"
               "extends = \"zhongwei-2024\"\n[[correlation]]\nfirst = \"outlook.wage_growth\"\n"
               "second = \"outlook.wages\"\nvalue = \"0.5\"\nsource = \"x\"\n");
  const Ran correlation = folder.run("run bad.toml --mode stochastic --replicates 80 --assumptions 4");
  EXPECT_EQ(correlation.exit_code, 4);
  EXPECT_THAT(correlation.err, HasSubstr("bad.toml:7"));
}

TEST(StochasticComparison, tells_how_sure_a_difference_is) {
  const json variant = run_of("compare zhongwei-2024 award-660 --mode stochastic --replicates 800").at("variants")[0];
  EXPECT_EQ(variant.at("replicates"), 800);
  ASSERT_EQ(variant.at("spreads").size(), 3u);  // the programme, its line, the whole
  for (const json& spread : variant.at("spreads")) {
    const double mean = spread.at("mean_fen");
    const double error = spread.at("standard_error_fen");
    EXPECT_GT(error, 0.0);
    EXPECT_LT(std::abs(mean - variant.at("total").at("difference_fen").get<double>()), 4.5 * error + 1);
  }
  // Common draws: the deviation of the difference is a tenth of the award's own, not 1.4 times it.
  const json base = run_of("run --mode stochastic --replicates 800").at("risk");
  const double own = figure(base, "programme", "unity_award", 2024).at("chance").at("deviation_fen");
  EXPECT_LT(variant.at("spreads")[0].at("deviation_fen").get<double>(), own / 9.0);
}

}  // namespace
}  // namespace disburse
