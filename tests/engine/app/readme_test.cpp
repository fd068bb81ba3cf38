// What the READMEs and the manuals show is what the program prints, and their commands are commands.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/command_line/cli.hpp"
#include "engine/support/files.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

/// The fenced blocks of a page that hold a table of the run.
std::vector<std::string> shown_tables(const std::string& text) {
  std::vector<std::string> blocks;
  const std::string fence = "```\n";
  for (std::size_t at = text.find(fence); at != std::string::npos;) {
    const std::size_t end = text.find(fence, at + fence.size());
    if (end == std::string::npos) break;
    const std::string block = text.substr(at + fence.size(), end - at - fence.size());
    const bool shows_run = block.find("执行率") != std::string::npos || block.find("期初") != std::string::npos;
    if (shows_run) blocks.push_back(block);
    at = text.find(fence, end + fence.size());
  }
  return blocks;
}

TEST(Readme, shows_what_the_main_job_prints) {
  const std::string printed = read_file(source_dir() / "tests" / "golden" / "run-zhongwei-2024.txt", 1 << 20);
  for (const char* name : {"README.md", "README.zh-CN.md", "MANUAL.md", "MANUAL.zh-CN.md"}) {
    const auto tables = shown_tables(read_file(source_dir() / name, 1 << 20));
    EXPECT_EQ(tables.size(), 1u) << name;
    for (const std::string& table : tables) EXPECT_NE(printed.find(table), std::string::npos) << name << "\n" << table;
  }
}

/// The words of a line as a shell takes them; a comment ends it, quotes are taken off.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  for (const char letter : line + " ") {
    if (quote != 0 ? letter == quote : letter == '\'' || letter == '"') {
      quote = quote == 0 ? letter : '\0';
    } else if (quote == 0 && letter == '#' && word.empty()) {
      break;
    } else if (quote == 0 && letter == ' ') {
      if (!word.empty()) words.push_back(std::exchange(word, ""));
    } else {
      word += letter;
    }
  }
  return words;
}

/// Every line of a page that calls the program.
std::vector<std::string> calls_in(const std::string& text) {
  std::vector<std::string> calls;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("build/disburse ") || line.starts_with("disburse ")) calls.push_back(line);
  }
  return calls;
}

TEST(Readme, commands_are_understood) {
  for (const char* name : {"README.md", "README.zh-CN.md", "MANUAL.md", "MANUAL.zh-CN.md"}) {
    const auto calls = calls_in(read_file(source_dir() / name, 1 << 20));
    EXPECT_GE(calls.size(), 4u) << name;
    for (const std::string& call : calls) {
      std::vector<std::string> words = words_of(call);
      std::vector<char*> arguments;
      for (std::string& word : words) arguments.push_back(word.data());
      EXPECT_EQ(parse_command_line(static_cast<int>(arguments.size()), arguments.data()).complaint, "")
          << name << ": " << call;
    }
  }
}

}  // namespace
}  // namespace disburse
