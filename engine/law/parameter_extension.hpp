#pragma once
// Parameters beyond their last dated value: one assumed value a year by each parameter's own rule.
#include "engine/law/parameters.hpp"

namespace disburse {

/// Adds the values of every parameter with an extension up to `last`, each with status assumed, the arithmetic as
/// its reference, and the day since which its predecessor is known. Dated values stand, and years without one between
/// the law's last value and a later change are filled; a change with an end is passed over and what follows it is as if
/// it had not been. A parameter changed without dates has no extension any more. In each month grow, add and every_year
/// come before sum, and a rate of growth is the one in force in the month before.
void extend_parameters(ParameterTree& tree, Month last);

/// What the extensions name and want: unknown paths, units that do not fit the rule.
void check_extensions(const ParameterTree& tree, InputErrors& errors);

}  // namespace disburse
