// Messages: form, punctuation, nearest names; and what the expectation does.
#include "engine/base/error.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Place, shows_what_is_known) {
  EXPECT_EQ(to_string(Place{"a.toml", 7, 3}), "a.toml:7:3");
  EXPECT_EQ(to_string(Place{"a.toml", 7, 0}), "a.toml:7");
  EXPECT_EQ(to_string(Place{"a.toml", 0, 3}), "a.toml");
}

TEST(InputError, reads_as_problem_why_and_remedy) {
  const InputError error{{"a.toml", 7, 1},
                         "value",
                         "the value has no reference"_m,
                         "every amount must cite its source"_m,
                         "Add reference = \"...\""_m};
  EXPECT_EQ(to_string(error),
            "a.toml:7:1: value: the value has no reference (every amount must cite its source). "
            "Add reference = \"...\".");
}

TEST(InputError, a_question_keeps_its_mark_alone) {
  EXPECT_EQ(to_string(InputError{{}, "knd", "unknown"_m, "", "Did you mean kind?"_m}),
            "knd: unknown. Did you mean kind?");
}

TEST(InputErrors, are_thrown_all_at_once) {
  InputErrors errors;
  EXPECT_NO_THROW(throw_if_any(Door::data, InputErrors{}));
  errors.add({"a", 1, 0}, "x", "first"_m, "", "");
  errors.add({"b", 2, 0}, "y", "second"_m, "", "");
  try {
    throw_if_any(Door::roster, std::move(errors));
    FAIL() << "nothing was thrown";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::roster);
    EXPECT_EQ(rejected.errors().size(), 2u);
    EXPECT_STREQ(rejected.what(), "a:1: x: first.\nb:2: y: second.\n");
  }
}

TEST(NearestName, finds_slips_and_nothing_else) {
  const std::vector<std::string> known{"value", "reference", "status", "id"};
  EXPECT_EQ(nearest_name("vaule", known), "value");
  EXPECT_EQ(nearest_name("refrence", known), "reference");
  EXPECT_EQ(nearest_name("xy", known), "");
  EXPECT_EQ(nearest_name("colour", known), "");
  EXPECT_EQ(nearest_name("", known), "");
  EXPECT_EQ(nearest_name("value", {}), "");
}

TEST(NearestName, finds_a_path_that_lacks_a_word) {
  EXPECT_EQ(
      nearest_name("unity_award.ordinary_payment", {"heating_allowance.standard", "unity_award.ordinary_per_payment"}),
      "unity_award.ordinary_per_payment");
}

TEST(Expect, names_the_condition) {
  try {
    EXPECT(1 + 1 == 3);
    FAIL() << "nothing was thrown";
  } catch (const ProgramFault& fault) {
    const std::string words = fault.what();
    EXPECT_NE(words.find("1 + 1 == 3"), std::string::npos);
    EXPECT_NE(words.find("tests/engine/base/error_test.cpp:"), std::string::npos) << words;
    EXPECT_EQ(words.find(" at /"), std::string::npos) << "the folder of the build: " << words;
  }
}

}  // namespace
}  // namespace disburse
