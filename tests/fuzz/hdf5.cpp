// A good roster file with some bytes changed (first byte even), or any bytes as one (odd). A random file never passes
// the signature; what breaks readers is one field of a good file.
#include <cstdint>

#include "engine/base/error.hpp"
#include "engine/storage/roster_file.hpp"
#include "engine/storage/roster_writer.hpp"
#include "fuzz/file.hpp"

namespace {

std::string good_file() {
  disburse::Roster roster;
  roster.as_of = disburse::Month(2023, 12);
  roster.source = "fuzz";
  constexpr int members = 3;
  for (int i = 0; i < members; ++i) {
    disburse::Member member;
    member.scheme = static_cast<disburse::Scheme>(i);
    member.birth = disburse::Month(1950, 1) + i;
    member.retired = disburse::Month(2012, 6);
    member.pension = disburse::Money::fen(312'345 + i);
    roster.add(disburse::MemberKey::from("Z" + std::to_string(i)), member);
  }
  roster.digest = disburse::digest_of(roster);
  return disburse::roster_image(roster, {"fuzz", 1, "0", "0"});
}

/// Each three bytes: where (from the start, modulo the size), and what stands there.
std::string edited(std::string file, const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t edit = 3;
  for (std::size_t i = 0; i + edit <= size; i += edit) {
    const std::size_t place = (std::size_t{data[i]} << 8U | data[i + 1]) % file.size();
    file[place] = static_cast<char>(data[i + 2]);
  }
  return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  static const std::string good = good_file();
  if (size == 0) return 0;
  const std::string file = data[0] % 2 == 0 ? edited(good, data + 1, size - 1)
                                            : std::string(reinterpret_cast<const char*>(data + 1), size - 1);
  try {
    read_roster(input_file(reinterpret_cast<const std::uint8_t*>(file.data()), file.size(), ".h5"));
  } catch (const InputRejected&) {
  }
  return 0;
}
