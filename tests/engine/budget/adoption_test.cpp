// A document is a draft by its version alone.
#include "engine/budget/adoption.hpp"

#include <gtest/gtest.h>

#include "engine/budget/official.hpp"

namespace disburse {
namespace {

TEST(Adoption, a_draft_is_one_until_it_is_adopted) {
  BudgetDocument document;
  EXPECT_FALSE(is_draft(document)) << "a published one says nothing of it";
  document.version = official::draft_version;
  EXPECT_TRUE(is_draft(document));
  document.version = official::adopted_version;
  EXPECT_FALSE(is_draft(document));
}

}  // namespace
}  // namespace disburse
