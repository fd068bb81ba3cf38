// The commands called as functions: exit codes, where the answer and the remarks go, and files that wait for it.
#include "engine/app/commands.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "engine/base/error.hpp"
#include "engine/storage/part_file.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;

using Command = int (*)(const Options&, std::string&, std::string&, Publication&);

struct Answer {
  int code = -1;
  std::string out, talk;
};

/// What a command answers, its files published.
Answer answer_of(Command command, const Options& options) {
  Answer answer;
  Publication files;
  answer.code = command(options, answer.out, answer.talk, files);
  files.commit();
  return answer;
}

Options options_for(const std::string& scenario = "zhongwei-2024") {
  Options options;
  options.input.scenario = scenario;
  options.output.language = Language::en;
  options.threads = 1;
  return options;
}

/// The key of what a command refuses to do.
std::string refused(Command command, const Options& options) {
  try {
    answer_of(command, options);
  } catch (const InputRejected& rejected) {
    return to_string(*rejected.errors().begin());
  }
  return "";
}

TEST(Commands, end_with_a_code_for_each_kind_of_end) {
  const std::set<int> codes{exit_done, exit_fault, exit_command_line, exit_roster,
                            exit_data, exit_limit, exit_findings,     exit_stopped};
  EXPECT_EQ(codes.size(), 8U) << "no two ends are told apart by the same number";
  EXPECT_EQ(exit_done, 0);
  EXPECT_EQ(exit_stopped, 128 + 2) << "as a shell tells an interrupt";
}

TEST(ListCommand, answers_without_a_remark) {
  Options options = options_for();
  options.list.topic = "programmes";
  options.output.format = Format::json;
  const Answer answer = answer_of(command_list, options);
  EXPECT_EQ(answer.code, exit_done);
  EXPECT_EQ(answer.talk, "");
  const json document = json::parse(answer.out);
  EXPECT_EQ(document.at("schema"), "disburse/list/1");
  EXPECT_EQ(document.at("scenario"), "zhongwei-2024");
  EXPECT_GE(document.at("programmes").size(), 5U);
}

TEST(ListCommand, makes_a_workbook_of_parameters_alone) {
  Options options = options_for();
  options.list.topic = "programmes";
  options.output.out = "programmes.xlsx";
  EXPECT_THAT(refused(command_list, options), HasSubstr("--out"));
}

TEST(TemplateCommand, names_the_workbook_unless_it_is_to_be_quiet) {
  const ScratchFolder folder;
  for (const char* kind : {"actuals", "outturns", "entries", "versions", "margins", "control"}) {
    Options options = options_for();
    options.fill_in.kind = kind;
    options.output.out = (folder.path() / (std::string(kind) + ".xlsx")).string();
    const Answer answer = answer_of(command_template, options);
    EXPECT_EQ(answer.code, exit_done) << kind;
    EXPECT_EQ(answer.out, "") << kind;
    EXPECT_EQ(answer.talk, "the workbook stands in " + *options.output.out + "\n");
    EXPECT_EQ(folder.read(std::string(kind) + ".xlsx").substr(0, 2), "PK") << kind;
    options.output.out = (folder.path() / (std::string(kind) + " again.xlsx")).string();
    options.output.quiet = true;
    EXPECT_EQ(answer_of(command_template, options).talk, "") << kind;
  }
}

TEST(Commands, that_make_workbooks_refuse_another_ending) {
  Options options = options_for();
  const ScratchFolder folder;
  options.output.out = (folder.path() / "table.csv").string();
  options.fill_in.kind = "actuals";
  EXPECT_THAT(refused(command_template, options), HasSubstr("--out"));
  EXPECT_THAT(refused(command_cash, options), HasSubstr("--out"));
  EXPECT_THAT(refused(command_plan, options), HasSubstr("--out"));
  EXPECT_EQ(folder.listing(), "") << "and leave nothing";
}

