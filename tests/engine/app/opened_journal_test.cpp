// The journal that a command goes on with: none where none is named, the same one again, and never another's.
#include "engine/app/opened_journal.hpp"

#include <gtest/gtest.h>

#include "support/program.hpp"

namespace disburse {
namespace {

TEST(OpenedJournal, is_none_where_none_is_named) { EXPECT_EQ(opened_journal(Options{}, "base"), nullptr); }

TEST(OpenedJournal, is_begun_and_opened_again_by_its_identity) {
  const ScratchFolder folder;
  Options options;
  options.replicates.journal = (folder.path() / "run.journal").string();
  const PieceKey key{};
  {
    const auto begun = opened_journal(options, "scenario base");
    ASSERT_NE(begun, nullptr);
    const std::vector<std::int64_t> numbers{1, 2, 3};
    begun->add(key, numbers);
  }
  {
    const auto again = opened_journal(options, "scenario base");
    std::vector<std::int64_t> found(3);
    EXPECT_TRUE(again->find(key, found));
    EXPECT_EQ(found, (std::vector<std::int64_t>{1, 2, 3}));
  }
  EXPECT_THROW(opened_journal(options, "scenario other"), JournalUnusable);
}

}  // namespace
}  // namespace disburse
