// Every command that an output tells its reader to type runs as it is printed, of the agency that was asked for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "support/program.hpp"

namespace disburse {
namespace {

/// What stands from "disburse" to the end of a command in a line of text: words of ASCII and names of files.
std::vector<std::string> commands_in(const std::string& text) {
  static const std::regex command(
      R"(disburse ((?:[a-z][a-z-]*|-[-A-Za-z]+|'[^']*'|[^\s，。；（）、;()]+)(?: (?:'[^']*'|[^\s，。；（）、;()]+))*))");
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), command), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

/// Runs what `said` tells to type; 6 is `check` that found something.
void expect_all_run(const ScratchFolder& folder, const std::string& said, std::size_t least) {
  const std::vector<std::string> commands = commands_in(said);
  EXPECT_GE(commands.size(), least) << said;
  for (const std::string& command : commands) {
    const Ran ran = folder.run(command);
    EXPECT_TRUE(ran.exit_code == 0 || ran.exit_code == 6) << "disburse " << command << "\n" << ran.err;
  }
}

TEST(PrintedCommands, of_a_run_name_its_agency) {
  const ScratchFolder folder;
  for (const char* agency : {"", "-A lanwan ", "-A qingshi "}) {
    const Ran ran = folder.run(std::string("run ") + agency);
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    expect_all_run(folder, ran.out, 1);
  }
}

TEST(PrintedCommands, of_a_year_carried_on_run_from_where_it_stands) {
  const ScratchFolder folder;
  const Ran ran = folder.run("next-year -A lanwan --out '下一 年'");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  expect_all_run(folder, ran.err, 1);
  EXPECT_THAT(ran.err, testing::HasSubstr("-A lanwan"));
}

TEST(PrintedCommands, of_a_table_of_parameters_take_it_back) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("list parameters unity_award --out table.xlsx").exit_code, 0);
  EXPECT_EQ(folder.run("compare zhongwei-2024 table.xlsx").exit_code, 0);
  EXPECT_EQ(folder.run("run table.xlsx --no-bands").exit_code, 0);
}

TEST(PrintedCommands, of_a_refusal_name_the_agency_too) {
  const ScratchFolder folder;
  const Ran ran = folder.run("run -A lanwan --set no_such.thing=1");
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, testing::HasSubstr("disburse list parameters -A lanwan"));
  expect_all_run(folder, ran.err, 0);
}

}  // namespace
}  // namespace disburse
