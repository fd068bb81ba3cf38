// disburse list: everything that there is, on a terminal of 120 columns.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/support/text_width.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

TEST(ListCommand, fits_a_terminal) {
  const ScratchFolder folder;
  for (const char* topic : {"parameters", "programmes", "scenarios", "parameters --lang en"}) {
    const Ran ran = folder.run(std::string("list ") + topic);
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 120) << line;
  }
}

/// What is too wide for its column stands whole below its row.
TEST(ListCommand, leaves_nothing_out) {
  const ScratchFolder folder;
  const Ran table = folder.run("list parameters");
  const Ran document = folder.run("list parameters --format json");
  std::string text;
  for (const char c : table.out) {
    if (c != ' ' && c != '\n') text += c;
  }
  for (const auto& row : nlohmann::json::parse(document.out).at("parameters")) {
    for (const char* key : {"path", "value", "name"}) {
      std::string wanted;
      for (const char c : row.at(key).get<std::string>()) {
        if (c != ' ') wanted += c;
      }
      EXPECT_NE(text.find(wanted), std::string::npos) << wanted;
    }
  }
}

}  // namespace
}  // namespace disburse
