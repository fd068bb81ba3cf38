#pragma once
// What `serve` alone is asked. It stands beside Options, which has as many fields as a struct may have.
#include <string>

namespace disburse {

struct ServeOptions {
  int port = 0;         ///< 0: the usual one
  std::string socket;   ///< a unix socket instead of a port
  std::string schemes;  ///< the folder of what planners save
  std::string runs;     ///< the folder of issued runs
  std::string key;      ///< file with the key of the pseudonyms of rosters that are imported
  bool no_open = false;
};

/// Those of this program's command line.
inline ServeOptions& serve_options() {
  static ServeOptions options;
  return options;
}

}  // namespace disburse
