// The text that goes with a budget's tables: every figure from them, and no list of what is not there.
#include "outputs/office/budget_narrative.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "engine/budget/form_mapping.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "support/places.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

BudgetDocument document() { return read_budget(city_dir() / "budgets" / "2024.toml"); }

/// All text of the docx.
std::string text_of(const BudgetDocument& of, const BudgetPaper& paper = {}) {
  const TestWorkbook file(budget_narrative(of, paper, {}, {}));
  const std::string xml = archive_part(file.file(), "word/document.xml");
  static const std::regex text("<w:t[^>]*>([^<]*)</w:t>");
  std::string words;
  for (std::sregex_iterator at(xml.begin(), xml.end(), text), end; at != end; ++at) words += (*at)[1].str();
  return words;
}

std::string wan(const std::string& printed) { return wan_text(*printed_amount(printed)) + " 万元"; }

TEST(BudgetNarrative, says_the_tables_figures) {
  const BudgetDocument city = document();
  const BudgetRow& whole = find_table(city, "表2")->rows.front();
  const BudgetRow& economic = find_table(city, "表3")->rows.front();
  const std::string text = text_of(city);
  EXPECT_THAT(text, HasSubstr("财政拨款支出预算 " + wan(whole.cells[1])));
  EXPECT_THAT(text,
              HasSubstr("基本支出预算 " + wan(whole.cells[2]) + "。人员经费 " + wan(economic.cells[1]) + "，包括："));
  EXPECT_THAT(text, HasSubstr("项目支出预算 " + wan(whole.cells[3])));
  EXPECT_THAT(text, HasSubstr("日常公用经费 " + wan(economic.cells[2]) + "，包括："));
}

TEST(BudgetNarrative, of_a_document_without_economic_items_lists_none) {
  BudgetDocument bare = document();
  for (BudgetTable& table : bare.tables) {
    if (table.id == "表3") table.rows.clear();
  }
  const std::string text = text_of(bare);
  EXPECT_THAT(text,
              testing::AllOf(Not(HasSubstr("人员经费")), Not(HasSubstr("日常公用经费")), Not(HasSubstr("包括：。"))));
  EXPECT_THAT(text, HasSubstr("（由单位据实填写。）")) << "the office says what it spends on itself";
}

TEST(BudgetNarrative, tells_a_project_that_ended_with_what_it_had) {
  BudgetPaper paper;
  PaperProject ended;
  ended.name = "电子签名";
  ended.line = "2080109";
  ended.change = ProjectChange::ended;
  ended.last_budget = Money::yuan(120'000);
  paper.projects = {ended};
  EXPECT_THAT(text_of(document(), paper), HasSubstr("2080109 电子签名：取消，上年预算 12.00 万元"));
}

TEST(BudgetNarrative, says_a_section_as_the_agency_says_it_and_tells_what_was_proposed) {
  const BudgetDocument city = document();
  const std::vector<TextPassage> proposed = narrative_passages(city, {}, {});
  std::vector<std::string> sections;
  for (const TextPassage& one : proposed) {
    EXPECT_EQ(one.text, one.proposed) << one.section;
    EXPECT_FALSE(one.heading.empty()) << one.section;
    sections.push_back(one.section);
  }
  BudgetPaper paper;
  paper.sections = {"政府采购情况", "国有资产占用情况", "其他需要说明的情况"};
  for (const std::string& section : sections) {
    paper.statements = {{section, "另行说明。"}};
    const std::vector<TextPassage> stated = narrative_passages(city, paper, {});
    const auto own =
        std::find_if(stated.begin(), stated.end(), [&](const TextPassage& one) { return one.section == section; });
    ASSERT_NE(own, stated.end()) << section;
    EXPECT_EQ(own->text, "另行说明。");
    EXPECT_NE(own->proposed, own->text);
    EXPECT_THAT(text_of(city, paper), HasSubstr("另行说明。")) << section;
    const bool blank = own->proposed.empty() || own->proposed == "（由单位据实填写。）";  // several sections say that
    if (!blank) {
      EXPECT_THAT(text_of(city, paper), Not(HasSubstr(own->proposed))) << section;
    }
  }
}

TEST(BudgetNarrative, has_every_section_that_an_entry_may_name) {
  BudgetPaper paper;
  paper.sections = stated_sections();
  std::vector<std::string> sections;
  for (const TextPassage& one : narrative_passages(document(), paper, {})) sections.push_back(one.section);
  for (const std::string& known : text_sections())
    EXPECT_THAT(sections, testing::Contains(known)) << "an entry of it would change nothing";
}

}  // namespace
}  // namespace disburse
