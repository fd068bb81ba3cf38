// A quantile of an output under common draws: the median of a study's point, and what a change does to it.
#include "engine/studies/replicate_output.hpp"

#include <gtest/gtest.h>

#include "engine/replicates/risk.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

Output line(const std::string& code) {
  Output output;
  output.year = 2024;
  output.line = code;
  return output;
}

ReplicateRequest request() {
  ReplicateRequest made;
  made.replicates = 64;
  made.threads = 1;
  return made;
}

ReplicateOutput output(const std::string& code, const std::string& statistic) {
  return {base_data(), base_scenario(), line(code), request(), statistic};
}

TEST(ReplicateOutput, is_the_ninetieth_percentile_where_nothing_is_said) {
  EXPECT_EQ(output("2089999", "").name(), "p90");
  EXPECT_EQ(output("2089999", "mean").name(), "mean");
  EXPECT_EQ(output("2089999", "").replicates(), 64U);
}

TEST(ReplicateOutput, gives_each_statistic_of_the_replicates_of_its_line) {
  const Session session = make_session(*base_data(), base_scenario());
  const Measures measures(session.programmes, session.budget, session.scenario.horizon);
  const Replicates made = ensemble_of(session, measures, 1).run(base_scenario().seed, 0, 64, 1);
  const Spread spread = spread_of(made.of(measures.find(Measure::What::line, 0, "2089999", 2024)));
  EXPECT_EQ(output("2089999", "mean").at({}), spread.mean);
  EXPECT_EQ(output("2089999", "p10").at({}), spread.p10);
  EXPECT_EQ(output("2089999", "p50").at({}), spread.p50);
  EXPECT_EQ(output("2089999", "p90").at({}), spread.p90);
  EXPECT_EQ(output("2089999", "p95").at({}), spread.p95);
  const Spread whole = spread_of(made.of(measures.find(Measure::What::total, 0, "", 2024)));
  EXPECT_EQ(output("", "p50").at({}), whole.p50);
}

TEST(ReplicateOutput, moves_with_a_change_under_the_same_draws) {
  // The award rises from 600 to 660 yuan: the same payments by the same survivors, so the line rises by no more than
  // a tenth, and by some.
  const ReplicateOutput median = output("2089999", "p50");
  const Money before = median.at({});
  const Money after = median.at({{"unity_award.ordinary_per_payment", "660", "test", "test", {}}});
  EXPECT_GT(after, before);
  EXPECT_LE(after.fen() * 10, before.fen() * 11);
}

}  // namespace
}  // namespace disburse
