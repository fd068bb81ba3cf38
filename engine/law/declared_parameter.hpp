#pragma once
// Parameters that a rule cannot do without, whatever layers of law are read.
#include <string_view>

#include "engine/law/parameters.hpp"

namespace disburse {

/// The parameter. Errors: InputRejected(Door::data) where no layer declares it: a region or an agency that states it
/// mends this.
const Parameter& declared(const ParameterTree& law, std::string_view path);

}  // namespace disburse
