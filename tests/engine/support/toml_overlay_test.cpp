// A file laid over another: what it says counts, what it does not say stays, and each keeps its place.
#include "engine/support/toml_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::ElementsAre;

const std::vector<NamedList> lists{
    {"values", "from", NamedList::sorted}, {"part", "id", NamedList::last}, {"head", "id", NamedList::first}};

class Overlay : public testing::Test {
 protected:
  TomlTable laid(const char* lower, const char* upper) {
    document_.emplace(std::string_view(lower), "lower.toml", errors_);
    document_->lay(TomlDocument(std::string_view(upper), "upper.toml", errors_), lists);
    return document_->root();
  }
  static std::vector<std::string> ids(TomlTable& root, const char* list, const char* key = "id") {
    std::vector<std::string> found;
    for (TomlTable& table : root.tables(list)) found.push_back(table.text(key));
    return found;
  }
  InputErrors errors_;
  std::optional<TomlDocument> document_;
};

TEST_F(Overlay, tables_are_joined_key_by_key_and_each_value_keeps_its_file) {
  TomlTable root = laid("[a]\nx = \"1\"\ny = \"2\"\n", "\n\n[a]\ny = \"3\"\n[b]\nz = \"4\"\n");
  TomlTable a = root.table("a");
  EXPECT_EQ(a.text("x"), "1");
  EXPECT_EQ(a.text("y"), "3");
  EXPECT_EQ(root.table("b").text("z"), "4");
  EXPECT_EQ(to_string(a.place("x")), "lower.toml:2:5");
  EXPECT_EQ(to_string(a.place("y")), "upper.toml:4:5");
}

TEST_F(Overlay, dated_values_are_replaced_whole_by_their_month_and_stay_in_order) {
  TomlTable root =
      laid("values = [ { from = \"2020-01\", v = \"a\", note = \"old\" }, { from = \"2022-01\", v = \"b\" } ]",
           "values = [ { from = \"2023-01\", v = \"e\" }, { from = \"2020-01\", v = \"c\" }, { from = \"2021-01\", v = "
           "\"d\" } ]");
  EXPECT_THAT(ids(root, "values", "from"), ElementsAre("2020-01", "2021-01", "2022-01", "2023-01"));
  EXPECT_THAT(ids(root, "values", "v"), ElementsAre("c", "d", "b", "e"));
  EXPECT_FALSE(root.tables("values")[0].has("note"));
}

TEST_F(Overlay, named_tables_are_joined_and_newcomers_stand_where_the_list_says) {
  const char* const lower = "[[part]]\nid = \"a\"\nname = \"A\"\nkeep = \"k\"\n[[head]]\nid = \"x\"\n";
  TomlTable root = laid(
      lower, "[[part]]\nid = \"b\"\n[[part]]\nid = \"a\"\nname = \"AA\"\n[[head]]\nid = \"y\"\n[[head]]\nid = \"z\"\n");
  EXPECT_THAT(ids(root, "part"), ElementsAre("a", "b"));
  EXPECT_THAT(ids(root, "head"), ElementsAre("y", "z", "x"));
  TomlTable a = root.tables("part")[0];
  EXPECT_EQ(a.text("name"), "AA");
  EXPECT_EQ(a.text("keep"), "k");
}

TEST_F(Overlay, any_other_list_is_replaced) {
  TomlTable root = laid("words = [\"a\", \"b\"]\n[[other]]\nid = \"a\"\n", "words = [\"c\"]\n[[other]]\nid = \"b\"\n");
  EXPECT_THAT(root.texts("words"), ElementsAre("c"));
  EXPECT_THAT(ids(root, "other"), ElementsAre("b"));
}

TEST_F(Overlay, a_file_that_is_no_toml_spoils_the_whole) {
  laid("a = \"1\"\n", "a = \n");
  EXPECT_FALSE(document_->parsed());
  EXPECT_EQ(errors_.size(), 1u);
}

}  // namespace
}  // namespace disburse
