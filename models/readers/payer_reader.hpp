#pragma once
// The file of payers, checked word by word.
#include "engine/base/error.hpp"
#include "engine/law/payer.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

/// Reads a `disburse/payers/1` file. What is wrong goes to `errors`: two of one id or name, none or several that spend
/// the agency's own budget. `without_agency`: no agency is there yet, and where none spends it one stands in.
PayerList read_payers(TomlTable& root, InputErrors& errors, bool without_agency = false);

/// The payer that the key `payer` names: an id, or "own" for who spends the agency's own budget, whatever its id, so
/// that national files fit agencies of any level. Nobody after an error.
Payer read_payer(TomlTable& table, const PayerList& payers);

}  // namespace disburse
