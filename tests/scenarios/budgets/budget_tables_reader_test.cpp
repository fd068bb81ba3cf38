// Tables of a budget file: cells of their kind, codes of their length, every row once.
#include "scenarios/budgets/budget_tables_reader.hpp"

#include <gtest/gtest.h>

#include "engine/budget/layout.hpp"
#include "support/toml_text.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

std::size_t columns(const char* id) { return find_layout(id)->columns.size(); }

std::string list(const std::string& word, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "\"" : ", \"") + word + "\"";
  return text;
}

/// Table 3 with these rows.
std::string table3(const std::string& rows) {
  return "[[table]]\nnumber = 3\ntitle = \"基本支出\"\nheadings = [" + list("列", columns("表3") + 2) +
         "]\nrows = [\n" + rows + "]\n";
}

std::string row(const std::string& code, const std::string& cells) {
  return "  { code = \"" + code + "\", name = \"科目" + code + "\", cells = [" + cells + "] },\n";
}

struct Read {
  std::vector<BudgetTable> tables;
  Keys faults;
  std::size_t of(const std::string& key) const {
    return static_cast<std::size_t>(std::count(faults.begin(), faults.end(), key));
  }
};

/// Only table 3 is written: that the others are missing is told, and counted off here.
Read read(const std::string& text) {
  Read made;
  made.faults =
      toml_faults(text, [&](TomlTable& root, InputErrors&) { made.tables = read_budget_tables(root, "218001"); });
  return made;
}

const BudgetTable* table(const Read& read, const std::string& id) {
  for (const BudgetTable& one : read.tables) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

TEST(BudgetTables, rows_have_code_name_depth_and_cells) {
  const Read made = read(table3(row("301", "\"5\", \"5\", \"0\"") + row("30101", "\"5.00\", \"5.00\", \"\"")));
  const BudgetTable* basic = table(made, "表3");
  ASSERT_NE(basic, nullptr);
  ASSERT_EQ(basic->rows.size(), 2U);
  EXPECT_EQ(basic->rows[0].depth, 0);
  EXPECT_EQ(basic->rows[1].depth, 1);
  EXPECT_EQ(basic->rows[1].key, "30101");
  EXPECT_EQ(basic->rows[1].printed_row, 2);
  EXPECT_EQ(basic->rows[1].cells, (std::vector<std::string>{"5.00", "5.00", ""}));
}

TEST(BudgetTables, find_what_is_wrong_with_a_row) {
  const std::size_t sound = read(table3(row("301", "\"5\", \"5\", \"0\""))).faults.size();
  const auto more = [&](const std::string& rows) { return read(table3(rows)).faults.size() - sound; };
  EXPECT_EQ(more(row("301", "\"5\", \"5\"")), 1U) << "a cell is missing";
  EXPECT_EQ(more(row("301", "\"5\", \"5\", \"0\", \"0\"")), 1U);
  EXPECT_EQ(more(row("3010", "\"5\", \"5\", \"0\"")), 1U) << "four digits";
  EXPECT_EQ(more(row("3010101", "\"5\", \"5\", \"0\"")), 1U) << "table 3 ends with five";
  EXPECT_EQ(more(row("301", "\"五\", \"5\", \"0\"")), 1U);
  EXPECT_EQ(more(row("301", "\"-5\", \"5\", \"0\"")), 1U) << "an appropriation is not negative";
  EXPECT_EQ(more(row("301", "\"5.001\", \"5\", \"0\"")), 0U) << "to ten yuan";
  EXPECT_EQ(more(row("301", "\"5\", \"5\", \"0\"") + row("301", "\"5\", \"5\", \"0\"")), 1U) << "the same code twice";
}

TEST(BudgetTables, are_the_official_ones_once_each) {
  const Read sound = read(table3(row("301", "\"5\", \"5\", \"0\"")));
  const Read twice = read(table3(row("301", "\"5\", \"5\", \"0\"")) + table3(row("301", "\"5\", \"5\", \"0\"")));
  EXPECT_EQ(twice.of("number"), sound.of("number") + 1);
  EXPECT_EQ(read("[[table]]\nnumber = 9\ntitle = \"表\"\n").of("number"), sound.of("number") + 1);
}

TEST(Requirements, of_amounts_and_percentages) {
  const auto amount = [](const std::string& text, bool negative) {
    return toml_faults("", [&](TomlTable& root, InputErrors&) { require_amount(root, "key", "x", text, negative); })
        .size();
  };
  for (const char* text : {"", "0", "37355.53"}) EXPECT_EQ(amount(text, false), 0U) << text;
  EXPECT_EQ(amount("-1", false), 1U);
  EXPECT_EQ(amount("-1", true), 0U);
  EXPECT_EQ(amount("100000001", false), 1U) << "more than a million million yuan";
  EXPECT_EQ(amount("100000000", false), 0U);
  EXPECT_EQ(amount("-100000001", true), 1U);
  const auto percent = [](const std::string& text) {
    return toml_faults("", [&](TomlTable& root, InputErrors&) { require_percent(root, "key", "x", text); }).size();
  };
  for (const char* text : {"", "14.82", "-3", "100"}) EXPECT_EQ(percent(text), 0U) << text;
  for (const char* text : {"14.825", "1/3", "many", "123456789012.34"}) EXPECT_EQ(percent(text), 1U) << text;
  EXPECT_TRUE(all_digits("0123456789"));
  EXPECT_FALSE(all_digits("") || all_digits("1a") || all_digits("-1"));
}

}  // namespace
}  // namespace disburse
