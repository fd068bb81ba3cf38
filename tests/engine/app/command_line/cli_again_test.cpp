// The command that gives the same result again, as a run's log tells it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace disburse {
namespace {

std::string again(const std::string& arguments, const std::string& environment = "") {
  const ScratchFolder folder;
  const Ran ran = folder.run("run " + arguments + " --out run", environment);
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  return nlohmann::json::parse(folder.read("run/run-log.json")).at("command");
}

TEST(CommandAgain, says_what_decides_the_result_and_nothing_else) {
  EXPECT_EQ(again(""), "disburse run zhongwei-2024");
  EXPECT_EQ(again("--threads 1 --lang en -q --no-color award-660"), "disburse run award-660");
  EXPECT_EQ(again("--seed 7 --set heating_allowance.standard=4600元 --set unity_award.payment_months=4,10"),
            "disburse run zhongwei-2024 --set heating_allowance.standard=4600元 "
            "--set unity_award.payment_months=4,10 --seed 7");
}

TEST(CommandAgain, says_what_the_environment_said) {
  EXPECT_EQ(again("", "DISBURSE_SEED=7 DISBURSE_HORIZON=2024-01..2024-06 DISBURSE_THREADS=1"),
            "disburse run zhongwei-2024 --seed 7 --horizon 2024-01..2024-06");
}

TEST(CommandAgain, says_how_many_replicates_even_where_nobody_did) {
  EXPECT_EQ(again("--mode stochastic --assumptions 2 --replicates 64"),
            "disburse run zhongwei-2024 --mode stochastic --replicates 64 --assumptions 2");
  EXPECT_EQ(again("--mode stochastic"), "disburse run zhongwei-2024 --mode stochastic --replicates 1000");
}

}  // namespace
}  // namespace disburse
