// The codes that a workbook offers to an agency that starts from nothing.
#include "scenarios/published/classification.hpp"

#include <gtest/gtest.h>

#include <set>

#include "engine/base/error.hpp"
#include "scenarios/published/published_words.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

TEST(Classification, every_code_stands_once_behind_what_it_is_part_of) {
  const Classification read = read_classification(source_dir() / "scenarios/published/classification.toml");
  for (const auto& codes : {read.lines, read.economic}) {
    std::set<std::string> seen;
    EXPECT_GT(codes.size(), 10U);
    for (const ClassificationCode& one : codes) {
      EXPECT_TRUE(is_code(one.code)) << one.code;
      EXPECT_FALSE(one.name.empty()) << one.code;
      EXPECT_TRUE(seen.insert(one.code).second) << one.code;
      if (one.code.size() > 3) {
        EXPECT_TRUE(seen.contains(one.code.substr(0, 3))) << one.code;
      }
      if (one.code.size() == 7) {
        EXPECT_TRUE(seen.contains(one.code.substr(0, 5))) << one.code;
      }
    }
  }
}

TEST(Classification, an_unknown_key_is_refused) {
  const ScratchFolder folder;
  folder.write("a.toml",
               "schema = \"disburse/classification/1\"\nlines = [ { code = \"208\", nam = \"x\" } ]\neconomic = []\n");
  EXPECT_THROW(read_classification(folder.path() / "a.toml"), InputRejected);
}

}  // namespace
}  // namespace disburse
