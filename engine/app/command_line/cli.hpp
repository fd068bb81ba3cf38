#pragma once
// The command line: commands, options, environment.
#include <functional>
#include <string>

#include "engine/app/options/options.hpp"
#include "engine/base/message.hpp"
#include "engine/support/publication.hpp"

namespace disburse {

using Command = int (*)(const Options&, std::string& out, std::string& talk, Publication& files);

/// What the command line asks for: a command with its options, or a text to print and an exit code.
struct Request {
  Command command = nullptr;
  Options options;
  bool share = false;  ///< others may read what is written
  std::string sign;    ///< private key that manifests are signed with; empty: none
  std::string text;    ///< help or version
  Message complaint;   ///< why the line is wrong
};

/// Precedence: flag, then DISBURSE_* of the environment, then the scenario file.
Request parse_command_line(int argc, char** argv);

}  // namespace disburse
