#include "outputs/run/run_table.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "engine/support/text_width.hpp"
#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool is_rule(const std::string& line) { return !line.empty() && line.find_first_not_of('-') == std::string::npos; }

/// The widths of the lines of each table: from its first rule to the last one before an empty or free line.
std::vector<std::set<int>> table_widths(const std::string& text) {
  std::vector<std::set<int>> tables;
  int rules = 0;
  bool inside = false;
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_rule(lines[i]) && !inside) {
      tables.emplace_back();
      inside = true;
      rules = 0;
    }
    if (!inside) continue;
    tables.back().insert(display_width(lines[i]));
    if (is_rule(lines[i])) ++rules;
    const bool next_is_free = i + 1 == lines.size() || (display_width(lines[i + 1]) != display_width(lines[i]));
    if (rules >= 3 && is_rule(lines[i]) && next_is_free) inside = false;
  }
  return tables;
}

class RunTable : public ::testing::TestWithParam<Language> {};

TEST_P(RunTable, every_line_of_a_table_has_the_same_width) {
  const auto tables = table_widths(run_table(testing::sample_result(), GetParam(), false));
  ASSERT_EQ(tables.size(), 8U);  // headline, programmes, lines, months, why, payers, population, basis
  for (const std::set<int>& widths : tables) {
    EXPECT_EQ(widths.size(), 1U);
    EXPECT_LE(*widths.rbegin(), 140);
  }
}

TEST_P(RunTable, no_line_is_wider_than_a_terminal) {
  for (const std::string& line : lines_of(run_table(testing::sample_result(), GetParam(), false))) {
    EXPECT_LE(display_width(line), 140) << line;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, RunTable, ::testing::Values(Language::zh, Language::en));

TEST(RunTableText, shows_sign_rate_and_missing_budget) {
  const std::string text = run_table(testing::sample_result(), Language::zh, false);
  EXPECT_NE(text.find("+522.00"), std::string::npos);
  EXPECT_NE(text.find("108.59%"), std::string::npos);  // 6,600 / 6,078
  EXPECT_NE(text.find("-60.00"), std::string::npos);
  EXPECT_NE(text.find("独立测算"), std::string::npos);
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("电子签名") && line.find("2080109") != std::string::npos) {
      EXPECT_NE(line.find(" -  "), std::string::npos) << line;
    }
  }
}

TEST(RunTableText, only_more_spent_is_red_and_only_with_colour) {
  const std::string plain = run_table(testing::sample_result(), Language::zh, false);
  const std::string coloured = run_table(testing::sample_result(), Language::zh, true);
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  EXPECT_NE(coloured.find("\x1b[31m"), std::string::npos);
  EXPECT_EQ(coloured.find("\x1b[31m-"), std::string::npos);
}

TEST(RunTableText, a_longer_horizon_has_a_table_for_each_year) {
  RunResult result = testing::sample_result();
  result.monthly.push_back({Month(2025, 1), 1.0, Money::yuan(10'000), Money::yuan(10'000)});
  const std::string text = run_table(result, Language::zh, false);
  EXPECT_NE(text.find("2024 年分月"), std::string::npos);
  EXPECT_NE(text.find("2025 年分月"), std::string::npos);
}

}  // namespace
}  // namespace disburse
