// Any bytes as a scenario file.
#include <cstdint>

#include "fuzz/file.hpp"
#include "scenarios/library/scenario_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  InputErrors errors;
  try {
    read_scenario_file(input_file(data, size, ".toml"), errors);
  } catch (const InputRejected&) {
  }
  return 0;
}
