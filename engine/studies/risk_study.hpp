#pragma once
// Replicates of a session: members' deaths alone, and with assumptions drawn.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/money.hpp"
#include "engine/base/piece_store.hpp"
#include "engine/base/progress.hpp"
#include "engine/base/share.hpp"
#include "engine/projection/risk_result.hpp"
#include "engine/replicates/moments.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// What a stochastic study is asked.
struct ReplicateRequest {
  std::uint32_t replicates = 1000;
  std::uint32_t assumptions = 0;  ///< sets of uncertain assumptions drawn; 0: chance alone
  Money half_width;               ///< wanted of the 95 % interval of the mean of `target`; 0: as many as stated
  std::string target;             ///< programme id or functional code; empty: the whole
  int threads = 0;
};

/// How many replicates are made.
struct ReplicatePlan {
  std::uint32_t replicates = 0;   ///< that count
  std::uint32_t made = 0;         ///< a multiple of replicates_a_draw, no less
  std::uint32_t assumptions = 0;  ///< sets of assumptions; 0: chance alone
  Money half_width;               ///< of the 95 % interval of the mean that `target` is to have; 0: as many as stated
  std::string target;             ///< programme id or functional code; empty: the whole
};

/// Errors: InputRejected(Door::command_line): no or too many replicates, more sets of assumptions than replicates, more
/// memory than there is.
ReplicatePlan plan_of(const ReplicateRequest& request, const Measures& measures);

/// Late reports, suspensions and late claims move expected sums between months; replicates leave them at their base.
bool known_to_replicates(const std::string& path);

/// Errors: InputRejected(Door::data) where late reports or suspensions are assumed: they move expected sums only.
void check_replicable(const ParameterTree& law, const Scenario& scenario);

/// The session's ensemble under its own assumptions; the session must outlive it.
/// Errors: as check_replicable.
Ensemble ensemble_of(const Session& session, const Measures& measures, int threads);

/// Replicates the session as asked; with a half-width it goes on until that is met. Finished pieces are kept in
/// `journal`, and taken from it.
/// Errors: as plan_of and ensemble_of; a target that is neither programme nor line; a half-width out of reach; Stopped.
RiskResult risk_of_session(const LoadedData& data, const Session& session, const ReplicateRequest& request,
                           PieceStore* journal = nullptr, Progress* progress = nullptr);

// The pieces that risk_of_session is made of, for those who make replicates in parts.

/// Errors: as ensemble_of.
MeasureMap replicable_map(const Session& session, const Measures& measures);
/// Of each set of assumptions; under which key their amounts are kept.
std::uint32_t replicates_a_set(const ReplicatePlan& plan);
PieceKey key_of_set(const ReplicatePlan& plan, std::uint32_t set);
/// Takes the amounts of one set: measures x replicates of the set.
using TakeSet = std::function<void(std::uint32_t set, const std::vector<std::int64_t>& amounts)>;
/// Works out the sets that belong to `portion`; any thread calls `take`.
void each_set(const LoadedData& data, const Session& session, const Measures& measures, const ReplicatePlan& plan,
              Portion portion, const Watch& watch, int threads, const TakeSet& take);
/// Puts a set's amounts into their place among all replicates.
void put_set(std::span<const std::int64_t> amounts, const ReplicatePlan& plan, std::uint32_t set, Replicates& all);

/// All replicates of a run.
struct MadeReplicates {
  Replicates chance;
  std::vector<Moments> exact;
  std::optional<Replicates> both;  ///< where assumptions are drawn
};
RiskResult risk_of_replicates(const LoadedData& data, const Session& session, const Measures& measures,
                              const ReplicatePlan& plan, const MadeReplicates& made);

/// Two sessions under common draws.
struct PairedRisk {
  std::vector<DifferenceFigure> differences;  ///< variant - base
  std::vector<RiskFigure> variant;            ///< its programmes in the budget's year
};

/// Errors: as plan_of and ensemble_of; half-width and assumptions belong to a run.
PairedRisk paired_risk(const Session& base, const Session& variant, const ReplicateRequest& request);

}  // namespace disburse
