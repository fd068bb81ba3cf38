// A journal gives back what was added, is cut to what is good, and refuses what is not its own.
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

TEST_F(JournalFile, drops_a_record_that_was_cut_off_wherever_that_was_and_says_so) {
  fill();
  const std::string whole = folder.read("j");
  const std::size_t record = 32 + 3 * 8;
  for (std::size_t cut = 1; cut < record; ++cut) {
    folder.write("j", whole.substr(0, whole.size() - cut));
    Journal journal(file, "run 7");
    EXPECT_EQ(journal.pieces(), 1u) << cut;
    EXPECT_THAT(english(journal.loss()), HasSubstr("from byte " + std::to_string(whole.size() - record) + " on " +
                                                   std::to_string(record - cut) + " bytes"));
    journal.add({0, 64}, Numbers{4, 5, 6});
  }
  EXPECT_EQ(folder.read("j"), whole) << "what was cut off is written again, the same";
}

/// Whatever is left of a journal, it opens, gives back nothing wrong, and can be gone on with to the same bytes.
class JournalLeft : public JournalFile {
 protected:
  void SetUp() override {
    Journal journal(file, identity);
    for (std::int64_t piece = 0; piece < pieces; ++piece) journal.add(key(piece), numbers(piece));
  }
  static PieceKey key(std::int64_t piece) { return {0, static_cast<std::uint64_t>(piece)}; }
  static Numbers numbers(std::int64_t piece) {
    Numbers all(100);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = piece * 1'000'003 + static_cast<std::int64_t>(i * i);
    return all;
  }
  /// Opens what is left, checks every piece that it gives, adds what it lacks; returns how many were kept.
  std::size_t go_on(const std::string& left, const std::string& what) {
    folder.write("j", left);
    std::size_t kept = 0;
    {
      Journal journal(file, identity);
      const bool between_records =
          whole.starts_with(left) && (left.size() <= head || (left.size() - head) % record == 0);
      EXPECT_EQ(between_records, journal.loss().empty()) << what << ": nobody can tell that more once stood there";
      for (std::int64_t piece = 0; piece < pieces; ++piece) {
        Numbers found(100);
        if (journal.find(key(piece), found)) {
          EXPECT_EQ(found, numbers(piece)) << what;
          EXPECT_EQ(static_cast<std::int64_t>(kept), piece) << what << ": the good prefix";
          ++kept;
        } else {
          journal.add(key(piece), numbers(piece));
        }
      }
    }
    EXPECT_TRUE(folder.read("j") == whole) << what;
    return kept;
  }

  const std::string identity = "program 1\nscenario base\nseed 7";
  const std::size_t head = 19 + identity.size() + 2 + 9, record = 32 + 100 * 8;
  static constexpr std::int64_t pieces = 40;
  std::string whole;
};

TEST_F(JournalLeft, of_any_length) {
  whole = folder.read("j");
  ASSERT_EQ(whole.size(), head + pieces * record);
  for (std::size_t length = 0; length <= whole.size(); length += length < head + 2 * record ? 7 : 211)
    EXPECT_EQ(go_on(whole.substr(0, length), "length " + std::to_string(length)),
              length < head ? 0 : (length - head) / record);
}

TEST_F(JournalLeft, with_pages_that_never_reached_the_disk) {
  whole = folder.read("j");
  constexpr std::size_t page = 4096;
  for (std::size_t at = 0; at < whole.size(); at += page) {
    std::string left = whole;
    left.replace(at, std::min(page, left.size() - at), std::min(page, left.size() - at), '\0');
    const std::size_t kept = go_on(left, "page at " + std::to_string(at));
    EXPECT_EQ(kept, at < head ? 0 : (at - head) / record);
  }
  EXPECT_EQ(go_on(std::string(whole.size(), '\0'), "all zeros"), 0u);
  EXPECT_EQ(go_on(whole + std::string(page, '\0'), "zeros behind the end"), 40u);
}

TEST_F(JournalLeft, with_pages_in_another_order) {
  whole = folder.read("j");
  constexpr std::size_t page = 4096;
  for (std::size_t one = 0; one + page <= whole.size(); one += page) {
    for (std::size_t other = one + page; other + page <= whole.size(); other += 2 * page) {
      std::string left = whole;
      for (std::size_t i = 0; i < page; ++i) std::swap(left[one + i], left[other + i]);
      go_on(left, std::to_string(one) + " and " + std::to_string(other));
    }
  }
}

TEST_F(JournalLeft, with_one_bit_flipped) {
  whole = folder.read("j");
  for (std::size_t at = 0; at < whole.size(); at += at < head + 40 ? 1 : 97) {
    std::string left = whole;
    left[at] = static_cast<char>(left[at] ^ (1 << at % 8));
    const std::size_t kept = go_on(left, "bit in byte " + std::to_string(at));
    EXPECT_EQ(kept, at < head ? 40 : (at - head) / record) << "records tell whose they are where the head does not";
  }
}

TEST_F(JournalFile, tells_its_state_without_changing_it) {
  fill();
  const std::string whole = folder.read("j");
  folder.write("j", whole.substr(0, whole.size() - 1));
  const auto state = journal_state(file);
  ASSERT_TRUE(state);
  EXPECT_EQ(state->identity, "run 7");
  EXPECT_EQ(state->pieces, 1u);
  EXPECT_EQ(state->lost, 32u + 3 * 8 - 1);
  EXPECT_EQ(folder.read("j").size(), whole.size() - 1);
  folder.write("k", "a letter");
  EXPECT_FALSE(journal_state(folder.path() / "k"));
}

TEST_F(JournalFile, refuses_what_is_not_its_own) {
  fill();
  EXPECT_THAT(refusal("run 8"), HasSubstr("belongs to another run:\nrun 7\nThis run is:\nrun 8"));
  folder.write("j", "disburse-journal 1\nrun 7\n\n");
  EXPECT_THAT(refusal("run 7"), HasSubstr("is no journal of this version"));
  for (const std::string other : {"a letter to the editor, and a long one too", "a", "no journal"}) {
    folder.write("j", other);
    EXPECT_THAT(refusal("run 7"), HasSubstr("is no journal"));
    EXPECT_EQ(folder.read("j"), other) << "it is left as it was";
  }
}

TEST_F(JournalFile, is_for_one_process_at_a_time) {
  const Journal open(file, "run 7");
  EXPECT_THAT(refusal("run 7"), HasSubstr("in use by another run"));
}

}  // namespace
}  // namespace disburse
