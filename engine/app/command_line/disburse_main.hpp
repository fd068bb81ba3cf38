#pragma once

namespace disburse {

/// The whole program: parses, runs one command, maps failures to exit codes. What it says goes to stdout and stderr.
int disburse_main(int argc, char** argv);

// Its two steps, for a program that runs several commands.

/// Signals, memory and standard descriptors; once, before any command.
void prepare_process();
/// Parses and runs one command; the exit code.
int run_line(int argc, char** argv);

}  // namespace disburse
