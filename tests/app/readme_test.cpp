// What the READMEs show is what the program prints.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/support/files.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

/// The fenced blocks of a README that hold a table of the run.
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
  for (const char* name : {"README.md", "README.zh-CN.md"}) {
    const auto tables = shown_tables(read_file(source_dir() / name, 1 << 20));
    EXPECT_EQ(tables.size(), 2u) << name;
    for (const std::string& table : tables) EXPECT_NE(printed.find(table), std::string::npos) << name << "\n" << table;
  }
}

}  // namespace
}  // namespace disburse
