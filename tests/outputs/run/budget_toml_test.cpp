// A document that is written and read again is the same document.
#include "outputs/run/budget_toml.hpp"

#include <gtest/gtest.h>

#include "scenarios/budgets/budget_reader.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

void expect_same(const BudgetRow& read, const BudgetRow& row) {
  EXPECT_EQ(read.key, row.key);
  EXPECT_EQ(read.code, row.code);
  EXPECT_EQ(read.name, row.name);
  EXPECT_EQ(read.depth, row.depth);
  EXPECT_EQ(read.printed_row, row.printed_row);
  EXPECT_EQ(read.cells, row.cells);
}

TEST(BudgetToml, is_read_as_what_was_written) {
  const BudgetDocument& document = base_data()->document;
  const BudgetDocument read = parse_budget(budget_toml(document), "budget.toml");
  EXPECT_EQ(read.title, document.title);
  EXPECT_EQ(read.unit_code, document.unit_code);
  EXPECT_EQ(read.source, document.source);
  ASSERT_EQ(read.tables.size(), document.tables.size());
  for (std::size_t t = 0; t < read.tables.size(); ++t) {
    EXPECT_EQ(read.tables[t].id, document.tables[t].id);
    EXPECT_EQ(read.tables[t].title, document.tables[t].title);
    EXPECT_EQ(read.tables[t].headings, document.tables[t].headings);
    ASSERT_EQ(read.tables[t].rows.size(), document.tables[t].rows.size()) << read.tables[t].id;
    for (std::size_t r = 0; r < read.tables[t].rows.size(); ++r)
      expect_same(read.tables[t].rows[r], document.tables[t].rows[r]);
  }
  EXPECT_EQ(read.forms.size(), document.forms.size());
  EXPECT_EQ(read.figures.size(), document.figures.size());
  EXPECT_EQ(read.ties.size(), document.ties.size());
  EXPECT_EQ(read.remarks.size(), document.remarks.size());
}

/// The writer forgets nothing that it would write: written again, it is the same text.
TEST(BudgetToml, is_the_same_text_when_written_again) {
  const std::string text = budget_toml(base_data()->document);
  EXPECT_EQ(budget_toml(parse_budget(text, "budget.toml")), text);
}

}  // namespace
}  // namespace disburse
