// Reading the roster file: one data set a column, checked as a whole and then member by member.
#include "engine/storage/roster_file.hpp"

#include <cstring>
#include <limits>

#include "engine/storage/roster_columns.hpp"
#include "engine/storage/roster_columns_reading.hpp"
#include "engine/storage/roster_file_check.hpp"
#include "engine/support/files.hpp"
#include "engine/support/hdf5.hpp"

namespace disburse {

using namespace roster_detail;

namespace {

const Message write_again = "Write the roster again with `disburse synthesize`"_m;

/// Makes members of what stands in the file; what is wrong goes to the findings, and only members without any are
/// handed out.
class RosterChecking {
 public:
  explicit RosterChecking(RosterFindings& findings) : findings_(findings) {}

  /// Those from row `begin` on. Whoever takes all in their order has the digest checked with the last.
  Roster members(RawRoster&& raw, std::size_t begin, bool with_digest) {
    roster_ = std::move(raw.members);
    convert_months();
    check_members(roster_, findings_, begin);
    if (with_digest) check_digest(begin + roster_.size() == raw.length);
    findings_.stop_if_any();
    return std::move(roster_);
  }

 private:
  void convert_months();
  void check_digest(bool is_last);

  RosterFindings& findings_;
  Roster roster_;
  RosterDigest digest_;
  bool months_exist_ = true;
};

void RosterChecking::convert_months() {
  months_exist_ = true;
  each_column_of(member_columns<Exact>, [&]<class One>(const One& column) {
    if constexpr (holds_months<One>) {
      const std::vector<std::int32_t> stored = std::move(roster_.*One::values);
      const bool exist =
          months_from_file(roster_, stored, column.name, column.required, roster_.*One::values, findings_);
      months_exist_ = months_exist_ && exist;
    }
  });
}

void RosterChecking::check_digest(bool is_last) {
  if (!months_exist_) return;  // the digest is of months, and one is none
  digest_.add(roster_);
  if (!is_last) return;
  const std::string found = digest_.hex(roster_);
  if (found != roster_.digest) {
    findings_.add("digest", "the columns have the digest {}, the file names {}"_m(found, roster_.digest),
                  "the file was changed after it was written"_m, write_again);
  }
}

std::string bytes_of(const std::filesystem::path& path, RosterFindings& findings) {
  try {
    return read_file(path, Hdf5Reader::default_limit);
  } catch (const std::runtime_error& error) {  // a missing file, a folder, a file too large
    findings.add("", "the roster cannot be read: {}"_m(message_of(error)), "", "Name a roster file"_m);
  }
  findings.stop_if_any();
  return {};
}

}  // namespace

Roster read_roster(const std::filesystem::path& path) {
  RosterFindings findings(path.string());
  const std::string bytes = bytes_of(path, findings);
  constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
  return RosterChecking(findings).members(read_raw_roster(path, bytes, 0, all), 0, true);
}

/// A file that is opened for each piece.
class RosterFile::Reading {
 public:
  explicit Reading(std::filesystem::path path)
      : path_(std::move(path)), findings_(path_.string()), opened_(read_raw_roster(path_, "", 0, 0)) {}

  Roster rows(std::size_t begin, std::size_t end) {
    const bool first_time = begin == read_;
    Roster members = checking_.members(read_raw_roster(path_, "", begin, end), begin, first_time);
    if (first_time) {
      check_order(members);
      read_ = end;
    }
    return members;
  }

  const Roster& head() const { return opened_.members; }
  std::size_t length() const { return opened_.length; }

 private:
  /// Keys that ascend from piece to piece stand once.
  void check_order(const Roster& members) {
    const auto ascend = [](const MemberKey& a, const MemberKey& b) {
      return std::memcmp(a.text.data(), b.text.data(), sizeof a.text) < 0;
    };
    MemberKey before = last_;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (!ascend(before, members.key[i])) {
        findings_.add(members, i, "key", "the key does not stand behind that of the member before"_m,
                      "a roster that is read piece by piece is ordered by key, so that no member stands twice"_m,
                      "Order the rows by key"_m);
        break;
      }
      before = members.key[i];
    }
    findings_.stop_if_any();
    last_ = before;
  }

  std::filesystem::path path_;
  RosterFindings findings_;
  RawRoster opened_;
  RosterChecking checking_{findings_};
  std::size_t read_ = 0;
  MemberKey last_;
};

std::size_t members_in(const std::filesystem::path& path) { return RosterFile(path).size(); }

RosterFile::RosterFile(const std::filesystem::path& path) : reading_(std::make_unique<Reading>(path)) {}
RosterFile::~RosterFile() = default;
const Roster& RosterFile::head() const { return reading_->head(); }
std::size_t RosterFile::size() const { return reading_->length(); }
Roster RosterFile::rows(std::size_t begin, std::size_t end) { return reading_->rows(begin, end); }

}  // namespace disburse
