#pragma once
// models/bounds.toml: the bounds of each unit, for parameters that have none of their own, and what is plausible.
#include "engine/base/error.hpp"
#include "engine/law/value_bounds.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

/// Every unit that has an order is there once; a path of [plausible] is one of `law`. Problems go to `errors`.
Bounds read_bounds(TomlTable& root, const ParameterTree& law, InputErrors& errors);

}  // namespace disburse
