#include "engine/studies/parts/part_study.hpp"

#include <utility>
#include <vector>

#include "engine/base/reject.hpp"
#include "engine/replicates/part_sums.hpp"
#include "engine/session/member_pieces.hpp"
#include "engine/studies/main_job.hpp"

namespace disburse {
namespace {

// A number of 128 bits is kept as two words: the low one first.
std::vector<std::int64_t> words_of(const std::vector<Int128>& numbers) {
  constexpr int half = 64;
  std::vector<std::int64_t> words;
  for (const Int128 number : numbers) {
    words.push_back(static_cast<std::int64_t>(number));
    words.push_back(static_cast<std::int64_t>(number >> half));
  }
  return words;
}

std::vector<Int128> numbers_of(const std::vector<std::int64_t>& words) {
  constexpr int half = 64;
  std::vector<Int128> numbers;
  for (std::size_t i = 0; i < words.size(); i += 2)
    numbers.push_back(Int128{words[i + 1]} << half | static_cast<std::uint64_t>(words[i]));
  return numbers;
}

ReplicateJob job_of(const MeasureMap& map, const Measures& measures, const Session& session, const ReplicatePlan& plan,
                    std::size_t parts) {
  return {map, measures, piece_count(session), parts, session.scenario.seed, plan.made};
}

/// The pieces of the members that a part wants: made once and kept where the members are in memory, made anew for each
/// walk where they stand in a file.
class WantedPieces {
 public:
  WantedPieces(const Session& session, const ReplicateJob& job, std::size_t part, int threads)
      : paths_(session, job.map.columns()),
        wanted_(wanted_pieces(job, part)),
        keep_(session.file == nullptr),
        threads_(threads) {}

  void each(const std::function<void(const MemberPaths&, std::size_t piece)>& visit) {
    if (keep_ && !made_) {
      hand_out([&](MemberPaths&& paths, std::size_t piece) { kept_.emplace_back(piece, std::move(paths)); });
      made_ = true;
    }
    for (const auto& [piece, paths] : kept_) visit(paths, piece);
    if (!keep_) hand_out([&](MemberPaths&& paths, std::size_t piece) { visit(paths, piece); });
  }

 private:
  void hand_out(const std::function<void(MemberPaths&&, std::size_t piece)>& take) const {
    paths_.hand_out(
        threads_, [&](std::size_t piece) { return wanted_[piece]; }, take);
  }

  SessionPaths paths_;
  std::vector<bool> wanted_;
  bool keep_, made_ = false;
  int threads_;
  std::vector<std::pair<std::size_t, MemberPaths>> kept_;
};

/// A part's share of the member-replicates, about.
std::uint64_t work_of(const ReplicatePlan& plan, const Session& session, const Share& share) {
  const std::size_t members = session.file ? session.opening : session.roster.size();
  return std::uint64_t{plan.made} * members * (plan.assumptions > 0 ? 2 : 1) / share.count;
}

void keep_replicates(const LoadedData& data, const Session& session, const PartRequest& request, PieceStore& into,
                     PieceStore* journal, Progress* progress) {
  const Measures measures(session.programmes, session.budget, session.scenario.horizon);
  const ReplicatePlan plan = plan_of(*request.replicates, measures);
  const MeasureMap map = replicable_map(session, measures);
  const ReplicateJob job = job_of(map, measures, session, plan, request.share.count);
  Watch watch;
  watch.journal = journal;
  if (progress != nullptr) {
    progress->begin(Work::replicates, work_of(plan, session, request.share));
    watch.done = [&](std::uint64_t done) { progress->add(done); };
  }
  WantedPieces pieces(session, job, request.share.index, request.threads);
  keep_part(
      job, request.share.index, [&](const auto& visit) { pieces.each(visit); }, request.threads, watch, into);
  if (plan.assumptions == 0) return;
  const Portion portion = request.share.of_whole();
  const std::size_t begin = portion.begin(plan.assumptions);
  std::vector<std::vector<std::int64_t>> sets(portion.end(plan.assumptions) - begin);
  each_set(data, session, measures, plan, portion, watch, request.threads,
           [&](std::uint32_t set, const std::vector<std::int64_t>& amounts) { sets[set - begin] = amounts; });
  for (std::size_t i = 0; i < sets.size(); ++i)
    into.add(key_of_set(plan, static_cast<std::uint32_t>(begin + i)), sets[i]);
}

Replicates joined_sets(const Measures& measures, const ReplicatePlan& plan, KeptParts parts) {
  Replicates all(measures.all().size(), plan.made);
  std::vector<std::int64_t> amounts(measures.all().size() * replicates_a_set(plan));
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const Portion portion = Share{part, parts.size()}.of_whole();
    for (std::size_t i = portion.begin(plan.assumptions); i < portion.end(plan.assumptions); ++i) {
      const auto set = static_cast<std::uint32_t>(i);
      if (!parts[part]->find(key_of_set(plan, set), amounts)) throw PartLacks(part);
      put_set(amounts, plan, set, all);
    }
  }
  return all;
}

}  // namespace

void work_on_part(const LoadedData& data, const Session& session, const PartRequest& request, PieceStore& into,
                  PieceStore* journal, Progress* progress) {
  if (request.replicates && request.replicates->half_width != Money{}) {
    reject_option("--until-half-width", "is not known to a part of a run"_m,
                  "how many replicates it takes shows in all of them together"_m,
                  "Write --replicates with their number"_m);
  }
  MainSums sums(session);
  sums.work(request.share, request.threads);
  into.add(key_of(PartKind::members), words_of(sums.numbers()));
  if (request.replicates) keep_replicates(data, session, request, into, journal, progress);
}

RunResult joined_run(const Session& session, KeptParts parts) {
  MainSums sums(session);
  std::vector<std::int64_t> words(2 * sums.numbers().size());
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (!parts[part]->find(key_of(PartKind::members), words)) throw PartLacks(part);
    sums.add(numbers_of(words));
  }
  return sums.close();
}

RiskResult joined_risk(const LoadedData& data, const Session& session, const ReplicateRequest& request,
                       KeptParts parts) {
  const Measures measures(session.programmes, session.budget, session.scenario.horizon);
  const ReplicatePlan plan = plan_of(request, measures);
  const MeasureMap map = replicable_map(session, measures);
  JoinedReplicates joined = joined_replicates(job_of(map, measures, session, plan, parts.size()), parts);
  MadeReplicates made{std::move(joined.replicates), std::move(joined.moments), std::nullopt};
  if (plan.assumptions > 0) made.both = joined_sets(measures, plan, parts);
  return risk_of_replicates(data, session, measures, plan, made);
}

}  // namespace disburse
