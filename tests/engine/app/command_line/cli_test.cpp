// The command line as options: precedence, what is refused before any work, and the words that only shells send.
#include "engine/app/command_line/cli.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "engine/app/commands.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A variable of the environment while the object lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  ~Variable() { unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

Request parsed(std::vector<std::string> words) {
  words.insert(words.begin(), "disburse");
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  return parse_command_line(static_cast<int>(pointers.size()), pointers.data());
}

std::string complaint(const std::vector<std::string>& words) { return english(parsed(words).complaint); }

TEST(Cli, names_the_command_that_is_asked_for) {
  EXPECT_EQ(parsed({"run"}).command, command_run);
  EXPECT_EQ(parsed({"list", "agencies"}).command, command_list);
  EXPECT_EQ(parsed({"cash"}).command, command_cash);
  EXPECT_EQ(parsed({"verify", "a"}).command, command_verify);
  EXPECT_TRUE(parsed({"run"}).complaint.empty());
}

TEST(Cli, takes_what_the_line_says) {
  const Request request =
      parsed({"run", "award-660", "--seed", "7", "--threads", "2", "--horizon", "2024-01..2024-06", "--set", "a.b=1",
              "--set", "c.d=2", "--out", "result", "--format", "json", "--lang", "en", "--share"});
  ASSERT_TRUE(request.complaint.empty()) << english(request.complaint);
  const Options& options = request.options;
  EXPECT_EQ(options.input.scenario, "award-660");
  EXPECT_EQ(options.input.seed->value, 7U);
  EXPECT_EQ(options.input.seed->origin, "--seed");
  EXPECT_EQ(options.threads, 2);
  EXPECT_EQ(options.input.horizon->value, "2024-01..2024-06");
  EXPECT_THAT(options.input.sets, ElementsAre("a.b=1", "c.d=2"));
  EXPECT_EQ(options.output.out, "result");
  EXPECT_EQ(options.output.format, Format::json);
  EXPECT_EQ(options.output.language, Language::en);
  EXPECT_TRUE(request.share);
  EXPECT_EQ(options.command_line.front(), "disburse");
}

TEST(Cli, without_a_word_takes_the_defaults) {
  const Request request = parsed({"run"});
  EXPECT_EQ(request.options.output.format, Format::table);
  EXPECT_EQ(request.options.output.language, Language::zh);
  EXPECT_FALSE(request.options.input.seed);
  EXPECT_EQ(request.options.threads, 0);
  EXPECT_FALSE(request.options.replicates.stochastic);
  EXPECT_TRUE(request.options.run.bands);
  EXPECT_FALSE(request.share);
  EXPECT_EQ(request.options.input.scenario, "zhongwei-2024") << "the agency's own";
}

TEST(Cli, a_word_of_the_line_goes_before_the_environment) {
  const Variable seed("DISBURSE_SEED", "8");
  const Variable format("DISBURSE_FORMAT", "json");
  EXPECT_EQ(parsed({"run"}).options.input.seed->value, 8U);
  EXPECT_EQ(parsed({"run"}).options.input.seed->origin, "DISBURSE_SEED");
  EXPECT_EQ(parsed({"run", "--seed", "9"}).options.input.seed->value, 9U);
  EXPECT_EQ(parsed({"run"}).options.output.format, Format::json);
  EXPECT_EQ(parsed({"run", "--format", "csv"}).options.output.format, Format::csv);
}

TEST(Cli, an_empty_variable_says_nothing) {
  const Variable seed("DISBURSE_SEED", "");
  const Variable threads("DISBURSE_THREADS", "");
  const Request request = parsed({"run"});
  EXPECT_TRUE(request.complaint.empty());
  EXPECT_FALSE(request.options.input.seed);
}

TEST(Cli, names_the_variable_that_is_wrong) {
  const Variable threads("DISBURSE_THREADS", "many");
  EXPECT_THAT(complaint({"run"}), HasSubstr("DISBURSE_THREADS: \"many\" is no whole number from 1 to 1024."));
}

