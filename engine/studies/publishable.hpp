#pragma once
// Data made fit for a publication: components that pay small groups of members pay nothing in it.
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/comparison/small_groups.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// Whom the session's programmes pay, and the stocks of members beside them. Errors: those of each_piece.
PaidGroups paid_groups(const Session& session, int threads);

/// Marks the components that no publication of these scenarios may show (withheld_groups, withheld_beside the law as
/// it stands): whatever is worked out of `data` afterwards depends on none of their payments, so no sum, difference or
/// other scenario gives them away. The digest of the law becomes another one where something is marked.
/// Errors: those of make_session and each_piece.
void withhold_small_groups(LoadedData& data, const std::vector<Scenario>& scenarios, int threads);

/// What is left out, for the reader of the publication: a note for each component.
std::vector<Finding> withheld_notes(const std::vector<ProgrammeDefinition>& programmes);

}  // namespace disburse
