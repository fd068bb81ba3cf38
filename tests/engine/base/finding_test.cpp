// The words of severities, which scripts rely on.
#include "engine/base/finding.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Severity, has_the_words_of_the_documents) {
  EXPECT_STREQ(to_string(Severity::error), "error");
  EXPECT_STREQ(to_string(Severity::warning), "warning");
  EXPECT_STREQ(to_string(Severity::note), "note");
}

}  // namespace
}  // namespace disburse
