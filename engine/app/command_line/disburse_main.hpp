#pragma once

namespace disburse {

/// The whole program: parses, runs one command, maps failures to exit codes. What it says goes to stdout and stderr.
int disburse_main(int argc, char** argv);

}  // namespace disburse
