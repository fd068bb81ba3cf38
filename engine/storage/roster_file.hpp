#pragma once
// The roster as an HDF5 file, file type disburse/roster, read; outputs/formats/roster.md describes it.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "engine/members/member_source.hpp"

namespace disburse {

/// How many members a file holds. Errors: as read_roster, but for the members.
std::size_t members_in(const std::filesystem::path& path);

/// A roster that is read piece by piece. Its keys must ascend, so that no member can stand twice.
class RosterFile : public MemberSource {
 public:
  /// Opens the file and checks its kind and columns. Errors: InputRejected(Door::roster).
  explicit RosterFile(const std::filesystem::path& path);
  ~RosterFile() override;

  const Roster& head() const override;
  std::size_t size() const override;
  /// Members [begin, end), each checked. When all rows have been read once in their order, their digest is compared
  /// with the file's. Errors: InputRejected(Door::roster).
  Roster rows(std::size_t begin, std::size_t end) override;

 private:
  class Reading;
  std::unique_ptr<Reading> reading_;
};

/// Reads a roster and checks every member. Errors: InputRejected(Door::roster) with all that was found.
Roster read_roster(const std::filesystem::path& path);

}  // namespace disburse
