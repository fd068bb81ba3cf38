#pragma once
// One programme file: what it declares, checked word by word.
#include <string>

#include "engine/base/error.hpp"
#include "engine/law/parameters.hpp"
#include "engine/law/programme_definition.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

/// Reads a `disburse/programme/1` file whose stem is `stem`; its own [parameter.NAME] tables go into `tree` under
/// the path `stem`.NAME; its components name `payers`. What is wrong goes to `errors`.
ProgrammeDefinition read_programme(TomlTable& root, const std::string& stem, const PayerList& payers,
                                   ParameterTree& tree, InputErrors& errors);

/// Reports every parameter that the programme names and `tree` lacks, with the nearest path.
void check_parameter_paths(const ProgrammeDefinition& programme, const ParameterTree& tree, InputErrors& errors);

/// True for a file stem or id: small letters, digits and underscores, a letter first.
bool is_plain_name(std::string_view text);

}  // namespace disburse
