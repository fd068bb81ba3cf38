// Reading the roster file: one data set a column, checked as a whole and then member by member.
#include "engine/roster_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <system_error>

#include "engine/roster_columns.hpp"
#include "engine/roster_file_check.hpp"
#include "engine/support/files.hpp"
#include "engine/support/hdf5.hpp"

namespace disburse {

using namespace roster_detail;

namespace {

constexpr const char* write_again = "Write the roster again with `disburse synthesize`";

/// Reads one file; what is wrong goes to the findings, and only members without any are handed out.
class RosterReading {
 public:
  RosterReading(Hdf5Reader& reader, RosterFindings& findings) : reader_(reader), findings_(findings) {}

  /// What stands before the members, checked.
  void open() {
    check_kind();
    findings_.stop_if_any();
    read_attributes();
    check_structure();
    findings_.stop_if_any();  // members can be checked only when every column is there
  }
  const Roster& head() const { return head_; }
  std::size_t length() const { return length_; }

  /// Members [begin, end). Whoever reads all in their order has the digest checked with the last.
  Roster rows(std::size_t begin, std::size_t end, bool with_digest) {
    reader_.select_rows(begin, end);
    roster_ = head_;
    read_columns();
    findings_.stop_if_any();
    convert_months();
    check_members(roster_, findings_, begin);
    if (with_digest) check_digest(end);
    findings_.stop_if_any();
    return std::move(roster_);
  }

 private:
  void check_kind();
  void read_attributes();
  void check_structure();
  void check_length(const Column& column);
  void read_columns();
  void convert_months();
  void check_digest(std::size_t end);

  /// Runs one step; its failure is one finding, and the others still have their turn.
  template <class Step>
  void attempt(Step step) {
    try {
      step();
    } catch (const Hdf5Error& error) {
      findings_.add(error.data_set(), error.problem(), "", error.remedy());
    }
  }
  std::string writer_of_file() {
    return reader_.has_attribute("program_version") ? reader_.text_attribute("program_version") : "unknown";
  }
  std::string text(const char* attribute) {
    std::string value;
    attempt([&] { value = reader_.text_attribute(attribute); });
    return value;
  }

  Hdf5Reader& reader_;
  RosterFindings& findings_;
  Roster head_, roster_;
  RosterDigest digest_;
  std::vector<std::int32_t> birth_, joined_, retired_;  // as they stand in the file
  std::size_t length_ = 0;
  const char* measured_ = nullptr;  // the column that gave the length
  bool months_exist_ = true;
};

void RosterReading::check_kind() {
  if (!reader_.has_attribute("filetype")) {
    findings_.add("filetype", "the attribute is missing", "a roster says that it is one", write_again);
    return;
  }
  const std::string found = reader_.text_attribute("filetype");
  if (found != filetype) {
    findings_.add("filetype", "the file is a \"" + found + "\"", std::string("wanted is \"") + filetype + "\"",
                  "Name a roster");
    return;
  }
  const std::vector<std::int64_t> version = reader_.integer_attribute("version");
  if (version.size() != 2) {
    findings_.add("version", "it has " + std::to_string(version.size()) + " numbers", "wanted are two", write_again);
  } else if (version[0] != format_version[0]) {
    findings_.add("version",
                  "the file has format " + std::to_string(version[0]) + "." + std::to_string(version[1]) +
                      ", written by disburse " + writer_of_file(),
                  "this program reads format " + std::to_string(format_version[0]) + " only",
                  "Read it with disburse " + writer_of_file() + ", or write it again with this program");
  }
}

void RosterReading::read_attributes() {
  for (const char* name : {"program_version", "commit", "scenario"}) text(name);
  const std::string seed = text("seed");
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), number);
  if (error != std::errc{} || end != seed.data() + seed.size()) {
    findings_.add("seed", "\"" + seed + "\" is no number", "a seed lies between 0 and 2^64 - 1", write_again);
  }
  head_.source = text("source");
  head_.digest = text("digest");
  const std::string as_of = text("as_of");
  if (const auto month = Month::parse(as_of); month && is_plausible(*month)) {
    head_.as_of = *month;
  } else if (month) {
    findings_.add("as_of", as_of + " is out of range", plausible_months, write_again);
  } else {
    findings_.add("as_of", "\"" + as_of + "\" is no month", "a month stands as 2023-12", write_again);
  }
}

