#pragma once
// What is wrong with a command line, in words that both languages have.
#include <CLI/CLI.hpp>

#include "engine/base/message.hpp"

namespace disburse {

/// CLI11's finding, with the nearest name for the first word that was not known.
Message complaint_of(const CLI::App& app, const CLI::Error& error);

}  // namespace disburse