TEST(Commands, that_write_refuse_a_name_that_is_taken) {
  const ScratchFolder folder;
  folder.write("there.xlsx", "somebody's");
  Options options = options_for();
  options.fill_in.kind = "actuals";
  options.output.out = (folder.path() / "there.xlsx").string();
  EXPECT_ANY_THROW(answer_of(command_template, options));
  EXPECT_EQ(folder.read("there.xlsx"), "somebody's");
}

TEST(CashCommand, says_how_long_a_balance_lasts) {
  Options options = options_for();
  options.cash.balance = "10wan";
  EXPECT_THAT(answer_of(command_cash, options).out, HasSubstr("balance 10.00"));
  options.cash.balance = "10";
  EXPECT_THAT(refused(command_cash, options), HasSubstr("--balance")) << "an amount without a unit";
}

TEST(VerifyCommand, tells_a_missing_name_from_one_of_another_kind) {
  const ScratchFolder folder;
  folder.write("note.txt", "words");
  Options options = options_for();
  options.check.files = {(folder.path() / "nothing").string()};
  EXPECT_THAT(refused(command_verify, options), HasSubstr("is not there"));
  options.check.files = {(folder.path() / "note.txt").string()};
  EXPECT_THAT(refused(command_verify, options), HasSubstr("is neither a folder of results nor a journal"));
}

TEST(CheckCommand, finds_nothing_wrong_with_the_shipped_scenario_and_something_with_a_broken_one) {
  const ScratchFolder folder;
  folder.write("broken.toml", "schema = \"disburse/scenario/1\"\ntitel = \"x\"\n");
  Options options = options_for();
  options.check.files = {(folder.path() / "broken.toml").string()};
  try {
    EXPECT_NE(answer_of(command_check, options).code, exit_done);
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::data);
  }
}

TEST(ExplainCommand, wants_a_member_or_a_person) {
  EXPECT_THAT(refused(command_explain, options_for()), HasSubstr("--member"));
  Options both = options_for();
  both.explain.member = "C000001";
  both.explain.person = "x.toml";
  EXPECT_NE(refused(command_explain, both), "");
}

TEST(CompareCommand, wants_something_to_compare_with) {
  EXPECT_THAT(refused(command_compare, options_for()), HasSubstr("nothing to compare with"));
}

TEST(Commands, refuse_a_scenario_that_there_is_not) {
  for (const Command command : {command_run, command_cash, command_plan, command_sensitivity}) {
    EXPECT_THAT(refused(command, options_for("award-66")), HasSubstr("Did you mean award-660?"));
  }
}

TEST(MergeCommand, takes_the_run_from_the_parts_and_how_to_answer_from_its_own_line) {
  const ScratchFolder folder;
  const std::string file = (folder.path() / "p").string();
  {
    PartWriter writer(file, {{0, 1}, "disburse sweep --sweep a=1,2", "x"});
    writer.finish();
  }
  Options options = options_for();
  options.run.parts = {file};
  std::vector<std::string> read;
  const auto reader = [&](const std::vector<std::string>& words) {
    read = words;
    return options_for();
  };
  std::string out, talk;
  Publication files;
  const auto merge = [&] { return command_merge(options, reader, out, talk, files); };
  EXPECT_THROW(merge(), InputRejected) << "a sweep is no run";
  EXPECT_TRUE(read.empty()) << "and is not taken apart";
  std::filesystem::remove(file);
  {
    PartWriter writer(file, {{0, 1}, "disburse run 'my scenario'", "x"});
    writer.finish();
  }
  try {
    merge();
    FAIL() << "its identity is that of no run";
  } catch (const InputRejected& rejected) {
    EXPECT_THAT(rejected.what(), HasSubstr("have changed since"));
  }
  EXPECT_EQ(read, (std::vector<std::string>{"disburse", "run", "my scenario"}));
}

}  // namespace
}  // namespace disburse