void RosterReading::check_structure() {
  for (const Column& column : columns) {
    if (reader_.has(column.name)) {
      attempt([&] { check_length(column); });
    } else {
      findings_.add(column.name, "the data set is missing", "a roster has every column", write_again);
    }
  }
  for (const std::string& path : reader_.data_sets()) {
    if (std::any_of(columns.begin(), columns.end(), [&](const Column& c) { return path == c.name; })) continue;
    std::vector<std::string> names;
    for (const Column& column : columns) names.emplace_back(column.name);
    const std::string near = nearest_name(path, names);
    findings_.add(path, "the data set is unknown", "it would be left out silently",
                  near.empty() ? "Remove it" : "Did you mean " + near + "?");
  }
  if (findings_.empty() && length_ == 0) {
    findings_.add("key", "the roster has no members", "there is nobody to pay", write_again);
  }
}

void RosterReading::check_length(const Column& column) {
  const std::vector<std::size_t> shape = reader_.shape(column.name);
  if (shape.size() != 1) {
    findings_.add(column.name, "it has two dimensions", "a column has one", write_again);
    return;
  }
  if (measured_ == nullptr) {
    measured_ = column.name;
    length_ = shape[0];
  }
  if (shape[0] != length_) {
    findings_.add(column.name, "it has " + std::to_string(shape[0]) + " members",
                  std::string(measured_) + " has " + std::to_string(length_), write_again);
  }
  const std::string units = reader_.text_attribute("units", column.name);
  if (units != column.units) {
    findings_.add(column.name, "its units are \"" + units + "\"", std::string("wanted are \"") + column.units + "\"",
                  write_again);
  }
}

template <class Code>
void take_codes(std::vector<Code>& column, const std::vector<std::uint8_t>& values) {
  column.resize(values.size());
  std::transform(values.begin(), values.end(), column.begin(), [](std::uint8_t v) { return static_cast<Code>(v); });
}

void RosterReading::read_columns() {
  attempt([&] {
    const std::string keys = reader_.fixed_texts("key", key_width);
    roster_.key.resize(keys.size() / key_width);
    std::memcpy(roster_.key.data(), keys.data(), keys.size());
  });
  attempt([&] { take_codes(roster_.scheme, reader_.uint8_values("scheme")); });
  attempt([&] { take_codes(roster_.role, reader_.uint8_values("role")); });
  attempt([&] { take_codes(roster_.sex, reader_.uint8_values("sex")); });
  attempt([&] { take_codes(roster_.category, reader_.uint8_values("category")); });
  attempt([&] { roster_.hardship = reader_.uint8_values("hardship"); });
  attempt([&] { birth_ = reader_.int32_values("birth"); });
  attempt([&] { joined_ = reader_.int32_values("joined"); });
  attempt([&] { retired_ = reader_.int32_values("retired"); });
  attempt([&] { roster_.service_months = reader_.int32_values("service_months"); });
  attempt([&] { roster_.pension = reader_.int64_values("pension"); });
  attempt([&] { roster_.account_pension = reader_.int64_values("account_pension"); });
  attempt([&] { roster_.base = reader_.int64_values("base"); });
  attempt([&] { roster_.annuity_base = reader_.int64_values("annuity_base"); });
  attempt([&] { roster_.grade = reader_.int32_values("grade"); });
}

void RosterReading::convert_months() {
  const bool birth = months_from_file(roster_, birth_, "birth", true, roster_.birth, findings_);
  const bool joined = months_from_file(roster_, joined_, "joined", false, roster_.joined, findings_);
  const bool retired = months_from_file(roster_, retired_, "retired", false, roster_.retired, findings_);
  months_exist_ = birth && joined && retired;
}

