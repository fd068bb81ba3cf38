// Any bytes as a journal: told as it stands, opened, gone on with, and then sound.
#include <array>
#include <cstdint>

#include "engine/support/journal.hpp"
#include "fuzz/file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  const std::string path = input_file(data, size, ".journal");
  const auto state = journal_state(path);
  try {
    const std::array<std::int64_t, 3> numbers{1, -2, 3};
    {
      Journal journal(path, state && !state->identity.empty() ? state->identity : "fuzz");
      journal.add({7, 8}, numbers);
    }
    const auto after = journal_state(path);
    if (!after || after->lost != 0 || after->pieces == 0) __builtin_trap();
    if (state && after->pieces < state->pieces) __builtin_trap();  // what could be used is kept
  } catch (const JournalUnusable&) {
  }
  return 0;
}
