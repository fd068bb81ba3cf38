#include "scenarios/budgets/budget_reader.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "engine/support/files.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

const std::string path = source_dir().string() + "/scenarios/agencies/zhongwei/budgets/2024.toml";

const std::string& bytes() {
  static const std::string text = read_file(path, 4u << 20);
  return text;
}

/// The published file with one text replaced where it first stands.
std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

InputErrors errors_of(const std::string& text) {
  try {
    parse_budget(text, "budget.toml");
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::data);
    return rejected.errors();
  }
  return {};
}

/// Exactly one error, about `key`, at a known line.
void expect_one(const std::string& text, const std::string& key) {
  const InputErrors errors = errors_of(text);
  ASSERT_EQ(errors.size(), 1u) << (errors.empty() ? "" : to_string(errors.all().front()));
  const InputError& error = errors.all().front();
  EXPECT_NE(error.key.find(key), std::string::npos) << to_string(error);
  EXPECT_EQ(error.place.file, "budget.toml");
  EXPECT_GT(error.place.line, 0);
  EXPECT_FALSE(error.why.empty());
  EXPECT_FALSE(error.remedy.empty());
}

TEST(BudgetReader, published_budget_is_read_whole) {
  const BudgetDocument document = read_budget(path);
  EXPECT_EQ(document.file, "2024.toml");
  EXPECT_EQ(document.fiscal_year, 2024);
  EXPECT_EQ(document.unit_code, "310004");
  EXPECT_EQ(document.tables.size(), 10u);  // eight tables, two of them with two sides
  EXPECT_EQ(document.forms.size(), 9u);
  EXPECT_EQ(find_table(document, "表2")->rows.size(), 20u);  // the unit, 3 classes, 6 groups, 10 items
  EXPECT_EQ(find_table(document, "表3")->rows.size(), 61u);  // the total, 4 classes, 56 items
}

TEST(BudgetReader, cells_keep_the_printed_form_and_the_line) {
  const BudgetDocument document = read_budget(path);
  const BudgetRow* row = find_row(*find_table(document, "表2"), "2080502");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->cells, (std::vector<std::string>{"16.8", "25.61", "25.61", "0", "8.81", "52.44"}));
  const BudgetRow* blank = find_row(*find_table(document, "表2"), "2080507");
  EXPECT_EQ(blank->cells.back(), "");
  std::size_t offset = 0;
  for (int line = 1; line < row->line; ++line) offset = bytes().find('\n', offset) + 1;
  EXPECT_EQ(bytes().substr(offset).find("  { code = \"2080502\""), 0u);
}

TEST(BudgetReader, names_of_a_two_sided_table_make_paths) {
  const BudgetDocument document = read_budget(path);
  const BudgetTable* expense = find_table(document, "表6支出");
  const BudgetRow* row = find_row(*expense, "事业支出>财政拨款支出>一般公共预算财政拨款支出");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->depth, 2);
  EXPECT_EQ(row->cells, std::vector<std::string>{"37355.53"});
}

TEST(BudgetReader, negative_amount_is_refused) {
  expect_one(with(bytes(), "\"306.66\", \"352.10\"", "\"306.66\", \"-352.10\""), "cells");
  expect_one(with(bytes(), "fiscal = \"3525\"", "fiscal = \"-3525\""), "fiscal");
}

TEST(BudgetReader, change_may_be_negative) {
  EXPECT_TRUE(errors_of(with(bytes(), "\"45.44\", \"14.82\"", "\"-45.44\", \"-14.82\"")).empty());
}

TEST(BudgetReader, amount_finer_than_a_fen_is_refused) {
  expect_one(with(bytes(), "\"16.8\"", "\"16.8000001\""), "cells");
  expect_one(with(bytes(), "\"16.8\"", "\"16,8\""), "cells");
}

TEST(BudgetReader, absurd_amount_and_percentage_are_refused) {
  expect_one(with(bytes(), "\"16.8\"", "\"100000000.01\""), "cells");
  expect_one(with(bytes(), "\"14.82\"", "\"14.825\""), "cells");
  expect_one(with(bytes(), "yuan = \"600\"", "yuan = \"100000.01\""), "yuan");
}

TEST(BudgetReader, code_of_wrong_length_is_refused) {
  const InputErrors errors = errors_of(with(bytes(), "code = \"2080502\"", "code = \"20805020\""));
  ASSERT_FALSE(errors.empty());
  EXPECT_NE(errors.all().front().key.find("code"), std::string::npos);
}

TEST(BudgetReader, code_that_stands_twice_is_refused) {
  expect_one(with(bytes(), "code = \"2080507\"", "code = \"2080502\""), "table.rows");
}

TEST(BudgetReader, missing_table_is_reported) {
  const auto start = bytes().find("[[table]]\nnumber = 8");
  const auto end = bytes().find("# ---- 表九");
  std::string text = bytes();
  text.erase(start, end - start);
  expect_one(text, "table");
}

TEST(BudgetReader, row_with_too_few_cells_is_refused) {
  expect_one(with(bytes(), "\"45.44\", \"14.82\"", "\"45.44\""), "cells");
}

TEST(BudgetReader, programme_that_stands_twice_is_refused) {
  expect_one(with(bytes(), "programme = \"heating_allowance\"", "programme = \"scheme_administration\""), "programme");
}

TEST(BudgetReader, unknown_key_names_the_nearest) {
  const InputErrors errors = errors_of(with(bytes(), "version = ", "versions = "));
  ASSERT_EQ(errors.size(), 2u);  // version is missing, versions is not known
  EXPECT_NE(to_string(errors.all().back()).find("version?"), std::string::npos);
}

TEST(BudgetReader, address_that_names_no_cell_is_refused) {
  expect_one(with(bytes(), "left = [\"表3/30108/合计\"]", "left = [\"表3/30108/总计\"]"), "tie.left");
  expect_one(with(bytes(), "equals = [\"表1收入/收入总计/预算数\"]", "equals = [\"表1收入/总计/预算数\"]"), "equals");
}

TEST(BudgetReader, everything_wrong_is_reported_at_once) {
  std::string text = with(bytes(), "\"16.8\"", "\"sixteen\"");
  text = with(text, "line = \"2082602\"", "line = \"208\"");
  text = with(text, "percent = \"31.82\"", "percent = \"31.82%\"");
  text = with(text, "severity = \"warning\"", "severity = \"bad\"");
  EXPECT_EQ(errors_of(text).size(), 4u);
}

TEST(BudgetReader, file_that_is_not_there_is_an_input_error) {
  EXPECT_THROW(read_budget(path + ".none"), InputRejected);
}

}  // namespace
}  // namespace disburse
