// Any horizon runs in every command that takes one, also where it holds a part of the budget's year.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// With what each command needs beside the horizon.
constexpr const char* commands[] = {
    "run --no-bands",
    "run --mode stochastic --replicates 64",
    "compare base award-660",
    "compare base award-660 --table",
    "sweep --sweep unity_award.ordinary_per_payment=600,660",
    "solve --vary unity_award.lixiu_per_month --line 2089999",
    "sensitivity --line 2082602 --inputs mortality.factor.resident",
    "cash",
    "plan",
    "explain --member C000001",
};

TEST(Horizons, of_a_part_of_the_year_run_in_every_command) {
  const ScratchFolder folder;
  for (const char* months : {"2024-01..2024-01", "2024-01..2025-02"}) {
    for (const char* command : commands) {
      const Ran ran = folder.run(std::string(command) + " --horizon " + months);
      EXPECT_EQ(ran.exit_code, 0) << command << " over " << months << ": " << ran.err;
    }
  }
}

/// What is sought brings the months that are projected to the target.
TEST(Horizons, of_half_a_year_are_solved_for) {
  const ScratchFolder folder;
  const std::string half = " --horizon 2024-01..2024-06 --format json";
  const json answer = json::parse(
      folder.run("solve --vary unity_award.ordinary_per_payment --line 2089999 --target 4000万元" + half).out);
  const json& point = answer.at("points").at(0);
  ASSERT_TRUE(point.at("solved"));
  const json run = json::parse(
      folder.run("run --no-bands --set unity_award.ordinary_per_payment=" + point.at("value").get<std::string>() + half)
          .out);
  for (const json& line : run.at("lines")) {
    if (line.at("code") != "2089999") continue;
    EXPECT_EQ(line.at("projected_fen"), point.at("amount_fen"));
  }
  const Ran none = folder.run("solve --vary unity_award.ordinary_per_payment --year 2023 --target 4000万元");
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("2023"));
}

/// A year is carried as a whole, whatever part of it the scenario projects, and is not said to be a part.
TEST(Horizons, of_half_a_year_carry_the_whole_year) {
  const ScratchFolder folder;
  const Ran half = folder.run("next-year --out half --horizon 2024-01..2024-06");
  const Ran whole = folder.run("next-year --out whole");
  ASSERT_EQ(half.exit_code, 0) << half.err;
  EXPECT_THAT(half.out, Not(HasSubstr("2024-01..2024-06")));
  const auto ended = [](std::string text) { return text.substr(0, text.find("\n\n")); };
  EXPECT_EQ(ended(half.out), ended(whole.out));
}

TEST(Horizons, that_end_before_they_begin_are_named) {
  const ScratchFolder folder;
  const Ran ran = folder.run("run --horizon 2024-12..2024-01 --lang en");
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("ends before it begins"));
  EXPECT_THAT(ran.err, HasSubstr("2024-01..2024-12"));
}

}  // namespace
}  // namespace disburse
