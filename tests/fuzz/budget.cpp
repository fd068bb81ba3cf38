// Any bytes as a budget document, and what its check says of those that can be read.
#include <cstdint>

#include "engine/base/error.hpp"
#include "engine/budget/check.hpp"
#include "scenarios/budgets/budget_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  try {
    check(parse_budget({reinterpret_cast<const char*>(data), size}, "budget.toml"));
  } catch (const InputRejected&) {
  }
  return 0;
}
