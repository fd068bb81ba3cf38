// Shells and the manual offer what the parser accepts.
#include "engine/app/description/description.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Values {
  std::string topic, format, method, out;
  std::vector<std::string> sets;
  bool quiet = false;
};

/// A program with every sort of option, and something hidden.
std::unique_ptr<CLI::App> sample(Values& values) {
  auto app = std::make_unique<CLI::App>("disburse: pays what's due", "disburse");
  app->set_version_flag("--version", "1");
  CLI::App* list = app->add_subcommand("list", "lists: [all]");
  list->add_option("topic", values.topic, "what")->check(CLI::IsMember({"scenarios", "programmes"}));
  list->add_option("--format", values.format, "one of table | json");
  list->add_option("--method", values.method, "how")->check(CLI::IsMember({"sobol", "morris"}));
  list->add_option("--out", values.out, "folder");
  list->add_option("--set", values.sets, "PATH=VALUE");
  list->add_flag("--quiet,-q", values.quiet, "says nothing");
  list->footer("disburse list scenarios");
  app->add_subcommand("inner", "not shown")->group("");
  return app;
}

class Description : public ::testing::Test {
 protected:
  Values values_;
  std::unique_ptr<CLI::App> app_ = sample(values_);
  DescribedProgram program_ = description_of(*app_);
  const DescribedOption& option(const std::string& name) const {
    for (const DescribedOption& one : program_.commands.at(0).options) {
      if (std::find(one.names.begin(), one.names.end(), name) != one.names.end()) return one;
    }
    throw std::out_of_range(name);
  }
};

TEST_F(Description, leaves_out_what_the_help_hides) {
  ASSERT_EQ(program_.commands.size(), 1u);
  EXPECT_EQ(program_.commands[0].name, "list");
}

TEST_F(Description, takes_choices_from_checks_and_from_words_with_bars) {
  EXPECT_THAT(option("--method").choices, ElementsAre("sobol", "morris"));
  EXPECT_THAT(option("--format").choices, ElementsAre("table", "json"));
  EXPECT_THAT(option("--out").choices, IsEmpty());
  EXPECT_THAT(program_.commands[0].positionals.at(0).choices, ElementsAre("scenarios", "programmes"));
}

TEST_F(Description, tells_flags_from_options_with_values) {
  EXPECT_FALSE(option("-q").takes_value);
  EXPECT_TRUE(option("--out").takes_value);
  EXPECT_TRUE(option("--set").repeats);
  EXPECT_FALSE(option("--out").repeats);
}

TEST_F(Description, bash_offers_values_after_their_option) {
  const std::string script = bash_completion(program_);
  EXPECT_THAT(script, HasSubstr("'list --method') _disburse_words 'sobol morris'"));
  EXPECT_THAT(script, HasSubstr("'list --out') _disburse_files"));
  EXPECT_THAT(script, Not(HasSubstr("'list --quiet'")));
  EXPECT_THAT(script, Not(HasSubstr("inner")));
}

TEST_F(Description, zsh_escapes_brackets_colons_and_quotes) {
  const std::string script = zsh_completion(program_);
  EXPECT_THAT(script, HasSubstr(R"('list:lists\: \[all\]')"));
  EXPECT_THAT(script, HasSubstr("'*--set[PATH=VALUE]:value:_files'"));
  EXPECT_THAT(script, HasSubstr("'1:topic:(scenarios programmes)'"));
}

TEST_F(Description, fish_separates_flags_values_and_choices) {
  const std::string script = fish_completion(program_);
  EXPECT_THAT(script, HasSubstr("-l method -x -a 'sobol morris' -d 'how'"));
  EXPECT_THAT(script, HasSubstr("-l quiet -s q -d 'says nothing'"));
}

TEST_F(Description, the_manual_escapes_what_roff_reads) {
  const std::string page = man_page(program_, "1.0-2");
  EXPECT_THAT(page, HasSubstr("disburse \\- pays what's due"));
  EXPECT_THAT(page, HasSubstr("\\fB\\-\\-quiet\\fR, \\fB\\-q\\fR\nsays nothing"));
  EXPECT_THAT(page, HasSubstr("1.0\\-2"));
  EXPECT_THAT(page, Not(HasSubstr("inner")));
}

TEST_F(Description, knows_its_kinds) {
  for (const std::string& kind : description_kinds) EXPECT_FALSE(description(*app_, kind, "1").empty()) << kind;
  EXPECT_THROW(description(*app_, "tcsh", "1"), ProgramFault);
}

}  // namespace
}  // namespace disburse
