// How much memory and time a stochastic run will take, told before it begins.
#include "engine/studies/risk_estimate.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

Measures measures(const Session& session) { return {session.programmes, session.budget, session.scenario.horizon}; }

ReplicatePlan plan(std::uint32_t made, std::uint32_t assumptions = 0) {
  ReplicatePlan one;
  one.replicates = one.made = made;
  one.assumptions = assumptions;
  return one;
}

TEST(RiskEstimate, amounts_take_eight_bytes_for_each_measure_and_replicate_and_twice_with_assumptions) {
  const Measures all = measures(base_session());
  EXPECT_EQ(bytes_of(plan(1000), all), all.all().size() * 1000 * 8);
  EXPECT_EQ(bytes_of(plan(1000, 64), all), 2 * bytes_of(plan(1000), all));
}

TEST(RiskEstimate, refuses_what_does_not_fit_the_machine) {
  const Measures all = measures(base_session());
  EXPECT_NO_THROW(check_memory(plan(1000), all));
  try {
    check_memory(plan(4'294'967'288U, 64), all);  // some hundred measures: terabytes
    FAIL() << "no machine of ours has as much";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::command_line);
    EXPECT_EQ(rejected.errors().begin()->place.file, "--replicates");
  }
}

TEST(RiskEstimate, grows_with_the_replicates_and_holds_all_members) {
  const Session session = open_session(small_city("2024-01..2024-12"));
  const Measures all = measures(session);
  const RunEstimate few = estimate_of(session, all, plan(8), 1), many = estimate_of(session, all, plan(80'000), 1);
  EXPECT_GT(few.seconds, 0.0);
  EXPECT_EQ(many.bytes - few.bytes, bytes_of(plan(80'000), all) - bytes_of(plan(8), all));
  EXPECT_GT(few.bytes, bytes_of(plan(8), all) + session.roster.size() * sizeof(Member))
      << "beside the amounts there are the members";
}

}  // namespace
}  // namespace disburse