void RosterReading::check_digest(std::size_t end) {
  if (!months_exist_) return;  // the digest is of months, and one is none
  digest_.add(roster_);
  if (end != length_) return;
  const std::string found = digest_.hex(head_.as_of);
  if (found != head_.digest) {
    findings_.add("digest", "the columns have the digest " + found + ", the file names " + head_.digest,
                  "the file was changed after it was written", write_again);
  }
}

/// Runs a step of reading; what HDF5 says against it is a finding.
template <class Step>
auto with_findings(RosterFindings& findings, Step step) {
  try {
    return step();
  } catch (const Hdf5Error& error) {
    findings.add(error.data_set(), error.problem(), "", error.remedy());
    findings.stop_if_any();
    throw;  // not reached: something was found
  }
}

std::string bytes_of(const std::filesystem::path& path, RosterFindings& findings) {
  try {
    return read_file(path, Hdf5Reader::default_limit);
  } catch (const std::runtime_error& error) {  // a missing file, a folder, a file too large
    findings.add("", std::string("the roster cannot be read: ") + error.what(), "", "Name a roster file");
  }
  findings.stop_if_any();
  return {};
}

}  // namespace

Roster read_roster(const std::filesystem::path& path) {
  RosterFindings findings(path.string());
  const std::string bytes = bytes_of(path, findings);
  return with_findings(findings, [&] {
    Hdf5Reader reader(path.string(), bytes);
    RosterReading reading(reader, findings);
    reading.open();
    return reading.rows(0, reading.length(), true);
  });
}

/// An open file.
class RosterFile::Reading {
 public:
  explicit Reading(const std::filesystem::path& path) : findings_(path.string()), reader_(opened(path)) {
    with_findings(findings_, [&] { reading_.open(); });
  }

  Roster rows(std::size_t begin, std::size_t end) {
    const bool first_time = begin == read_;
    Roster members = with_findings(findings_, [&] { return reading_.rows(begin, end, first_time); });
    if (first_time) {
      check_order(members);
      read_ = end;
    }
    return members;
  }

  const RosterReading& reading() const { return reading_; }

 private:
  Hdf5Reader opened(const std::filesystem::path& path) {
    return with_findings(findings_, [&] {
      if (!std::filesystem::is_regular_file(path))
        throw Hdf5Error(path.string(), "", "the roster cannot be read: it is no regular file", "Name a roster file");
      return Hdf5Reader(path);
    });
  }

  /// Keys that ascend from piece to piece stand once.
  void check_order(const Roster& members) {
    const auto ascend = [](const MemberKey& a, const MemberKey& b) {
      return std::memcmp(a.text.data(), b.text.data(), sizeof a.text) < 0;
    };
    MemberKey before = last_;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (!ascend(before, members.key[i])) {
        findings_.add(members, i, "key", "the key does not stand behind that of the member before",
                      "a roster that is read piece by piece is ordered by key, so that no member stands twice",
                      "Order the rows by key");
        break;
      }
      before = members.key[i];
    }
    findings_.stop_if_any();
    last_ = before;
  }

  RosterFindings findings_;
  Hdf5Reader reader_;
  RosterReading reading_{reader_, findings_};
  std::size_t read_ = 0;
  MemberKey last_;
};

std::size_t members_in(const std::filesystem::path& path) { return RosterFile(path).size(); }

RosterFile::RosterFile(const std::filesystem::path& path) : reading_(std::make_unique<Reading>(path)) {}
RosterFile::~RosterFile() = default;
const Roster& RosterFile::head() const { return reading_->reading().head(); }
std::size_t RosterFile::size() const { return reading_->reading().length(); }
Roster RosterFile::rows(std::size_t begin, std::size_t end) { return reading_->rows(begin, end); }

}  // namespace disburse
