// A journal gives back what was added, drops what was cut off, and refuses what is not its own.
#include "engine/support/journal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <optional>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using Numbers = std::vector<std::int64_t>;

class JournalFile : public ::testing::Test {
 protected:
  ScratchFolder folder;
  std::filesystem::path file = folder.path() / "j";

  void fill() {
    Journal journal(file, "run 7");
    journal.add({0, 0}, Numbers{1, 2, 3});
    journal.add({0, 64}, Numbers{4, 5, 6});
  }
  std::string refusal(const std::string& identity) {
    try {
      Journal journal(file, identity);
    } catch (const JournalUnusable& unusable) {
      return unusable.what();
    }
    return "";
  }
};

TEST_F(JournalFile, gives_back_what_was_added) {
  fill();
  const Journal journal(file, "run 7");
  Numbers numbers(3);
  EXPECT_TRUE(journal.find({0, 64}, numbers));
  EXPECT_EQ(numbers, (Numbers{4, 5, 6}));
  EXPECT_FALSE(journal.find({1, 64}, numbers)) << "another kind";
  Numbers two(2);
  EXPECT_FALSE(journal.find({0, 0}, two)) << "a piece of another size is another piece";
}

TEST_F(JournalFile, drops_a_record_that_was_cut_off_wherever_that_was) {
  fill();
  const std::string whole = folder.read("j");
  const std::size_t record = 32 + 3 * 8;
  for (std::size_t cut = 1; cut < record; ++cut) {
    folder.write("j", whole.substr(0, whole.size() - cut));
    Journal journal(file, "run 7");
    EXPECT_EQ(journal.pieces(), 1u) << cut;
    journal.add({0, 64}, Numbers{4, 5, 6});
  }
  EXPECT_EQ(folder.read("j"), whole) << "what was cut off is written again, the same";
}

TEST_F(JournalFile, a_changed_bit_is_found_anywhere) {
  fill();
  const std::string whole = folder.read("j");
  for (std::size_t at = 0; at + 36 < whole.size(); at += 3) {  // but for the spare word, and counts that reach beyond
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    folder.write("j", damaged);
    try {
      Journal journal(file, "run 7");
      Numbers numbers(3);
      const bool wrong = journal.find({0, 0}, numbers) && numbers != Numbers{1, 2, 3};
      EXPECT_FALSE(wrong) << at;
    } catch (const JournalUnusable&) {
    }
  }
}

TEST_F(JournalFile, refuses_what_is_not_its_own) {
  fill();
  EXPECT_THAT(refusal("run 8"), HasSubstr("belongs to another run:\nrun 7\nThis run is:\nrun 8"));
  folder.write("j", "disburse-journal 2\nrun 7\n\n");
  EXPECT_THAT(refusal("run 7"), HasSubstr("is no journal of this version"));
  folder.write("j", "a letter to the editor, and a long one too");
  EXPECT_THAT(refusal("run 7"), HasSubstr("is no journal"));
}

TEST_F(JournalFile, is_for_one_process_at_a_time) {
  const Journal open(file, "run 7");
  EXPECT_THAT(refusal("run 7"), HasSubstr("in use by another run"));
}

}  // namespace
}  // namespace disburse
