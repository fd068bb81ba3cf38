// Which line a project is on: the one parting of projects among lines that leaves nothing over.
#include "scenarios/published/project_lines.hpp"

#include <gtest/gtest.h>

#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

BudgetRow row(const std::string& code, const std::string& project, int depth) {
  BudgetRow made;
  made.code = made.key = code;
  made.name = "科目" + code;
  made.depth = depth;
  made.cells = {"", project, "0", project, "", ""};
  return made;
}

/// A document with table 2 and projects of these amounts (万元).
BudgetDocument document(const std::vector<std::pair<std::string, std::string>>& lines,
                        const std::vector<std::string>& projects) {
  BudgetDocument made;
  made.agency = "北山县社会保险事务中心";
  made.unit_code = "218001";
  made.fiscal_year = 2025;
  BudgetTable table;
  table.id = "表2";
  for (const auto& [code, amount] : lines) table.rows.push_back(row(code, amount, 2));
  BudgetTable economic;
  economic.id = "表3";
  made.tables = {table, economic};
  for (const std::string& amount : projects) {
    BudgetForm form;
    form.name = "项目" + amount;
    form.total = amount;
    made.forms.push_back(form);
  }
  return made;
}

std::vector<std::string> functions(const BudgetDocument& document) {
  std::vector<std::string> codes;
  for (const BudgetForm& form : document.forms) codes.push_back(form.function);
  return codes;
}

TEST(ProjectLines, are_those_whose_projects_then_sum_up) {
  // 30 + 20 = 50 and 25 alone: no other parting leaves nothing.
  BudgetDocument made = document({{"2080109", "25.00"}, {"2082602", "50.00"}}, {"30.00", "25.00", "20.00"});
  std::vector<ReadingNote> notes;
  assign_lines(made, notes);
  EXPECT_EQ(functions(made), (std::vector<std::string>{"2082602", "2080109", "2082602"}));
  EXPECT_TRUE(notes.empty());
}

TEST(ProjectLines, in_several_ways_take_the_first_and_say_so) {
  BudgetDocument made = document({{"2080109", "10.00"}, {"2082602", "10.00"}}, {"10.00", "10.00"});
  std::vector<ReadingNote> notes;
  assign_lines(made, notes);
  EXPECT_EQ(functions(made), (std::vector<std::string>{"2080109", "2082602"}));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_NE(say(Language::en, notes[0].what).find("several ways"), std::string::npos);
}

TEST(ProjectLines, that_sum_to_nothing_printed_are_guesses_and_named) {
  BudgetDocument made = document({{"2080109", "25.00"}, {"2082602", "50.00"}}, {"30.00", "44.99"});
  std::vector<ReadingNote> notes;
  assign_lines(made, notes);
  EXPECT_EQ(functions(made), (std::vector<std::string>{"2080109", "2080109"}));
  EXPECT_EQ(notes.size(), 2U) << "one for each project";
}

TEST(ProjectLines, without_forms_become_one_project_each) {
  BudgetDocument made = document({{"2080109", "1030.50"}, {"2080505", "0"}, {"2082602", "50.00"}}, {});
  std::vector<ReadingNote> notes;
  assign_lines(made, notes);
  ASSERT_EQ(made.forms.size(), 2U) << "a line without project money has none";
  EXPECT_EQ(made.forms[0].function, "2080109");
  EXPECT_EQ(made.forms[0].total, "1030.50");
  EXPECT_EQ(made.forms[0].fiscal, "1030.50");
  EXPECT_EQ(made.forms[0].name, "科目2080109项目");
  EXPECT_EQ(notes.size(), 1U);
}

TEST(ProjectLines, complete_what_a_form_must_have_and_leave_what_is_printed) {
  BudgetDocument made = document({{"2080109", "25.00"}}, {"25.00"});
  made.forms[0].department = "财政局";
  std::vector<ReadingNote> notes;
  assign_lines(made, notes);
  const BudgetForm& form = made.forms[0];
  EXPECT_EQ(form.department, "财政局");
  EXPECT_EQ(form.agency, "北山县社会保险事务中心");
  EXPECT_EQ(form.department_code, "218") << "the first three digits of the unit's";
  EXPECT_EQ(form.period, "2025年");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].value, "25.00万元");
}

}  // namespace
}  // namespace disburse