TEST(Cli, refuses_numbers_beyond_their_bounds) {
  EXPECT_THAT(complaint({"run", "--threads", "0"}), HasSubstr("--threads"));
  EXPECT_THAT(complaint({"run", "--threads", "1025"}), HasSubstr("1024"));
  EXPECT_THAT(complaint({"run", "--threads", "2.0"}), HasSubstr("no whole number"));
  EXPECT_THAT(complaint({"run", "--seed", "-1"}), HasSubstr("--seed"));
  EXPECT_TRUE(parsed({"run", "--seed", "18446744073709551615"}).complaint.empty());
  EXPECT_TRUE(parsed({"run", "--threads", "1024"}).complaint.empty());
}

TEST(Cli, refuses_a_format_that_the_command_has_not) {
  EXPECT_THAT(complaint({"explain", "--member", "C000001", "--format", "csv"}),
              HasSubstr("--format: \"csv\" is not known. Write one of: table, json"));
  EXPECT_THAT(complaint({"run", "--lang", "fr"}), HasSubstr("--lang: \"fr\" is not known. Write one of: zh, en"));
}

/// As a shell sends them where a variable is not set.
TEST(Cli, refuses_an_option_that_is_given_and_empty) {
  EXPECT_THAT(complaint({"run", "--out="}), HasSubstr("--out is empty"));
  EXPECT_THAT(complaint({"run", "--out", ""}), HasSubstr("--out is empty"));
  EXPECT_THAT(complaint({"run", "--set", ""}), HasSubstr("--set is empty"));
  EXPECT_THAT(complaint({"run", "--out=", "--quiet"}), HasSubstr("--out is empty")) << "and not the next word";
}

TEST(Cli, suggests_the_nearest_word) {
  EXPECT_THAT(complaint({"rnu"}), HasSubstr("Did you mean run?"));
  EXPECT_THAT(complaint({"run", "--treads", "2"}), HasSubstr("Did you mean --threads?"));
  EXPECT_THAT(complaint({}), HasSubstr("a command is wanted"));
  EXPECT_THAT(complaint({"list"}), HasSubstr("topic is missing"));
}

TEST(Cli, answers_for_help_in_the_language_of_the_line_or_the_environment) {
  EXPECT_THAT(parsed({"--help"}).text, HasSubstr("社会保险待遇发放测算与预算对比"));
  EXPECT_THAT(parsed({"--help", "--lang=en"}).text, HasSubstr("projects social-insurance benefits"));
  const Variable language("DISBURSE_LANG", "en");
  EXPECT_THAT(parsed({"run", "--help"}).text, HasSubstr("months to project"));
  EXPECT_EQ(parsed({"run", "--help"}).command, nullptr);
}

TEST(Cli, tells_its_version) {
  const Request request = parsed({"--version"});
  EXPECT_EQ(request.text.find("disburse "), 0U);
  EXPECT_TRUE(request.text.ends_with(")\n"));
  EXPECT_TRUE(request.complaint.empty());
}

/// Who packages asks for these; no help lists them.
TEST(Cli, describes_itself_to_shells) {
  EXPECT_THAT(parsed({"describe", "bash"}).text, HasSubstr("disburse"));
  EXPECT_THAT(parsed({"describe", "man"}).text, HasSubstr(".TH"));
  EXPECT_FALSE(parsed({"describe", "tcsh"}).complaint.empty());
  EXPECT_THAT(parsed({"--help"}).text, testing::Not(HasSubstr("describe")));
}

TEST(Cli, turns_a_mode_and_a_flag_into_what_they_mean) {
  const Request stochastic = parsed({"run", "--mode", "stochastic", "--replicates", "64", "--no-bands"});
  EXPECT_TRUE(stochastic.options.replicates.stochastic);
  EXPECT_EQ(stochastic.options.replicates.replicates, 64U);
  EXPECT_FALSE(stochastic.options.run.bands);
}

TEST(Cli, reads_a_year_as_offices_write_it) {
  EXPECT_EQ(parsed({"budget", "--year", "2025年"}).options.budget.year, 2025);
  EXPECT_EQ(parsed({"budget", "--year", "２０２５年度"}).options.budget.year, 2025);
}

TEST(Cli, an_answer_that_goes_into_a_file_has_no_colour) {
  const Variable none("NO_COLOR", "1");
  EXPECT_FALSE(parsed({"check", "x.toml"}).options.output.colour);
}

}  // namespace
}  // namespace disburse
