// disburse next-year, as an office uses it: the folder that it writes is a base for every other command.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// 2025 and 2026, carried once for all tests.
const ScratchFolder& bases() {
  static const ScratchFolder folder;
  static const Ran first = folder.run("next-year --out base-2025");
  static const Ran second = folder.run("next-year base-2025/zhongwei-2025.toml --out base-2026");
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(second.exit_code, 0) << second.err;
  return folder;
}

json run_of(const std::string& arguments) {
  const Ran ran = bases().run("run " + arguments + " --format json");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  return json::parse(ran.out);
}

/// Programmes of a year, with what is projected on their line.
std::map<std::string, std::int64_t> year_of(const json& run, int year) {
  std::map<std::string, std::int64_t> projected;
  if (!run.contains("years") || run.at("years").size() < 2) {
    for (const json& one : run.at("programmes")) projected[one.at("id")] = one.at("projected_fen");
  } else {
    for (const json& figure : run.at("years")) {
      if (figure.at("year") != year) continue;
      for (const json& one : figure.at("programmes")) projected[one.at("id")] = one.at("line_fen");
    }
  }
  return projected;
}

TEST(NextYearCommand, the_chain_pays_what_the_run_over_three_years_pays) {
  const json whole = run_of("--horizon 2024-01..2026-12");
  EXPECT_EQ(year_of(run_of("base-2025/zhongwei-2025.toml"), 2025), year_of(whole, 2025));
  EXPECT_EQ(year_of(run_of("base-2026/zhongwei-2026.toml"), 2026), year_of(whole, 2026));
}

TEST(NextYearCommand, its_folder_holds_sound_files) {
  EXPECT_EQ(bases().run("verify base-2025").exit_code, 0);
  for (const char* file : {"base-2025/zhongwei-2025.toml", "base-2025/budget.toml", "base-2026/budget.toml"}) {
    const Ran ran = bases().run(std::string("check ") + file);
    EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  }
}

TEST(NextYearCommand, its_base_has_a_budget_a_draft_and_what_ifs_of_its_own_year) {
  const json base = run_of("base-2025/zhongwei-2025.toml");
  const std::int64_t total = base.at("total").at("budget_fen");
  // Nine projects are rounded to 0.01 万元, by half of it at most.
  EXPECT_LE(std::abs(base.at("total").at("difference_fen").get<std::int64_t>()), 9 * 50'00);
  const Ran draft = bases().run("budget base-2025/zhongwei-2025.toml --year 2026 --format json");
  ASSERT_EQ(draft.exit_code, 0) << draft.err;
  const json drafted = json::parse(draft.out);
  std::int64_t before = 0;
  for (const json& project : drafted.at("projects")) before += project.at("last_budget_fen").get<std::int64_t>();
  EXPECT_EQ(before, total - 3'965'300'00) << "the projects of 2025; 396.53 are basic expenditure";
  const json more = run_of("base-2025/zhongwei-2025.toml --set unity_award.ordinary_per_payment=660");
  const std::int64_t difference = more.at("total").at("projected_fen").get<std::int64_t>() -
                                  base.at("total").at("projected_fen").get<std::int64_t>();
  EXPECT_NEAR(static_cast<double>(difference) / 1e6, 665.61, 0.005) << "as for 2025 drafted from 2024";
}

TEST(NextYearCommand, the_actuals_of_its_year_are_taken) {
  const json base = run_of("base-2025/zhongwei-2025.toml");
  std::string actuals = "programme,month,amount\n";
  for (const json& programme : base.at("programmes")) {
    for (const json& month : programme.at("monthly")) {
      const std::string name = month.at("month");
      if (name > "2025-08") continue;
      const std::int64_t fen = month.at("line_fen");
      actuals += programme.at("id").get<std::string>() + "," + name + "," + std::to_string(fen / 100) + "." +
                 (fen % 100 < 10 ? "0" : "") + std::to_string(fen % 100) + "\n";
    }
  }
  bases().write("actuals.csv", actuals);
  const Ran ran = bases().run(
      "reforecast base-2025/zhongwei-2025.toml --actuals actuals.csv --no-band --absent nothing --format json");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const json forecast = json::parse(ran.out);
  EXPECT_THAT(forecast.at("scenario").get<std::string>(), HasSubstr("zhongwei-2025"));
}

TEST(NextYearCommand, replicates_of_the_carried_roster_keep_to_its_expectation) {
  const json risky = run_of("base-2025/zhongwei-2025.toml --mode stochastic --replicates 256");
  const json plain = run_of("base-2025/zhongwei-2025.toml");
  EXPECT_EQ(risky.at("total").at("projected_fen"), plain.at("total").at("projected_fen"));
}

TEST(NextYearCommand, asks_for_what_it_lacks) {
  const ScratchFolder folder;
  EXPECT_EQ(folder.run("next-year").exit_code, 2);
  EXPECT_EQ(folder.run("next-year --out x --new-roster missing.h5").exit_code, 3);
  EXPECT_EQ(folder.run("next-year --out x --budget missing.toml").exit_code, 4);
  const Ran old = bases().run("next-year --out x --new-roster base-2026/roster.h5");
  EXPECT_EQ(old.exit_code, 3);
  EXPECT_THAT(old.err, HasSubstr("2025-12"));
  EXPECT_EQ(folder.listing(), "");
}

TEST(NextYearCommand, an_offices_own_roster_takes_the_place_of_the_carried_one) {
  const Ran ran = bases().run("next-year --out own --new-roster base-2025/roster.h5 --format json");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const json document = json::parse(ran.out);
  EXPECT_TRUE(document.at("roster_digest").is_null());
  EXPECT_TRUE(document.at("remembered").empty()) << "its bases are of its own year";
  EXPECT_EQ(bases().run("run own/zhongwei-2025.toml").exit_code, 0);
}

}  // namespace
}  // namespace disburse
