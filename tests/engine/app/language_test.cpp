// What each command says in the language asked for: English holds no Chinese but the data's own, Chinese no English
// sentence; and the help of each command has an example.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::AllOf;
using testing::HasSubstr;

const std::string root = source_dir();

/// Everything that the shipped data files say, as one text.
const std::string& data() {
  static const std::string all = [] {
    std::string text;
    for (const char* top : {"/models", "/scenarios"}) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(root + top)) {
        const auto extension = entry.path().extension();
        if (extension != ".toml" && extension != ".csv") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        text.append(std::istreambuf_iterator<char>(file), {}).push_back('\n');
      }
    }
    return text;
  }();
  return all;
}

bool is_chinese(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
}

/// The runs of Chinese in a text.
std::vector<std::string> chinese_runs(const std::string& text) {
  std::vector<std::string> runs;
  std::string run;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = size == 3 ? ((lead & 0x0FU) << 12) | ((static_cast<unsigned char>(text[i + 1]) & 0x3FU) << 6) |
                                     (static_cast<unsigned char>(text[i + 2]) & 0x3FU)
                               : lead;
    if (is_chinese(point)) {
      run += text.substr(i, size);
    } else if (!run.empty()) {
      runs.push_back(std::move(run));
      run.clear();
    }
    i += size;
  }
  if (!run.empty()) runs.push_back(std::move(run));
  return runs;
}

/// Chinese that no data file says.
std::string own_chinese(const std::string& text) {
  std::string found;
  for (const std::string& run : chinese_runs(text)) {
    if (data().find(run) == std::string::npos) found += run + "\n";
  }
  return found;
}

const char* const asked_wrongly[] = {
    "run --horizon 2024-12..2024-01",
    "run --set unity_award",
    "run --set unity_award.ordinary_per_paymnt=660",
    "run --set unity_award.ordinary_per_payment=abc",
    "run --set unity_award.eligible_share=91",
    "run award-66",
    "run missing.toml",
    "run --roster missing.h5",
    "run --threads none",
    "run --format xml",
    "run --nothing",
    "nothing",
    "run --mode random",
    "run --fail-if line.2089999.rate\\>1",
    "explain",
    "explain --member X1",
    "compare",
    "check",
    "check missing.toml",
    "list nothing",
    "synthesize",
    "budget --out result",
    "cash --balance 5000",
    "plan --out plan.txt",
    "solve --vary unity_award.ordinary",
    "solve --vary unity_award.ordinary_per_payment --confidence 2",
    "sensitivity --method sobol --samples 100",
    "sweep",
    "reforecast",
    "reforecast --actuals missing.csv",
    "track --registry missing/r.db",
    "report missing --out result",
    "import missing.csv --dry-run",
    "reconcile a.h5",
    "calibrate",
};

TEST(Language, what_is_wrong_is_told_in_the_language_asked_for) {
  const ScratchFolder folder;
  // Two English words in a row that are no command, key or file's text are a sentence.
  const std::regex quoted(
      "“[^”]*”|\"[^\"]*\"|disburse [a-z]+|schema = [^ ，。]*|--[-a-z]+( [A-Za-z0-9_./]+)?|[a-z]+(, [a-z]+)+");
  const std::regex sentence("[A-Za-z]{3,} [A-Za-z]{2,}");
  for (const char* arguments : asked_wrongly) {
    const Ran english = folder.run(std::string(arguments) + " --lang en");
    EXPECT_NE(english.exit_code, 0) << arguments;
    EXPECT_NE(english.exit_code, 1) << arguments << ": " << english.err;
    EXPECT_EQ(own_chinese(english.err), "") << arguments << "\n" << english.err;
    const Ran chinese = folder.run(arguments);
    EXPECT_EQ(chinese.exit_code, english.exit_code) << arguments;
    EXPECT_FALSE(chinese_runs(chinese.err).empty()) << arguments << "\n" << chinese.err;
    EXPECT_FALSE(std::regex_search(std::regex_replace(chinese.err, quoted, ""), sentence)) << arguments << "\n"
                                                                                           << chinese.err;
    EXPECT_EQ(chinese.err.find(root), std::string::npos) << "a path of the build: " << chinese.err;
  }
  EXPECT_EQ(folder.listing(), "");
}

TEST(Language, english_answers_hold_no_chinese_of_the_program) {
  const ScratchFolder folder;
  const std::string actuals = "'" + root + "/scenarios/agencies/zhongwei/actuals/2024-08-example.csv'";
  for (const std::string& command : {
           std::string("run"),
           std::string("run award-660 --horizon 2024-01..2025-12"),
           std::string("compare zhongwei-2024 award-660 --who 3"),
           "check '" + root + "/scenarios/agencies/zhongwei/budgets/2024.toml'",
           std::string("list scenarios"),
           std::string("list programmes"),
           std::string("list parameters"),
           std::string("solve --vary unity_award.ordinary_per_payment --line 2089999"),
           std::string("sweep --sweep unity_award.ordinary_per_payment=600,660"),
           "reforecast --no-band --actuals " + actuals,
           std::string("sensitivity"),
           std::string("budget --year 2025"),
           std::string("cash"),
           std::string("plan"),
       }) {
    const Ran ran = folder.run(command + " --lang en");
    EXPECT_TRUE(ran.exit_code == 0 || ran.exit_code == 6) << command << "\n" << ran.err;
    EXPECT_EQ(own_chinese(ran.out + ran.err), "") << command;
  }
}

TEST(Language, help_speaks_both_languages_with_an_example_of_each_command) {
  const ScratchFolder folder;
  EXPECT_TRUE(chinese_runs(folder.run("--help --lang en").out).empty());
  EXPECT_THAT(folder.run("--help").out, HasSubstr("用法"));
  for (const char* command :
       {"run", "compare", "sweep", "budget", "import", "reconcile", "calibrate", "synthesize", "solve", "reforecast",
        "cash", "plan", "track", "sensitivity", "explain", "report", "check", "list"}) {
    const std::string chinese = folder.run(std::string(command) + " --help").out;
    const std::string english = folder.run(std::string(command) + " --help --lang en").out;
    EXPECT_THAT(chinese, AllOf(HasSubstr("例：disburse "), HasSubstr("disburse " + std::string(command)))) << command;
    EXPECT_THAT(english, AllOf(HasSubstr("Examples: disburse "), HasSubstr("disburse " + std::string(command))))
        << command;
    EXPECT_EQ(own_chinese(english), "") << command;
    for (const char* type : {" TEXT", " UINT", " INT", " FLOAT"})
      EXPECT_EQ(chinese.find(type), std::string::npos) << command << type;
  }
}

}  // namespace
}  // namespace disburse
