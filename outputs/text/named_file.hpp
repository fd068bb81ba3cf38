#pragma once
// A file in memory: its name inside the run folder and its bytes.
#include <string>

namespace disburse {

struct NamedFile {
  std::string name;
  std::string bytes;
};

}  // namespace disburse
