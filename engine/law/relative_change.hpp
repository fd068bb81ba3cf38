#pragma once
// Changes that say how much more or less (相对变动): "+10%", "-5%", "x1.1", "+=60yuan", "-=60yuan".
#include <optional>
#include <string_view>
#include <vector>

#include "engine/law/parameters.hpp"

namespace disburse {

/// "+10%" and "-5%" as 1.1 and 0.95, "x1.1" as 1.1; empty for any other text.
std::optional<Rate> relative_factor(std::string_view text);

/// `change` as changes with values of their own, in order of their months: each value in force in its months times the
/// factor, or with the amount more or less ("+=60元"), amounts rounded to a fen, whole numbers half up. Of `law` with
/// its extensions until `last` are taken: every value within a window; what is dated where the change does not end,
/// from which an extension goes on. A change that is not relative comes back as it is, except that a month without its
/// year takes that of the change's own months, and that a month of a parameter with one month in every year ("2024-09")
/// holds in its own year where no months are said. Problems go to `errors`, with the readings among which to choose: a
/// signed percentage of what is itself a share or rate; a factor of months or choices; a month whose year is not known.
std::vector<Override> with_own_values(const ParameterTree& law, const Override& change, Month last,
                                      InputErrors& errors);

/// Puts `change`, relative or not, in force.
void put_in_force(ParameterTree& law, const Override& change, Month last, InputErrors& errors);

}  // namespace disburse
