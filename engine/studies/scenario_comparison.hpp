#pragma once
// What a comparison is made from beyond two runs: the bridge of causes, shares of each change, who changed.
#include "engine/app/evaluator.hpp"
#include "engine/run_comparison.hpp"

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

}  // namespace disburse
