// Any bytes as a roster file.
#include <cstdint>

#include "engine/roster_file.hpp"
#include "fuzz/file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  try {
    read_roster(input_file(data, size, ".h5"));
  } catch (const InputRejected&) {
  }
  return 0;
}
