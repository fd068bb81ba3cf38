// The main job, asked from code.
#include "engine/studies/main_job.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

TEST(MainJobStudy, sums_its_ledger_and_does_not_depend_on_threads) {
  const Session session = make_session(*base_data(), base_scenario());
  const RunResult one = run(session, 1);
  Money sum;
  for (const LedgerCell& cell : one.ledger) {
    if (!cell.key.line.empty() && cell.key.paid.year() == one.fiscal_year) sum += cell.amount;
  }
  EXPECT_EQ(one.total.projected, sum);
  const RunResult three = run(session, 3);
  ASSERT_EQ(three.ledger.size(), one.ledger.size());
  for (std::size_t i = 0; i < one.ledger.size(); ++i) EXPECT_EQ(three.ledger[i].amount, one.ledger[i].amount);
}

TEST(MainJobStudy, members_from_a_source_give_what_members_in_memory_give) {
  class Source : public MemberSource {
   public:
    explicit Source(Roster members) : members_(std::move(members)), head_(members_.head()) {}
    const Roster& head() const override { return head_; }
    std::size_t size() const override { return members_.size(); }
    Roster rows(std::size_t begin, std::size_t end) override { return members_.slice(begin, end); }

   private:
    Roster members_, head_;
  };
  const Roster members = thinned(base_session().roster, 50);
  LoadedData whole = *base_data();
  whole.roster = members;
  LoadedData pieces = *base_data();
  pieces.file = std::make_shared<Source>(members);
  const RunResult kept = run(make_session(whole, base_scenario()), 1);
  const RunResult read = run(make_session(pieces, base_scenario()), 1);
  EXPECT_GT(kept.total.projected, Money{});
  EXPECT_EQ(read.total.projected, kept.total.projected);
}

TEST(MainJobStudy, leaves_papers_out_and_all_else_as_it_is) {
  const RunResult whole = run(base_session(), 1), plain = run(base_session(), 1, Papers::left_out);
  EXPECT_FALSE(whole.documents.empty());
  EXPECT_TRUE(plain.documents.empty());
  ASSERT_EQ(plain.ledger.size(), whole.ledger.size());
  for (std::size_t i = 0; i < plain.ledger.size(); ++i) EXPECT_EQ(plain.ledger[i].exact, whole.ledger[i].exact) << i;
  EXPECT_EQ(plain.total.projected, whole.total.projected);
  EXPECT_EQ(plain.components.size(), whole.components.size());
}

}  // namespace
}  // namespace disburse
