#pragma once
// Reading [parameter.NAME] tables, as files of law and roster recipes both have them.
#include <string>

#include "engine/base/error.hpp"
#include "engine/law/parameters.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

/// Reads every table below `parameters` (the root's `parameter` table) into `tree`, under the path `prefix`.NAME,
/// with `origin` as who set it. What is wrong goes to `errors`, each with file, line and key; a parameter with a
/// fault is left out, or kept without the faulty value, so that later checks still find its path.
void read_parameters(TomlTable& parameters, const std::string& prefix, const std::string& origin, ParameterTree& tree,
                     InputErrors& errors);

}  // namespace disburse
