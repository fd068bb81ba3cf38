#pragma once
// One condition of a programme's file: a test out of a closed list, and what is said to those who fail it.
#include <string>
#include <vector>

#include "engine/law/member_shape.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

/// Reads one entry; the parameter that it names goes to `named`.
Condition read_condition(TomlTable& table, std::vector<NamedParameter>& named);

/// The path under `key`, remembered in `named` with the use that is made of it; empty when absent.
std::string read_path(TomlTable& table, const std::string& key, ParameterUse use, std::vector<NamedParameter>& named);

/// Which of `keys` the table has; reports none and several, as `what` they are. Empty unless exactly one is there.
std::string one_of(TomlTable& table, const std::vector<std::string>& keys, const Message& what);

}  // namespace disburse
