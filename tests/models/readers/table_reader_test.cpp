// Life tables are read strictly, every fault with its line.
#include "models/readers/table_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;

std::vector<std::string> faults(std::string_view text) {
  InputErrors errors;
  read_life_table(text, "short", "short.csv", errors);
  std::vector<std::string> texts;
  for (const InputError& error : errors) texts.push_back(to_string(error));
  return texts;
}

TEST(TableReader, faults_have_their_line) {
  const struct {
    const char* text;
    std::vector<const char*> wanted;
  } cases[] = {
      {"", {"short.csv:1: source", "short.csv:2: header", "the table has no rows"}},
      {"source: x\nage,male,female\n60,1,1\n", {"short.csv:1: source: the first line names no source"}},
      {"# source: x\nage,female,male\n60,1,1\n", {"short.csv:2: header: the header is not age,male,female"}},
      {"# source: x\nage,male,female\n60,0.1,0.1\n62,1,1\n", {"short.csv:4: age: age 62 follows 60"}},
      {"# source: x\nage,male,female\n60,0.1,0.1\n60,1,1\n", {"short.csv:4: age: age 60 follows 60"}},
      {"# source: x\nage,male,female\n60,0.1\n61,1,1,1\n62,1,1\n",
       {"short.csv:3: row: the row has 2 columns", "short.csv:4: row: the row has 4 columns"}},
      {"# source: x\nage,male,female\n60,nan,inf\n61,1,1\n",
       {"short.csv:3: male: \"nan\" is no probability", "short.csv:3: female: \"inf\" is no probability"}},
      {"# source: x\nage,male,female\n60,-0.1,1.0001\n61,1,1\n",
       {"short.csv:3: male: \"-0.1\"", "short.csv:3: female: \"1.0001\""}},
      {"# source: x\nage,male,female\n60,0.1,0.1\n61,1,0.9\n", {"short.csv:4: female: the last q is 0.9, not 1"}},
      {"# source: x\nage,male,female\nsixty,0.1,0.1\n61,1,1\n", {"short.csv:3: age: \"sixty\" is no age"}},
      {"# source: x\nage,male,female\n60,0.1,0.1\n\n61,1,1\n", {"short.csv:4: row: the row has 1 columns"}},
      {"# source: \xFF\nage,male,female\n60,1,1\n", {"the text is no UTF-8"}},
  };
  for (const auto& each : cases) {
    std::vector<testing::Matcher<std::string>> wanted;
    for (const char* part : each.wanted) wanted.push_back(HasSubstr(part));
    EXPECT_THAT(faults(each.text), testing::ElementsAreArray(wanted)) << each.text;
  }
}

TEST(TableReader, windows_line_ends_are_no_fault) {
  EXPECT_THAT(faults("# source: x\r\nage,male,female\r\n60,1,1\r\n"), testing::IsEmpty());
}

TEST(TableReader, reads_source_ages_and_both_sexes) {
  InputErrors errors;
  const LifeTable table =
      read_life_table("# source: made up\nage,male,female\n60,0.1,0.05\n61,1,1\n", "short", "short.csv", errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(table.name, "short");
  EXPECT_EQ(table.source, "made up");
  EXPECT_EQ(table.first_age, 60);
  EXPECT_EQ(table.last_age(), 61);
  EXPECT_EQ(table.q[0][0], Rate(1, 10));
  EXPECT_EQ(table.q[1][0], Rate(1, 20));
}

}  // namespace
}  // namespace disburse
