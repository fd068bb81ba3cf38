// A run in parts, asked from code: joined, it is the run in one piece.
#include "engine/studies/parts/part_study.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "outputs/run/run_json.hpp"
#include "outputs/run/run_table.hpp"
#include "support/base_data.hpp"
#include "support/memory_store.hpp"
#include "support/refusals.hpp"

namespace disburse {
namespace {

/// Every 50th member, handed out as a file would be or not; two years, so that papers are left out by making the
/// members go on anew.
struct Job {
  LoadedData data = *base_data();
  Scenario scenario = base_scenario();
  Session session;

  explicit Job(bool as_file = false) {
    scenario.horizon.count = 24;
    const Roster members = thinned(opening_members(*base_data(), base_session().law.parameters, scenario), 50);
    if (as_file)
      data.file = std::make_shared<Rows>(members);
    else
      data.roster = members;
    session = make_session(data, scenario);
  }

  class Rows : public MemberSource {
   public:
    explicit Rows(Roster roster) : roster_(std::move(roster)), head_(roster_.head()) {}
    const Roster& head() const override { return head_; }
    std::size_t size() const override { return roster_.size(); }
    Roster rows(std::size_t begin, std::size_t end) override { return roster_.slice(begin, end); }

   private:
    Roster roster_, head_;
  };
};

const Job& in_memory() {
  static const Job job;
  return job;
}

const Job& in_file() {
  static const Job job(true);
  return job;
}

std::string text_of(const RunResult& result) {
  return run_json(result, Language::zh, {}) + run_table(result, Language::zh, false, {});
}

ReplicateRequest replicates(std::uint32_t assumptions) {
  ReplicateRequest request;
  request.replicates = 96;
  request.assumptions = assumptions;
  request.threads = 1;
  return request;
}

std::string whole(const Job& job, const std::optional<ReplicateRequest>& request) {
  RunResult result = run(job.session, 1);
  if (request) result.risk = risk_of_session(job.data, job.session, *request);
  return text_of(result);
}

std::string in_parts(const Job& job, const std::optional<ReplicateRequest>& request, std::size_t count) {
  std::vector<MemoryStore> stores(count);
  std::vector<const PieceStore*> handles;
  for (std::size_t part = 0; part < count; ++part) {
    work_on_part(job.data, job.session, {{part, count}, request, 1 + static_cast<int>(part % 3)}, stores[part]);
    handles.push_back(&stores[part]);
  }
  RunResult result = joined_run(job.session, handles);
  if (request) result.risk = joined_risk(job.data, job.session, *request, handles);
  return text_of(result);
}

TEST(PartStudy, of_any_number_of_parts_joins_to_the_expected_value) {
  for (const Job* job : {&in_memory(), &in_file()}) {
    const std::string one = whole(*job, std::nullopt);
    for (std::size_t parts = 1; parts <= 7; ++parts) EXPECT_EQ(in_parts(*job, std::nullopt, parts), one) << parts;
  }
}

TEST(PartStudy, of_any_number_of_parts_joins_to_the_replicates) {
  const std::string one = whole(in_memory(), replicates(0));
  for (const std::size_t parts : {1U, 2U, 3U, 7U}) EXPECT_EQ(in_parts(in_memory(), replicates(0), parts), one) << parts;
  EXPECT_EQ(in_parts(in_file(), replicates(0), 3), one);
}

TEST(PartStudy, of_any_number_of_parts_joins_to_replicates_with_assumptions_drawn) {
  const std::string one = whole(in_memory(), replicates(3));
  for (const std::size_t parts : {1U, 2U, 5U}) EXPECT_EQ(in_parts(in_memory(), replicates(3), parts), one) << parts;
}

RC_GTEST_PROP(PartStudyProperty, any_number_of_parts_gives_the_same_bytes, ()) {
  static const std::string one = whole(in_file(), std::nullopt);
  static std::map<std::size_t, bool> same;  // each number is tried once
  const auto parts = *rc::gen::inRange<std::size_t>(8, 30);
  if (!same.contains(parts)) same[parts] = in_parts(in_file(), std::nullopt, parts) == one;
  RC_ASSERT(same[parts]);
}

TEST(PartStudy, keeps_irregular_sums_too) {
  Job job;
  job.scenario.overrides.push_back({"irregular.late_death_share", "3%", "test", "test", {}});
  job.scenario.overrides.push_back({"irregular.late_claim_share", "5%", "test", "test", {}});
  job.session = make_session(job.data, job.scenario);
  const std::string one = whole(job, std::nullopt);
  EXPECT_NE(one, whole(in_memory(), std::nullopt));
  EXPECT_EQ(in_parts(job, std::nullopt, 3), one);
}

TEST(PartStudy, names_the_part_that_lacks_its_sums) {
  MemoryStore first, second;
  work_on_part(in_memory().data, in_memory().session, {{0, 2}, std::nullopt, 1}, first);
  const std::vector<const PieceStore*> parts{&first, &second};
  try {
    joined_run(in_memory().session, parts);
    FAIL();
  } catch (const PartLacks& lacks) {
    EXPECT_EQ(lacks.part(), 1U);
  }
}

TEST(PartStudy, names_the_part_that_lacks_a_set_of_assumptions) {
  std::vector<MemoryStore> stores(2);
  std::vector<const PieceStore*> parts;
  for (std::size_t part = 0; part < 2; ++part) {
    work_on_part(in_memory().data, in_memory().session, {{part, 2}, replicates(3), 1}, stores[part]);
    parts.push_back(&stores[part]);
  }
  // Of three sets the second part has the second and the third, 32 replicates each.
  const PieceKey last{std::uint64_t{32} << 32 | 3, 64};
  ASSERT_TRUE(stores[1].pieces().contains(last));
  stores[1].erase(last);
  EXPECT_THROW(joined_risk(in_memory().data, in_memory().session, replicates(3), parts), PartLacks);
}

TEST(PartStudy, refuses_a_half_width_that_only_all_parts_can_meet) {
  ReplicateRequest request = replicates(0);
  request.half_width = Money::fen(100);
  MemoryStore store;
  try {
    work_on_part(in_memory().data, in_memory().session, {{0, 2}, request, 1}, store);
    FAIL();
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::command_line);
    EXPECT_EQ(rejected.errors().all().front().place.file, "--until-half-width");
  }
  EXPECT_TRUE(store.pieces().empty());
}

}  // namespace
}  // namespace disburse
