// Words and names in the language asked for.
#include "outputs/text/language.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Language, chooses_words_and_names) {
  EXPECT_EQ(say(Language::zh, "合计", "sum"), "合计");
  EXPECT_EQ(say(Language::en, "合计", "sum"), "sum");
  EXPECT_EQ(name_in("补贴", "allowance", Language::zh), "补贴");
  EXPECT_EQ(name_in("补贴", "allowance", Language::en), "allowance");
}

TEST(Language, a_name_without_english_stays_as_the_data_have_it) {
  EXPECT_EQ(name_in("补贴", "", Language::en), "补贴");
  EXPECT_EQ(name_in("补贴", "", Language::zh), "补贴");
}

}  // namespace
}  // namespace disburse
