#pragma once
// Makes the programmes of a run from their definitions: a compiled formula or a built-in shape each.
#include <memory>
#include <vector>

#include "engine/derivatives/smooth_programme.hpp"
#include "engine/law/programme.hpp"

namespace disburse {

/// One programme a definition, in order of `definitions`.
/// Errors: InputRejected(Door::data) for a definition without formula, with the nearest name.
ProgrammeSet make_programmes(const std::vector<ProgrammeDefinition>& definitions, const ParameterTree& law,
                             const Budget& budget, Horizon horizon);
ProgrammeSetOf<Smooth> make_programmes(const std::vector<ProgrammeDefinition>& definitions, const SmoothLaw& law,
                                       const Budget& budget, Horizon horizon);

}  // namespace disburse
