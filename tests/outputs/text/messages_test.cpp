// The catalogue: every entry fits its pattern, no pattern stands twice; errors read in the stops of the language.
#include "outputs/text/messages.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace disburse {
namespace {

/// Which arguments a pattern shows, and how many gaps it has.
std::set<std::size_t> shown(std::string_view pattern) {
  std::set<std::size_t> arguments;
  std::size_t next = 0;
  for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
    const std::string_view rest = pattern.substr(at + 1);
    if (rest.starts_with('}')) arguments.insert(next++);
    if (rest.size() > 1 && rest[0] >= '0' && rest[0] <= '9' && rest[1] == '}')
      arguments.insert(static_cast<std::size_t>(rest[0] - '0'));
  }
  return arguments;
}

TEST(Catalogue, shows_the_same_arguments_and_has_no_pattern_twice) {
  std::set<std::string_view> patterns;
  for (const auto part : {chinese_of_files(), chinese_of_law(), chinese_of_scenarios(), chinese_of_offices(),
                          chinese_of_studies(), chinese_of_findings()}) {
    for (const Translation& entry : part) {
      EXPECT_TRUE(patterns.insert(entry.pattern).second) << entry.pattern;
      EXPECT_EQ(shown(entry.pattern), shown(entry.chinese)) << entry.pattern << " | " << entry.chinese;
      EXPECT_FALSE(entry.chinese.empty()) << entry.pattern;
    }
  }
  EXPECT_FALSE(patterns.empty());
}

TEST(Say, speaks_the_language_asked_for) {
  const Message message = "there is no parameter {}"_m("unity_award.x");
  EXPECT_EQ(say(Language::en, message), "there is no parameter unity_award.x");
  EXPECT_EQ(say(Language::zh, message), "没有参数 unity_award.x");
}

TEST(Say, an_error_has_place_key_problem_why_and_remedy) {
  const InputError error{
      {"a.toml", 7, 3}, "value", "the text is empty"_m, "a text is required here"_m, "Did you mean {}?"_m("x")};
  EXPECT_EQ(say(Language::zh, error), "a.toml:7:3：value：文字为空（这里需要文字）。是不是 x？");
  EXPECT_EQ(say(Language::en, error), to_string(error));
  const InputError bare{{}, "", "the text is empty"_m, "", "Remove it"_m};
  EXPECT_EQ(say(Language::zh, bare), "文字为空。去掉它。");
}

}  // namespace
}  // namespace disburse
