#pragma once
// Doubts about settings (合理范围): what lies within a parameter's bounds and is hardly meant so.
#include <optional>
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/law/parameters.hpp"
#include "engine/law/value_bounds.hpp"

namespace disburse {

/// Where a value of `parameter` is plausible: what `bounds` says of it, or else from its least to its greatest value on
/// record (its range and its values in time, those that its extension makes included), each end moved by the spread of
/// its unit and kept within the bounds. Of a set of months: how many. Empty for a choice.
struct PlausibleBand {
  double low = 0.0, high = 0.0;  ///< in the unit of numeric(); a month as its index
  Value shown_low, shown_high;   ///< as the message says them
  bool said = false;             ///< by the bounds' own entry
};
std::optional<PlausibleBand> plausible_band(const Bounds& bounds, const Parameter& parameter);

/// Every parameter that a scenario changed to a value outside its band, once each, in order of path. `published`: the
/// law without the scenario, carried on as far; `under`: with it. Severity warning, code "implausible_value".
std::vector<Finding> doubts_about(const Bounds& bounds, const ParameterTree& published, const ParameterTree& under);

/// Changes that do nothing in years of the horizon because another setting stands in their way (Bounds::needs), once
/// each, with the setting that lets them act. `under`: the law with the scenario. Severity warning, code
/// "implausible_setting".
std::vector<Finding> doubts_about_needs(const Bounds& bounds, const ParameterTree& under,
                                        const std::vector<Override>& changes, const Horizon& horizon);

}  // namespace disburse
