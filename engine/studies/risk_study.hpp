#pragma once
// Replicates of a session: members' deaths alone, and with assumptions drawn.
#include <memory>

#include "engine/app/session.hpp"
#include "engine/replicates/ensemble.hpp"
#include "engine/risk_result.hpp"

namespace disburse {

/// How many replicates are wanted, as the command line says.
struct ReplicatePlan {
  std::uint32_t replicates = 0;   ///< that count
  std::uint32_t made = 0;         ///< a multiple of replicates_a_draw, no less
  std::uint32_t assumptions = 0;  ///< sets of assumptions; 0: chance alone
  Money half_width;               ///< of the 95 % interval of the mean that `target` is to have; 0: as many as stated
  std::string target;             ///< programme id or functional code; empty: the whole
};

/// The plan that the options ask for.
/// Errors: InputRejected(Door::command_line): no or too many replicates, more sets of assumptions than replicates, a
/// half-width that is no amount, more memory than there is.
ReplicatePlan plan_of(const Options& options, const Measures& measures);

/// Errors: InputRejected(Door::data) where late reports or suspensions are assumed: they move expected sums only.
void check_replicable(const ParameterTree& law, const Scenario& scenario);

/// The session's ensemble under its own assumptions; the session must outlive it.
/// Errors: as check_replicable.
Ensemble ensemble_of(const Session& session, const Measures& measures, int threads);

/// Replicates the session as planned; with a half-width it goes on until that is met.
RiskResult risk_of_session(const std::shared_ptr<const LoadedData>& data, const Session& session,
                           const Options& options);

/// The spread of the differences of two sessions under common draws.
/// Errors: as plan_of and ensemble_of; --until-half-width and --assumptions belong to a run.
std::vector<DifferenceFigure> spreads_of_difference(const Session& base, const Session& variant,
                                                    const Options& options);

}  // namespace disburse
