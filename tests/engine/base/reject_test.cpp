// The one thing that is wrong with what was asked, told in full.
#include "engine/base/reject.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

TEST(RejectOption, says_where_what_why_and_what_to_do_at_the_door_of_the_command_line) {
  try {
    reject_option("--years", "{} years are too many"_m(99), "nothing is known so far ahead"_m, "Write 3"_m);
    FAIL() << "it never returns";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::command_line);
    ASSERT_EQ(rejected.errors().size(), 1U);
    const InputError& error = *rejected.errors().begin();
    EXPECT_EQ(error.place.file, "--years");
    EXPECT_EQ(say(Language::en, error.problem), "99 years are too many");
    EXPECT_EQ(say(Language::en, error.why), "nothing is known so far ahead");
    EXPECT_EQ(say(Language::en, error.remedy), "Write 3");
  }
}

}  // namespace
}  // namespace disburse
