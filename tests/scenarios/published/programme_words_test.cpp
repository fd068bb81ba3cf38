// Which programme a printed project is, by the words of its name; and the list as shipped.
#include "scenarios/published/programme_words.hpp"

#include <gtest/gtest.h>

#include "support/refusals.hpp"
#include "support/shipped_law.hpp"

namespace disburse {
namespace {

const ProgrammeWords& shipped() {
  static const ProgrammeWords words = read_programme_words(source_dir() / "scenarios/published/programmes.toml");
  return words;
}

TEST(WordPattern, fits_what_holds_all_words_and_none_that_it_excludes) {
  const WordPattern pattern{{"居民", "养老"}, {"经办"}};
  EXPECT_TRUE(pattern.fits("城乡居民基本养老保险补助"));
  EXPECT_FALSE(pattern.fits("城乡居民医疗补助")) << "one word is missing";
  EXPECT_FALSE(pattern.fits("居民养老保险经办经费")) << "an excluded word stands in it";
  EXPECT_TRUE((WordPattern{{}, {}}.fits("随便")));
}

TEST(ProgrammeWords, take_the_first_that_fits) {
  ProgrammeWords words;
  words.programmes = {{{{"养老"}, {"居民"}}, "one", Scheme::enterprise, ""},
                      {{{"养老"}, {}}, "two", Scheme::resident, ""}};
  ASSERT_NE(words.programme("企业养老"), nullptr);
  EXPECT_EQ(words.programme("企业养老")->id, "one");
  EXPECT_EQ(words.programme("居民养老")->id, "two");
  EXPECT_EQ(words.programme("取暖"), nullptr);
  words.counts = {{{{"人员"}, {}}, "one", "first"}, {{{"退休"}, {}}, "two", "second"}};
  EXPECT_EQ(words.count("two", "退休人员"), "second") << "the indicator of another programme is not meant";
  EXPECT_EQ(words.count("one", "退休人员"), "first");
  EXPECT_EQ(words.count("one", "准确率"), "");
}

TEST(ProgrammeWords, as_shipped_name_programmes_of_the_law) {
  const Law law = city_law();
  ASSERT_FALSE(shipped().programmes.empty());
  for (const auto& one : shipped().programmes) {
    EXPECT_TRUE(std::any_of(law.programmes.begin(), law.programmes.end(), [&](const ProgrammeDefinition& programme) {
      return programme.id == one.id;
    })) << one.id;
    EXPECT_FALSE(one.pattern.words.empty()) << one.id << " would take every project";
  }
}

TEST(ProgrammeWords, as_shipped_tell_a_subsidy_from_the_cost_of_its_office) {
  ASSERT_NE(shipped().programme("城乡居民基本养老保险财政补助"), nullptr);
  EXPECT_EQ(shipped().programme("城乡居民基本养老保险财政补助")->id, "resident_pension");
  EXPECT_EQ(shipped().programme("城乡居民养老保险业务经费"), nullptr);
  EXPECT_EQ(shipped().count("civil_service_pension", "机关事业单位退休人员"), "civil_service_retirees");
}

TEST(ProgrammeWords, that_are_wrong_are_refused_together) {
  const auto read = [](const std::filesystem::path& file) { read_programme_words(file); };
  EXPECT_EQ(refusals("words.toml", R"(schema = "disburse/programme-words/1"
[[programme]]
id = "x"
words = ["养老"]
scheme = "farmers"
needs = "count"
colour = "red"
)",
                     read),
            (std::vector<std::string>{"colour", "scheme"}));
}

}  // namespace
}  // namespace disburse
