// Replicates, asked from code: finished pieces are kept by whoever keeps them.
#include <gtest/gtest.h>

#include <set>

#include "engine/studies/risk_study.hpp"
#include "support/base_data.hpp"
#include "support/memory_store.hpp"

namespace disburse {
namespace {

TEST(RiskStudy, takes_kept_pieces_and_gives_the_same) {
  const Session session = make_session(*base_data(), base_scenario());
  const ReplicateRequest request{64, 4, {}, {}, 2};
  MemoryStore store;
  const RiskResult first = risk_of_session(*base_data(), session, request, &store);
  EXPECT_EQ(store.taken(), 0);
  const RiskResult again = risk_of_session(*base_data(), session, request, &store);
  EXPECT_GT(store.taken(), 0);
  ASSERT_EQ(again.figures.size(), first.figures.size());
  for (std::size_t i = 0; i < first.figures.size(); ++i) {
    EXPECT_EQ(again.figures[i].chance, first.figures[i].chance);
    EXPECT_EQ(again.figures[i].both, first.figures[i].both);
  }
}

/// Their ranges are in the band; replicates know no late reports, so they neither draw them nor say so.
TEST(RiskStudy, leaves_what_moves_expected_sums_at_its_base) {
  ASSERT_TRUE(base_data()->law.parameters.find("irregular.suspended_share")->uncertainty);
  const Session session = make_session(*base_data(), base_scenario());
  const RiskResult result = risk_of_session(*base_data(), session, {64, 2, {}, {}, 1});
  EXPECT_FALSE(result.drawn.empty());
  std::set<std::string> paths;
  for (const DrawnAssumption& one : result.drawn) {
    EXPECT_FALSE(one.path.starts_with("irregular.")) << one.path;
    EXPECT_TRUE(paths.insert(one.path).second) << one.path << " twice";
  }
  EXPECT_FALSE(paths.contains("roster.civil_service_pension_mean")) << "moved by a cause, which is named";
}

TEST(RiskStudy, refuses_what_cannot_be_replicated) {
  const Session session = make_session(*base_data(), base_scenario());
  const auto refused = [&](const ReplicateRequest& request) {
    EXPECT_THROW(risk_of_session(*base_data(), session, request), InputRejected);
  };
  refused({1, 0, {}, {}, 1});
  refused({64, 65, {}, {}, 1});
  refused({64, 0, Money::yuan(1), "no such programme", 1});
}

}  // namespace
}  // namespace disburse
