// What a drafted year's forms say, and figures entered by hand: found in the last document, or refused.
#include "scenarios/budgets/form_mapping_reader.hpp"

#include <gtest/gtest.h>

#include "support/refusals.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

/// A form with two indicators, a line and an economic item.
BudgetDocument document() {
  BudgetDocument made;
  BudgetForm form;
  form.programme = "unity_award";
  form.indicators = {{0, "产出指标", "数量指标", "发放人数", "100人"}, {0, "产出指标", "成本指标", "标准", "600元"}};
  made.forms = {form};
  for (const auto& [id, code] : {std::pair{"表2", "2080507"}, std::pair{"表3", "30101"}}) {
    BudgetTable table;
    table.id = id;
    BudgetRow row;
    row.code = row.key = code;
    table.rows = {row};
    made.tables.push_back(table);
  }
  return made;
}

constexpr const char* head = "schema = \"disburse/form-mapping/1\"\n";

FormMapping read(const std::string& text, const BudgetDocument& last = document()) {
  const ScratchFolder folder;
  folder.write("forms.toml", head + text);
  return read_form_mapping(folder.path() / "forms.toml", last);
}

Keys wrong(const std::string& text) {
  return refusals("forms.toml", head + text, [](const auto& file) { read_form_mapping(file, document()); });
}

std::string indicator(const std::string& level3, const std::string& rest) {
  return "[[indicator]]\nprogramme = \"unity_award\"\nlevel3 = \"" + level3 + "\"\n" + rest + "\n";
}

TEST(FormMapping, takes_indicators_terms_and_names_of_lines) {
  const FormMapping mapping =
      read(indicator("发放人数", "value = \"{headcount}人\"") + indicator("标准", "drop = true") +
           "[[term]]\nname = \"决算\"\nmeaning = \"实际执行\"\n[[line]]\ncode = \"2081107\"\nname = \"补贴\"\n");
  ASSERT_EQ(mapping.indicators.size(), 2U);
  EXPECT_EQ(mapping.indicators[0].value, "{headcount}人");
  EXPECT_TRUE(mapping.indicators[1].drop);
  EXPECT_EQ(mapping.terms.size(), 1U);
  EXPECT_EQ(mapping.line_names.at("2081107"), "补贴");
  EXPECT_FALSE(mapping.new_form);
}

TEST(FormMapping, refuses_what_the_last_document_lacks) {
  EXPECT_EQ(wrong(indicator("发放人次", "value = \"1\"")), Keys{"level3"});
  EXPECT_EQ(wrong("[[indicator]]\nprogramme = \"heating\"\nlevel3 = \"发放人数\"\nvalue = \"1\"\n"), Keys{"programme"});
  EXPECT_EQ(wrong(indicator("发放人数", "value = \"1\"\ndrop = true")), Keys{"value"}) << "a value, or dropped";
  EXPECT_EQ(wrong(indicator("发放人数", "")), Keys{"value"});
  EXPECT_EQ(wrong("[[line]]\ncode = \"20811\"\nname = \"x\"\n"), Keys{});
  EXPECT_EQ(wrong("[[line]]\ncode = \"2081\"\nname = \"x\"\n"), Keys{"code"});
  EXPECT_EQ(wrong("[[line]]\ncode = \"208a\"\nname = \"x\"\n"), Keys{"code"});
}

TEST(FormMapping, speaks_of_the_new_name_in_a_document_that_was_drafted_by_it) {
  BudgetDocument drafted = document();
  drafted.forms[0].indicators = {{0, "产出指标", "数量指标", "2025年发放人数", "100人"}};
  const FormMapping mapping = read(indicator("发放人数", "name = \"{year}年发放人数\"\nvalue = \"{headcount}人\"") +
                                       indicator("标准", "drop = true"),
                                   drafted);
  ASSERT_EQ(mapping.indicators.size(), 1U) << "what was dropped then is not missed now";
  EXPECT_EQ(mapping.indicators[0].level3, "2025年发放人数");
}

BudgetEntries entries(const std::string& text) {
  const ScratchFolder folder;
  folder.write("entries.toml", "schema = \"disburse/budget-entries/1\"\n" + text);
  return read_entries(folder.path() / "entries.toml", document());
}

Keys wrong_entries(const std::string& text) {
  return refusals("entries.toml", "schema = \"disburse/budget-entries/1\"\n" + text,
                  [](const auto& file) { read_entries(file, document()); });
}

TEST(BudgetEntries, stand_by_code_column_and_section) {
  const BudgetEntries read = entries(
      "[[line]]\ncode = \"2080507\"\nbasic = \"1.5\"\n[[economic]]\ncode = \"30101\"\namount = \"2\"\n"
      "[[public_expense]]\ncolumn = \"公务接待费\"\nexecuted = \"0.3\"\n[[statement]]\nsection = "
      "\"政府采购情况\"\ntext = \"无\"\n");
  EXPECT_EQ(read.basic.at("2080507"), 15'000_yuan);
  EXPECT_TRUE(read.executed.empty()) << "what is left out stays as it is";
  EXPECT_EQ(read.economic.at("30101"), 20'000_yuan);
  EXPECT_EQ(read.last_year_public.at("上年执行·公务接待费"), 3'000_yuan);
  EXPECT_EQ(read.statements.at("政府采购情况"), "无");
}

TEST(BudgetEntries, of_no_row_column_or_section_are_refused_together) {
  EXPECT_EQ(
      wrong_entries("[[line]]\ncode = \"2080508\"\nbasic = \"1.5\"\n[[economic]]\ncode = \"30102\"\namount = \"2\"\n"
                    "[[public_expense]]\ncolumn = \"酒水\"\nexecuted = \"1\"\n[[statement]]\nsection = \"其他\"\ntext "
                    "= \"无\"\n"),
      (Keys{"code", "code", "column", "section"}));
}

}  // namespace
}  // namespace disburse
