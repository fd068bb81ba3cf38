#pragma once
// The journal that a command goes on with.
#include <memory>
#include <string>

#include "engine/app/options/options.hpp"
#include "engine/support/journal.hpp"

namespace disburse {

/// Opens or begins the journal that --journal names; null where none is named. What of it is lost is said at once, so
/// that it is told also when the command does not come to its end. Errors: those of Journal.
std::unique_ptr<Journal> opened_journal(const Options& options, std::string identity);

}  // namespace disburse
