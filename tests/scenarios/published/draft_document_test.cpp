// budget.json of a draft as the lines of a document.
#include "scenarios/published/draft_document.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

const std::string draft =
    R"({"schema": "disburse/budget-draft/1", "title": "北山县社会保险中心2026年部门预算",
 "tables": [{"id": "表2", "title": "一般公共预算财政拨款支出预算表",
 "headings": ["功能分类科目/科目编码", "功能分类科目/科目名称", "2026年预算数/合计"],
 "rows": [{"key": "合计", "code": "", "name": "合计", "cells": ["12.00"]},
          {"key": "2080109", "code": "2080109", "name": "社会保险经办机构", "cells": ["12.00"]}]},
 {"id": "表4", "title": "三公", "headings": ["合计"], "rows": [{"key": "合计", "code": "", "name": "", "cells": ["1.20"]}]}],
 "projects": [{"name": "经办", "line": "2080109", "drafted_fen": 3000000}, {"name": "止", "line": "2080109", "drafted_fen": 0}]})";

std::vector<std::string> line_of(const std::vector<PublishedLine>& lines, const std::string& word) {
  for (const PublishedLine& line : lines) {
    if (std::find(line.words.begin(), line.words.end(), word) != line.words.end()) return line.words;
  }
  return {};
}

TEST(DraftDocument, has_its_title_tables_and_projects) {
  const auto lines = read_draft_lines(draft, "budget.json");
  ASSERT_TRUE(lines);
  EXPECT_EQ(lines->front().words.front(), "北山县社会保险中心2026年部门预算");
  EXPECT_EQ(line_of(*lines, "2080109"), (std::vector<std::string>{"2080109", "社会保险经办机构", "12.00"}));
  EXPECT_EQ(line_of(*lines, "1.20"), std::vector<std::string>{"1.20"}) << "a row without a name";
  EXPECT_EQ(line_of(*lines, "经办"), (std::vector<std::string>{"经办", "2080109", "3.00"}));
  EXPECT_TRUE(line_of(*lines, "止").empty()) << "a project that ends has no money";
}

TEST(DraftDocument, other_text_is_none_and_a_broken_draft_is_refused) {
  EXPECT_FALSE(read_draft_lines("2025年部门预算", "a.txt"));
  EXPECT_FALSE(read_draft_lines(R"({"schema": "disburse/run/1"})", "a.json"));
  EXPECT_THROW(read_draft_lines(R"({"schema": "disburse/budget-draft/1", "title": "x"})", "a.json"), InputRejected);
}

}  // namespace
}  // namespace disburse
