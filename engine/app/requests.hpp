#pragma once
// Turns the text of options into what studies are asked.
#include <optional>
#include <string>

#include "engine/app/loading/set_options.hpp"
#include "engine/app/options/options.hpp"
#include "engine/studies/goal_seek.hpp"
#include "engine/studies/parameter_sweep.hpp"
#include "engine/studies/risk_study.hpp"
#include "engine/studies/sensitivity/sensitivity_request.hpp"

namespace disburse {

// Errors of all: InputRejected(Door::command_line) for a text that says no such thing.

ReplicateRequest replicate_request(const Options& options);
/// `terms` have what is named by path or by name.
GoalRequest goal_request(const Options& options, const ChangeTerms& terms);
SensitivityRequest sensitivity_request(const Options& options);
/// The scenario's own sweeps, then those of the options.
SweepRequest sweep_request(const Options& options, const Scenario& scenario, const ChangeTerms& terms);

/// Money with its unit, as "5000万元"; `option` and what it is for stand in the complaint.
Money amount_of(const std::string& option, const std::string& text, const Message& why, const Message& remedy);
/// A month of the horizon; empty where no text is given.
std::optional<Month> month_of(const std::string& text, Horizon horizon);

}  // namespace disburse
