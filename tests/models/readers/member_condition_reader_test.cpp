// One condition of a programme's file: what each key asks, and what is refused.
#include "models/readers/member_condition_reader.hpp"

#include <gtest/gtest.h>

#include "support/toml_text.hpp"

namespace disburse {
namespace {

constexpr const char* reasons = "\nreason = \"不够\"\nreason_en = \"not enough\"\n";

struct Read {
  Condition condition;
  std::vector<NamedParameter> named;
  std::vector<std::string> faults;
};

Read read(const std::string& text, const std::string& rest = reasons) {
  Read made;
  made.faults = toml_faults(text + rest,
                            [&](TomlTable& root, InputErrors&) { made.condition = read_condition(root, made.named); });
  return made;
}

using Faults = std::vector<std::string>;

TEST(ConditionReader, lists_of_words_are_bits_in_the_order_of_the_codes) {
  const Read schemes = read("scheme = [\"resident\", \"civil_service\"]");
  EXPECT_EQ(schemes.faults, Faults{});
  EXPECT_EQ(schemes.condition.test, disburse::Test::scheme);
  EXPECT_EQ(schemes.condition.allowed,
            1U << static_cast<int>(Scheme::resident) | 1U << static_cast<int>(Scheme::civil_service));
  EXPECT_EQ(read("sex = [\"female\"]").condition.allowed, 1U << static_cast<int>(Sex::female));
  EXPECT_EQ(read("category = [\"lixiu\"]").condition.allowed, 1U << static_cast<int>(Category::lixiu));
  EXPECT_EQ(schemes.condition.label.zh, "不够");
  EXPECT_EQ(schemes.condition.label.en, "not enough");
}

TEST(ConditionReader, flags_let_pass_who_has_it_or_who_has_it_not) {
  EXPECT_EQ(read("hardship = true").condition.allowed, 2U);
  EXPECT_EQ(read("hardship = false").condition.allowed, 1U);
  EXPECT_EQ(read("booked_annuity = true").condition.test, disburse::Test::booked);
}

TEST(ConditionReader, thresholds_are_parameters_of_the_right_use) {
  const std::vector<std::tuple<const char*, disburse::Test, ParameterUse>> keys{
      {"age_from", disburse::Test::age_from, ParameterUse::years},
      {"age_below", disburse::Test::age_below, ParameterUse::years},
      {"retired_from", disburse::Test::retired_from, ParameterUse::month},
      {"retired_until", disburse::Test::retired_until, ParameterUse::month},
      {"retired_months_before", disburse::Test::retired_since, ParameterUse::number},
      {"service_years_from", disburse::Test::years_from, ParameterUse::years},
      {"service_years_below", disburse::Test::years_below, ParameterUse::years}};
  for (const auto& [key, test, use] : keys) {
    const Read made = read(std::string(key) + " = \"a.path\"");
    EXPECT_EQ(made.faults, Faults{}) << key;
    EXPECT_EQ(made.condition.test, test) << key;
    EXPECT_EQ(made.condition.label.parameter, "a.path") << key;
    ASSERT_EQ(made.named.size(), 1U) << key;
    EXPECT_EQ(made.named[0].use, use) << key;
    EXPECT_EQ(made.named[0].key, key);
  }
}

TEST(ConditionReader, one_test_and_both_reasons_are_wanted) {
  EXPECT_EQ(read("").faults, Faults{""}) << "no test";
  EXPECT_EQ(read("hardship = true\nage_from = \"a.path\"").faults.size(), 1U) << "two tests";
  EXPECT_EQ(read("hardship = true", "").faults, (Faults{"reason", "reason_en"}));
}

TEST(ConditionReader, unknown_words_and_empty_lists_are_refused) {
  EXPECT_EQ(read("scheme = [\"farmers\"]").faults, Faults{"scheme"});
  EXPECT_EQ(read("scheme = []").faults, Faults{"scheme"});
  EXPECT_EQ(read("age_from = \"\"").faults, Faults{"age_from"}) << "a number of the law is a parameter";
  EXPECT_EQ(read("hardship = true\ncolour = \"red\"").faults, Faults{"colour"});
}

}  // namespace
}  // namespace disburse
