#pragma once
// The parts of a programme file that say whom a programme pays, how much, when, and who bears it.
#include "engine/base/error.hpp"
#include "engine/law/parameters.hpp"
#include "engine/law/programme_definition.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

/// Reads [who] and the [[condition]] entries that hold for every payment of the programme.
void read_member_shape(TomlTable& root, ProgrammeDefinition& programme);

/// Reads what a [[component]] of this shape has beside its name, payer and kind: amount, when, conditions of its own
/// and the parts of other payers, which become components too. Adds them to `programme`, with the parameters that they
/// name.
void read_grant(TomlTable& table, Component component, const PayerList& payers, ProgrammeDefinition& programme);

/// Reports parameters that the shape names and `tree` lacks, and those whose unit does not fit their use.
void check_member_parameters(const ProgrammeDefinition& programme, const ParameterTree& tree, InputErrors& errors);

}  // namespace disburse
