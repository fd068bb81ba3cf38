// Strict TOML: every fault has file, line, key and remedy, and all are found in one reading.
#include "engine/support/toml_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;

std::vector<std::string> texts_of(const InputErrors& errors) {
  std::vector<std::string> texts;
  for (const InputError& error : errors) texts.push_back(to_string(error));
  return texts;
}

TEST(TomlReader, reads_every_kind) {
  InputErrors errors;
  TomlDocument document(R"(text = "甲"
whole = 12
flag = true
month = "2024-07"
day = "2024-07-01"
native_day = 2024-07-02
wan = "37355.53"
list = ["a", "b"]
rows = [["a"], ["b", "c"]]
[inner]
x = 1
[[many]]
x = 1
[[many]]
x = 2
)",
                        "f.toml", errors);
  TomlTable root = document.root();
  EXPECT_EQ(root.text("text"), "甲");
  EXPECT_EQ(root.integer("whole"), 12);
  EXPECT_EQ(root.optional_flag("flag"), true);
  EXPECT_EQ(root.month("month"), Month(2024, 7));
  EXPECT_EQ(root.date("day"), (Date{2024, 7, 1}));
  EXPECT_EQ(root.date("native_day"), (Date{2024, 7, 2}));
  EXPECT_EQ(root.wan("wan"), Money::fen(37'355'530'000));
  EXPECT_EQ(root.texts("list"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(root.rows("rows").at(1).at(1), "c");
  TomlTable inner = root.table("inner");
  EXPECT_EQ(inner.integer("x"), 1);
  auto many = root.tables("many");
  ASSERT_EQ(many.size(), 2u);
  EXPECT_EQ(many[0].integer("x") + many[1].integer("x"), 3);
  EXPECT_EQ(many[1].place().line, 14);
  root.finish();
  for (auto& each : many) each.finish();
  EXPECT_THAT(texts_of(errors), testing::IsEmpty());
}

TEST(TomlReader, reports_all_faults_at_once_with_their_lines) {
  InputErrors errors;
  TomlDocument document(R"(title = ""
whole = "12"
month = "2024-13"
day = "2023-02-29"
wan = "1.0000001"
flag = 1
colour = "red"
native_day = 1066-10-14
)",
                        "f.toml", errors);
  TomlTable root = document.root();
  root.text("title");
  root.integer("whole");
  root.month("month");
  root.date("day");
  root.wan("wan");
  root.optional_flag("flag");
  root.date("native_day");
  root.text("missing");
  root.finish();
  EXPECT_THAT(texts_of(errors),
              testing::UnorderedElementsAre(HasSubstr("f.toml:1:9: title: the text is empty"),
                                            HasSubstr("f.toml:2:9: whole: the value has the "
                                                      "wrong type (wanted is a whole number)"),
                                            HasSubstr("f.toml:3:9: month: \"2024-13\" is no month"),
                                            HasSubstr("f.toml:4:7: day: \"2023-02-29\" is no day"),
                                            HasSubstr("f.toml:5:7: wan:"),
                                            HasSubstr("f.toml:6:8: flag: the value has the wrong type"),
                                            HasSubstr("f.toml:7:10: colour: the key is not known here"),
                                            HasSubstr("f.toml:8:14: native_day: 1066-10-14 is out of range"),
                                            HasSubstr("missing: the key is missing")));
}

TEST(TomlReader, a_misspelt_key_gets_the_nearest_name) {
  InputErrors errors;
  TomlDocument document("refrence = \"x\"\n", "f.toml", errors);
  TomlTable root = document.root();
  root.optional_text("reference");
  root.finish();
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(english(errors.all()[0].remedy), "Did you mean reference?");
}

TEST(TomlReader, a_word_outside_its_list_names_the_list) {
  InputErrors errors;
  TomlDocument document("kind = \"regulr\"\nschema = \"disburse/budget/1\"\n", "f.toml", errors);
  TomlTable root = document.root();
  EXPECT_EQ(root.word("kind", {"regular", "arrears"}), "");
  EXPECT_EQ(root.optional_word("absent", {"a"}), std::nullopt);
  root.schema("disburse/programme/1");
  EXPECT_THAT(texts_of(errors),
              testing::ElementsAre("f.toml:1:8: kind: \"regulr\" is not one of the allowed words (they are regular, "
                                   "arrears). Did you mean regular?",
                                   HasSubstr("f.toml:2:10: schema: \"disburse/budget/1\" is another kind of file")));
}

TEST(TomlReader, a_repeated_key_is_a_fault_with_its_line) {
  InputErrors errors;
  const TomlDocument document("a = 1\na = 2\n", "f.toml", errors);
  EXPECT_FALSE(document.parsed());
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors.all()[0].place.line, 2);
}

TEST(TomlReader, bad_bytes_and_absent_files_are_faults_of_the_input) {
  InputErrors errors;
  const TomlDocument bytes("a = 1\nb = \"\xFF\"\n", "f.toml", errors);
  const TomlDocument absent(std::filesystem::path("no/such/file.toml"), errors);
  ASSERT_EQ(errors.size(), 2u);
  EXPECT_EQ(errors.all()[0].place.line, 2);
  EXPECT_THAT(to_string(errors.all()[1]), HasSubstr("no/such/file.toml"));
}

TEST(TomlReader, a_missing_table_is_reported_once_and_reading_goes_on) {
  InputErrors errors;
  TomlDocument document("x = 1\n", "f.toml", errors);
  TomlTable root = document.root();
  TomlTable inner = root.table("inner");
  EXPECT_EQ(inner.optional_integer("y"), std::nullopt);
  inner.finish();
  EXPECT_EQ(root.integer("x"), 1);
  root.finish();
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors.all()[0].key, "inner");
}

}  // namespace
}  // namespace disburse
