#pragma once
// The roster as an HDF5 file, file type disburse/roster, written; outputs/formats/roster.md describes it.
#include <cstdint>
#include <string>

#include "engine/members/roster.hpp"
#include "engine/support/hdf5.hpp"

namespace disburse {

/// How a roster came to be.
struct RosterOrigin {
  std::string scenario;
  std::uint64_t seed = 0;
  std::string version, commit;  ///< of the program
};

/// Writes members piece by piece.
class RosterWriter {
 public:
  /// `head` names date and source, `members` how many will come. The writer stays with the caller, who closes it.
  RosterWriter(Hdf5Writer& writer, const RosterOrigin& origin, const Roster& head, std::size_t members);
  void add(const Roster& members);
  /// After the last member, as many as were announced.
  void finish();

 private:
  Hdf5Writer& writer_;
  RosterHead head_;
  RosterDigest digest_;
  std::size_t members_, written_ = 0;
};

/// The bytes of the file; equal rosters give equal bytes.
std::string roster_image(const Roster& roster, const RosterOrigin& origin);

}  // namespace disburse
