// Why nothing is paid: every reason has a sentence of its own in both languages.
#include "outputs/text/reasons.hpp"

#include <gtest/gtest.h>

#include <set>

namespace disburse {
namespace {

TEST(Reasons, each_has_its_own_sentence_without_a_full_stop) {
  std::set<std::string> chinese, english;
  for (int code = Reason::other_scheme; code < Reason::condition; ++code) {
    const StatedReason reason(static_cast<Reason::Code>(code));
    const std::string zh = reason_text(reason, Language::zh), en = reason_text(reason, Language::en);
    EXPECT_TRUE(chinese.insert(zh).second && english.insert(en).second) << code << " " << en;
    EXPECT_FALSE(zh.empty() || en.empty()) << code;
    EXPECT_FALSE(zh.ends_with("。") || en.ends_with(".")) << code;
    for (const char c : en) EXPECT_LT(static_cast<unsigned char>(c), 0x80) << en;
  }
}

TEST(Reasons, of_a_condition_are_the_files_own_words) {
  const ConditionLabel label{"未满八十岁", "younger than eighty", ""};
  const StatedReason reason{Reason(label)};
  EXPECT_EQ(reason_text(reason, Language::zh), "未满八十岁");
  EXPECT_EQ(reason_text(reason, Language::en), "younger than eighty");
}

}  // namespace
}  // namespace disburse
