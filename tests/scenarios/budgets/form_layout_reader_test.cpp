// Layouts: what is laid over what, and everything that is refused.
#include "scenarios/budgets/form_layout_reader.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

class FormLayouts : public testing::Test {
 protected:
  FormLayout read(const std::string& text) const {
    folder_.write("layout.toml", "schema = \"disburse/form-layout/1\"\ntitle = \"示例\"\n" + text);
    return read_form_layout(folder_.path() / "layout.toml", source_dir() / "outputs/forms");
  }
  std::size_t refused(const std::string& text) const {
    try {
      read(text);
    } catch (const InputRejected& rejected) {
      return rejected.errors().size();
    }
    return 0;
  }
  ScratchFolder folder_;
};

TEST_F(FormLayouts, without_a_file_of_its_own_an_agency_prints_the_official_tables) {
  const FormLayout layout = read_form_layout(folder_.path() / "nothing.toml", source_dir() / "outputs/forms");
  EXPECT_TRUE(layout.sheets.empty());
  EXPECT_TRUE(layout.forms);
  EXPECT_EQ(layout.no_funds, "本单位无政府性基金预算财政拨款支出。");
}

TEST_F(FormLayouts, what_is_not_said_comes_from_the_layout_that_is_extended_and_from_the_official_one) {
  const FormLayout layout = read("extends = \"county-8\"\n[sentences]\nno_forms = \"另行公开。\"\n");
  ASSERT_EQ(layout.sheets.size(), 8u);
  EXPECT_EQ(layout.sheets[1].columns, (std::vector<std::string>{"合计", "基本支出", "项目支出"}));
  EXPECT_FALSE(layout.forms) << "of county-8";
  EXPECT_EQ(layout.no_forms, "另行公开。") << "its own";
  EXPECT_EQ(layout.no_carry_over, "无上年结转结余") << "official";
}

TEST_F(FormLayouts, every_shipped_one_is_read) {
  for (const auto& file : std::filesystem::directory_iterator(source_dir() / "outputs/forms")) {
    if (file.path().extension() != ".toml") continue;
    EXPECT_NO_THROW(read_form_layout(file.path(), source_dir() / "outputs/forms")) << file.path();
  }
}

TEST_F(FormLayouts, what_cannot_be_printed_is_refused) {
  EXPECT_EQ(refused("extends = \"county-9\"\n"), 1u);
  EXPECT_EQ(refused("[[sheet]]\ntable = \"表2\"\ncolumns = [\"合計\"]\n"), 1u);
  EXPECT_EQ(refused("[[sheet]]\ntable = \"表2\"\n[[sheet]]\ntable = \"表2\"\n"), 1u);
  EXPECT_EQ(refused("[[sheet]]\ntable = \"表12\"\n[[sheet]]\ntable = \"表2\"\n"), 1u);
  EXPECT_EQ(refused("[[sheet]]\ntable = \"表3\"\n"), 1u) << "no functional lines";
  EXPECT_EQ(refused("[[sheet]]\ntitle = \"空\"\n[[sheet]]\ntable = \"表2\"\n"), 1u);
  EXPECT_EQ(refused("colums = 1\n"), 1u);
}

}  // namespace
}  // namespace disburse
