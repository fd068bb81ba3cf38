#pragma once
// Two rosters compared, as a table and as JSON (disburse/reconcile/1).
#include <string>

#include "engine/comparison/roster_reconcile.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string reconciliation_table(const Reconciliation& reconciliation, Language language);
std::string reconciliation_json(const Reconciliation& reconciliation);

}  // namespace disburse
