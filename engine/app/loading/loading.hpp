#pragma once
// Reads what a study is handed: scenario, law, recipe, budget, members, calendars.
#include <filesystem>
#include <string>

#include "engine/app/loading/data_paths.hpp"
#include "engine/app/options/options.hpp"
#include "engine/comparison/pay_calendar.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// A roster of more members is read piece by piece.
inline constexpr std::size_t most_in_memory = std::size_t{1} << 20;
/// Errors: as members_in; a file that cannot be opened needs none, its reader tells.
bool needs_pieces(const std::filesystem::path& roster);

/// The scenario that the options name, with what they say on top; `onto`: as in read_scenario.
/// Errors: InputRejected by the door at which each came in.
Scenario scenario_of(const InputOptions& options, const DataPaths& paths, const std::string& onto = "");

/// What a command can do with members: hold them all, or take them piece by piece where they are too many.
enum class Members : std::uint8_t { in_memory, in_pieces };
/// Law, recipe, budget and roster of `scenario`.
LoadedData load_data(const InputOptions& options, const Scenario& scenario, Members members = Members::in_memory);

/// Reads scenario, law, budget and roster and joins them.
/// Errors: InputRejected by the door at which each came in.
Session open_session(const InputOptions& options);

/// A scenario and the law that it changes, as published.
struct PublishedLaw {
  Scenario scenario;
  Law law;
};
PublishedLaw open_law(const InputOptions& options);

/// The law of nation, region and agency. Errors: as read_law.
Law law_of(const DataPaths& paths);
/// The scenario's recipe; its parameters go into `into`. Errors: as read_recipe.
Recipe read_recipe_of(const Scenario& scenario, const DataPaths& paths, ParameterTree& into);

/// The pay days of the agency.
PayCalendar pay_calendar_of(const InputOptions& options, const Law& law);

/// The scenario that is taken where none is named; empty where no agency can be told.
std::string default_scenario(const std::string& agency);

}  // namespace disburse
