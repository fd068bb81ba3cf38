#pragma once
// The one thing that is wrong with a command line.
#include <string>

namespace disburse {

/// Ends the command with exit code 2: what is wrong with the option `where`, why that matters, what to write instead.
/// Errors: InputRejected(Door::command_line), always.
[[noreturn]] void reject_option(const std::string& where, std::string problem, std::string why, std::string remedy);

}  // namespace disburse
