#pragma once
// What a study works on: the law under a scenario, the budget, the members, the programmes.
#include <memory>
#include <optional>
#include <string>

#include "engine/budget/budget.hpp"
#include "engine/derivatives/smooth_programme.hpp"
#include "engine/law/law.hpp"
#include "engine/law/scenario.hpp"
#include "engine/law/unknowns.hpp"
#include "engine/members/member_source.hpp"
#include "engine/members/mortality.hpp"
#include "engine/members/roster.hpp"
#include "engine/projection/projection.hpp"
#include "engine/projection/result.hpp"
#include "engine/session/law_terms.hpp"
#include "engine/session/member_stock.hpp"
#include "engine/session/synthesized_parts.hpp"
#include "scenarios/rosters/roster_recipe.hpp"

namespace disburse {

/// Members that are worked on together: few enough for any machine, many enough that cohorts are large.
inline constexpr std::size_t members_a_piece = std::size_t{1} << 18;

struct Session {
  Scenario scenario;
  Law law;  ///< parameters under the scenario
  BudgetDocument document;
  std::string budget_digest;
  Budget budget;
  Roster roster;                       ///< the members; where they stand in `file`, its head alone
  std::size_t opening = 0;             ///< members at the roster's date
  std::shared_ptr<MemberSource> file;  ///< read piece by piece; null where the members are in memory
  /// The members as handed in, so that another law can make them go on anew; null where nobody goes on beyond the
  /// roster's year, or where they are too many to stand in memory twice.
  std::shared_ptr<const Roster> handed_in;
  std::unique_ptr<Mortality> mortality;
  ProgrammeSet programmes;  ///< by falling budget
};

/// What was handed in, before any scenario is applied to it.
struct LoadedData {
  Law law;  ///< as published, with the recipe's parameters; programmes by falling budget
  Recipe recipe;
  BudgetDocument document;
  std::string budget_digest;
  Budget budget;
  std::optional<Roster> roster;                ///< given; absent: synthesized from the recipe
  std::shared_ptr<MemberSource> file;          ///< instead of `roster`: too many for memory
  std::shared_ptr<const Mortality> mortality;  ///< as published, over the scenario's horizon
  Unknowns unknowns;                           ///< what the budget's document leaves open
  std::shared_ptr<MemberStock> stock;  ///< of `roster`: what it was made from; null where nobody can make it anew
  std::shared_ptr<SynthesizedParts> synthesized = std::make_shared<SynthesizedParts>();
};

/// When the members stand as they are handed in, or made.
RosterHead members_head(const LoadedData& data);
Month members_as_of(const LoadedData& data);

enum class Digest : std::uint8_t { wanted, left_out };  ///< of synthesized members, for the manifest
/// The law under the scenario, the members as they go on under it, the programmes.
/// Errors: InputRejected: a switch of no programme, a horizon that the members or the assumptions do not carry, a
/// change that the law refuses.
Session make_session(const LoadedData& data, const Scenario& scenario, Digest digest = Digest::wanted);

// The pieces that make_session is made of, for those who keep some of them.

Roster opening_members(const LoadedData& data, const ParameterTree& law, const Scenario& scenario);
/// Those of one scheme: what rests on a scheme alone needs no others.
Roster opening_members(const LoadedData& data, const ParameterTree& law, const Scenario& scenario, Scheme scheme);
/// Those of one scheme, in their order, with the roster's head.
Roster members_in(const Roster& roster, Scheme scheme);
/// The same, ready to be projected; copies no member where none goes on beyond the roster's year. With `only`, the
/// members are of that scheme.
Population population_of(const Roster& opening, const ParameterTree& law, const Scenario& scenario,
                         std::optional<Scheme> only = std::nullopt);
/// As they go on, with those who join later or without.
Roster members_of(Roster opening, const ParameterTree& law, const Scenario& scenario, bool newcomers = true,
                  std::optional<Scheme> only = std::nullopt);
/// The first month of the horizon that a programme is projected in: what rests on the roster's amounts of money begins
/// in the month after `as_of`, the rest with the horizon.
Month projected_from(const ProgrammeDefinition& definition, Month as_of, Horizon horizon);
/// A programme whose payments rest on the roster's amounts of money begins in the month after `as_of`, the others with
/// the horizon.
std::unique_ptr<Programme> programme_of(const ProgrammeDefinition& definition, const ParameterTree& law,
                                        const Budget& budget, const Scenario& scenario, Month as_of);
std::unique_ptr<SmoothProgramme> programme_of(const ProgrammeDefinition& definition, const SmoothLaw& law,
                                              const Budget& budget, const Scenario& scenario, Month as_of);

/// What decided the result: versions, seed, digests.
Manifest manifest_of(const Session& session);
/// The same where no members and no budget are part of it.
Manifest manifest_of(const Scenario& scenario, const Law& law);
/// What the pieces of a journal belong to. How many replicates are wanted is not of it: a longer run takes the pieces
/// of a shorter one.
std::string journal_identity(const Manifest& manifest, const std::string& scenario);

}  // namespace disburse
