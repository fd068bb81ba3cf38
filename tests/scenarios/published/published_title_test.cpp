// Titles as agencies print them.
#include "scenarios/published/published_title.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "scenarios/published/lines.hpp"

namespace disburse {
namespace {

std::vector<PublishedLine> lines(const std::string& text) {
  std::vector<std::string> texts;
  std::istringstream all(text);
  for (std::string one; std::getline(all, one);) texts.push_back(one);
  return text_lines(texts);
}

DocumentTitle title(const std::string& text) { return title_of(lines(text)); }

TEST(PublishedTitle, says_year_and_agency_wherever_the_year_stands) {
  for (const char* text : {"北山县社会保险中心2025年部门预算", "北山县社会保险中心\n2025年部门预算",
                           "2025年北山县社会保险中心部门预算公开", "2025年度北山县社会保险中心部门预算",
                           "北山县社会保险中心部门预算（2025年）", "附件1：北山县社会保险中心2025年部门预算"}) {
    const DocumentTitle said = title(text);
    EXPECT_EQ(said.year, 2025) << text;
    EXPECT_EQ(said.agency, "北山县社会保险中心") << text;
    EXPECT_TRUE(said.printed()) << text;
  }
}

TEST(PublishedTitle, a_cell_of_a_table_says_its_own) {
  PublishedLine row{{"部门预算名称", "北山县社会保险中心2025年部门预算"}, true, {"a.xlsx[单位]", 4, 0}};
  const DocumentTitle said = title_of({row});
  EXPECT_EQ(said.agency, "北山县社会保险中心");
  EXPECT_EQ(said.place.line, 4);
}

TEST(PublishedTitle, headings_tell_the_year_where_nothing_else_does) {
  const DocumentTitle said = title("表二 北山县社会保险中心 单位：万元\n2024年预算数 2025年预算数");
  EXPECT_EQ(said.year, 2025);
  EXPECT_EQ(said.agency, "北山县社会保险中心");
  EXPECT_FALSE(said.printed());
}

TEST(PublishedTitle, a_sentence_is_none) { EXPECT_EQ(title("本单位按规定公开预算。\n支出按进度执行。").year, 0); }

}  // namespace
}  // namespace disburse
