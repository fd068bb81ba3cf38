// The workbook of published headcounts becomes the text that --margins takes, in the words of the file.
#include "scenarios/rosters/readers/margins_form.hpp"

#include <gtest/gtest.h>

#include "engine/base/enumerators.hpp"
#include "engine/members/member.hpp"
#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

TEST(MarginsForm, rows_of_one_count_are_its_cells_in_the_words_of_the_file) {
  const TestWorkbook book(plain_workbook(
      {{"人数",
        {{"名称", "来源", "险种", "人员", "分类", "范围", "人数"},
         {"领取人员性别", "年报", "城乡居民", "领取待遇", "性别", "男", "#=120"},
         {"领取人员性别", "年报", "城乡居民", "领取待遇", "性别", "女", "#=130"}}},
       {"实发人数", {{"参数", "来源", "险种", "人数"}, {"unity_award.eligible_share", "年报", "企业职工", "#=99"}}}}));
  InputErrors errors;
  const std::string text = toml_of_workbook(book.file(), margins_form(), errors).toml;
  EXPECT_TRUE(errors.empty());
  for (const char* part :
       {"schema = \"disburse/margins/1\"", "scheme = \"resident\"", "role = \"pensioner\"", "by = \"sex\"", "\"male\"",
        "\"female\"", "120", "130", "[[taken_up]]", "scheme = \"enterprise\"", "persons = 99"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  EXPECT_EQ(text.find("[[margin]]"), text.rfind("[[margin]]")) << "two rows of one count";
}

TEST(MarginsForm, has_a_word_for_every_scheme_and_role) {
  const auto codes_of = [](const FormSheet& sheet, const std::string& key) {
    std::vector<std::string> codes;
    for (const FormColumn& column : sheet.columns) {
      if (column.key != key) continue;
      for (const auto& [word, code] : column.words) codes.push_back(code);
    }
    std::sort(codes.begin(), codes.end());
    return codes;
  };
  std::vector<std::string> schemes = code_words<Scheme>(), roles = code_words<Role>();
  std::sort(schemes.begin(), schemes.end());
  std::sort(roles.begin(), roles.end());
  EXPECT_EQ(codes_of(margins_form().sheets.at(0), "scheme"), schemes);
  EXPECT_EQ(codes_of(margins_form().sheets.at(1), "scheme"), schemes);
  EXPECT_EQ(codes_of(margins_form().sheets.at(0), "role"), roles);
}

}  // namespace
}  // namespace disburse
