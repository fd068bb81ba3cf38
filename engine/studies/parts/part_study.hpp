#pragma once
// A run in parts (分块测算): each part works on its share of the members and replicates, and their sums join to the
// run.
#include <optional>
#include <span>

#include "engine/base/piece_store.hpp"
#include "engine/base/progress.hpp"
#include "engine/base/share.hpp"
#include "engine/projection/result.hpp"
#include "engine/session/session.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {

/// What one part is asked.
struct PartRequest {
  Share share;
  std::optional<ReplicateRequest> replicates;  ///< of a stochastic run; without a half-width
  int threads = 0;
};

/// Works on one part and keeps its sums in `into`, one after another in the same order in every run. Finished tiles are
/// taken from `journal`, new ones added.
/// Errors: as run and risk_of_session; InputRejected(Door::command_line): a half-width, which needs all parts; those of
/// `into`.
void work_on_part(const LoadedData& data, const Session& session, const PartRequest& request, PieceStore& into,
                  PieceStore* journal = nullptr, Progress* progress = nullptr);

/// The sums of all parts of the same run, by part.
using KeptParts = std::span<const PieceStore* const>;

/// What `run` gives. Errors: PartLacks.
RunResult joined_run(const Session& session, KeptParts parts);
/// What `risk_of_session` gives. Errors: PartLacks; as plan_of.
RiskResult joined_risk(const LoadedData& data, const Session& session, const ReplicateRequest& request,
                       KeptParts parts);

}  // namespace disburse
