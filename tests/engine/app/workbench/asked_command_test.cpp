// A study that a page asks for is the command that a shell would run: its document says which.
#include "engine/app/workbench/asked_command.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace disburse {
namespace {

InputOptions own(InputOptions input) {
  if (input.scenario.empty()) input.scenario = "zhongwei-2024";
  return input;
}

std::string command_of(const std::string& kind, const std::string& text) {
  AskedBody body(text);
  const AskedCommand asked = asked_command(kind, body, {own, {}});
  body.done();
  return asked.options.command;
}

TEST(AskedCommand, names_the_command_that_gives_the_same) {
  EXPECT_EQ(command_of("risk", R"({"replicates": 500, "assumptions": 50, "sets": ["a=1"]})"),
            "disburse run zhongwei-2024 --set a=1 --mode stochastic --replicates 500 --assumptions 50 --no-bands");
  EXPECT_EQ(command_of("cash", R"({"scenario": "award-660", "balance": "5000wan"})"),
            "disburse cash award-660 --balance 5000wan");
  EXPECT_EQ(command_of("sensitivity", R"({"method": "sobol", "line": "2089999", "inputs": ["a", "b"]})"),
            "disburse sensitivity zhongwei-2024 --method sobol --line 2089999 --inputs a --inputs b");
}

TEST(AskedCommand, answers_with_the_document_of_the_command_line) {
  const std::pair<const char*, const char*> asked_of_studies[] = {
      {"cash", R"({"sets": ["unity_award.ordinary_per_payment=660"], "balance": "5000wan"})"},
      {"sensitivity", R"({"method": "tornado", "line": "2080507",
                          "inputs": ["counts.civil_service_entrants", "roster.civil_service_award_mean"]})"}};
  for (const auto& [kind, text] : asked_of_studies) {
    const ScratchFolder folder;
    AskedBody body(text);
    const AskedCommand asked = asked_command(kind, body, {own, folder.path()});
    const Ran ran = folder.run(asked.options.command.substr(sizeof "disburse") + " --format json");
    EXPECT_EQ(ran.exit_code, 0) << asked.options.command << "\n" << ran.err;
    EXPECT_EQ(document_of(asked), ran.out) << asked.options.command;
  }
}

TEST(AskedCommand, keeps_payments_in_the_folder_that_it_is_given) {
  const ScratchFolder folder;
  AskedBody body(R"({"actuals": "a,b\n"})");
  const AskedCommand asked = asked_command("reforecast", body, {own, folder.path()});
  EXPECT_EQ(asked.options.reforecast.actuals, (folder.path() / "actuals.csv").string());
  EXPECT_EQ(folder.read("actuals.csv"), "a,b\n");
}

}  // namespace
}  // namespace disburse
