// A published run as it leaves: every file of it says nothing of groups of fewer than ten.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

TEST(Publishing, says_in_its_first_lines_what_it_leaves_out) {
  const ScratchFolder folder;
  const Ran chinese = folder.run("run --publish");
  ASSERT_EQ(chinese.exit_code, 0) << chinese.err;
  EXPECT_EQ(chinese.out.find("【公布口径】"), 0u);
  EXPECT_THAT(chinese.out, HasSubstr("离休人员奖励性补贴不列入本次公布"));
  EXPECT_THAT(
      folder.run("run --publish --lang en").out,
      HasSubstr("[published without] ethnic-unity award to enterprise retirees: bonus of lixiu cadres is left"));
  EXPECT_THAT(folder.run("run").out, Not(HasSubstr("公布口径")));
}

TEST(Publishing, gives_the_same_files_whatever_the_few_are_paid) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("run --publish --out law").exit_code, 0);
  ASSERT_EQ(folder.run("run --publish --out changed --set unity_award.lixiu_per_month=4321").exit_code, 0);
  for (const char* file : {"programmes.csv", "lines.csv", "monthly.csv", "payers.csv", "years.csv", "documents.csv",
                           "ledger.csv", "population.csv", "contributors.csv", "economic.csv"})
    EXPECT_EQ(folder.read(std::string("law/") + file), folder.read(std::string("changed/") + file)) << file;
  EXPECT_THAT(folder.read("law/ledger.csv"), Not(HasSubstr("unity_award,2089999,city,regular,2024-01")));
  EXPECT_EQ(folder.run("verify law").exit_code, 0);
  const json run = json::parse(folder.read("law/run.json"));
  EXPECT_EQ(run.at("findings").at(0).at("code"), "withheld");
  ASSERT_EQ(folder.run("run --out whole").exit_code, 0);
  EXPECT_THAT(folder.read("whole/ledger.csv"), HasSubstr("unity_award,2089999,city,regular,2024-01"));
}

TEST(Publishing, leaves_the_few_out_of_both_sides_of_a_comparison) {
  const ScratchFolder folder;
  const std::string asked = "compare zhongwei-2024 --set unity_award.lixiu_per_month=4321 --format json";
  const json open = json::parse(folder.run(asked).out);
  EXPECT_NE(open.at("variants").at(0).at("total").at("difference_fen"), 0);
  const Ran published = folder.run(asked + " --publish");
  ASSERT_EQ(published.exit_code, 0) << published.err;
  EXPECT_EQ(json::parse(published.out).at("variants").at(0).at("total").at("difference_fen"), 0);
}

/// What a command shows of groups of members, and to whom. A new command must be named here: one that is to leave the
/// office has --publish, and a test that it hides small groups.
enum class Shows {
  publishable,  ///< with --publish: nothing of groups of 1 to 9, nor what gives them away
  to_office,    ///< sums and counts of groups, for the office alone: it has no --publish
  nothing,      ///< no member, or what a folder says already
};
const std::map<std::string, Shows> commands = {
    {"run", Shows::publishable},     {"compare", Shows::publishable},  {"reconcile", Shows::publishable},
    {"sweep", Shows::to_office},     {"budget", Shows::to_office},     {"import", Shows::to_office},
    {"calibrate", Shows::to_office}, {"synthesize", Shows::to_office}, {"sensitivity", Shows::to_office},
    {"solve", Shows::to_office},     {"reforecast", Shows::to_office}, {"cash", Shows::to_office},
    {"plan", Shows::to_office},      {"track", Shows::to_office},      {"next-year", Shows::to_office},
    {"explain", Shows::to_office},   {"serve", Shows::to_office},      {"template", Shows::nothing},
    {"report", Shows::nothing},      {"check", Shows::nothing},        {"init", Shows::nothing},
    {"list", Shows::nothing},        {"verify", Shows::nothing},       {"merge", Shows::to_office},
};

TEST(Publishing, every_command_says_what_it_shows_of_groups) {
  const ScratchFolder folder;
  const std::string help = folder.run("--help --lang en").out;
  std::istringstream lines(help.substr(help.find("Commands:")));
  std::size_t seen = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  ") || line.size() < 3 || line[2] == ' ') continue;
    const std::string name = line.substr(2, line.find(' ', 2) - 2);
    const auto known = commands.find(name);
    ASSERT_NE(known, commands.end()) << name << " says not what it shows of groups";
    const bool may_publish = folder.run(name + " --help --lang en").out.find("--publish ") != std::string::npos;
    EXPECT_EQ(may_publish, known->second == Shows::publishable) << name;
    ++seen;
  }
  EXPECT_EQ(seen, commands.size());
}

}  // namespace
}  // namespace disburse
