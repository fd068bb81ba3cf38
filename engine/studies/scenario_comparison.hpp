#pragma once
// What a comparison is made from beyond two runs: the bridge of causes, shares of each change, who changed.
#include "engine/comparison/run_comparison.hpp"
#include "engine/comparison/scenario_table.hpp"
#include "engine/evaluation/evaluator.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {

/// The changes that make `variant` out of `base`: what it overrides beyond it, later ones winning.
/// A base that overrides more than the variant cannot be undone by changes: empty optional.
std::optional<std::vector<Override>> changes_between(const Scenario& base, const Scenario& variant);

/// Causes by programme on the city's lines, from a walk in the order members, mortality, rates, adjustment, timing,
/// irregular: exact, since each step is a projection of its own.
std::vector<std::pair<std::string, Bridge>> bridges(Evaluator& evaluator, const std::vector<Override>& changes,
                                                    int year);

/// Shares of the total's difference: "shapley" or "waterfall" (in the order of the changes).
/// Errors: InputRejected(Door::command_line) for more than most_players changes to share among.
std::vector<ChangeShare> shares_of(Evaluator& evaluator, const std::vector<Override>& changes,
                                   const std::string& method, int year);

/// Members paid differently by each programme that was touched; at most `keys` of their keys each.
std::vector<WhoChanged> who_changed(const Session& base, const Session& variant, const VariantComparison& comparison,
                                    std::size_t keys);

struct ComparisonRequest {
  std::string attribute;                       ///< shares of each change: "shapley", "waterfall"; empty: none
  std::optional<ReplicateRequest> replicates;  ///< the spread of the differences
  std::optional<std::size_t> who;              ///< count who changed, with so many keys a programme
  bool publish = false;                        ///< small cells of those who changed are hidden
  int threads = 0;
};

/// A scenario and its what-ifs: what moved, why, and what did not.
/// Errors: InputRejected(Door::command_line): another horizon, budget or recipe than the base; an attribution where the
/// variant is not the base with changes; as shares_of, plan_of, ensemble_of, make_session.
ComparisonResult compare_scenarios(const std::shared_ptr<const LoadedData>& data, const Scenario& base,
                                   const std::vector<Scenario>& variants, const ComparisonRequest& request);

/// The base and its what-ifs in one table: each is projected once, nothing is explained.
/// Errors: InputRejected(Door::command_line): another horizon, budget or recipe than the base.
ScenarioTable tabulate_scenarios(const std::shared_ptr<const LoadedData>& data, const Scenario& base,
                                 const std::vector<Scenario>& variants, int threads);

}  // namespace disburse
