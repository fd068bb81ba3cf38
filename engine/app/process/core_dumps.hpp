#pragma once
// Keeps what is in memory out of files that a crash would leave behind.

namespace disburse {

/// From here on the process leaves no core dump, and no other process of the user may look into it. For a process that
/// holds what names persons.
void forbid_core_dumps();

}  // namespace disburse
