#pragma once
// The one thing that is wrong with what was asked.
#include <string>

#include "engine/base/message.hpp"

namespace disburse {

/// Refuses a request: what is wrong with the part `where` (named as on the command line, so that every face tells the
/// same), why that matters, what to write instead.
/// Errors: InputRejected(Door::command_line), always.
[[noreturn]] void reject_option(const std::string& where, Message problem, Message why, Message remedy);

}  // namespace disburse
