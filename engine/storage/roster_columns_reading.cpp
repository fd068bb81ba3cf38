#include "engine/storage/roster_columns_reading.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <system_error>

#include "engine/confined/confined_reading.hpp"
#include "engine/storage/roster_columns.hpp"
#include "engine/storage/roster_file_check.hpp"
#include "engine/support/hdf5.hpp"

namespace disburse {

using namespace roster_detail;

namespace {

const Message write_again = "Write the roster again with `disburse synthesize`"_m;

/// Reads one file; what is wrong goes to the findings.
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
  std::size_t length() const { return length_; }

  Roster rows(std::size_t begin, std::size_t end) {
    roster_ = head_;
    if (begin == end) return std::move(roster_);
    reader_.select_rows(begin, end);
    read_columns();
    findings_.stop_if_any();
    return std::move(roster_);
  }

 private:
  void check_kind();
  void read_attributes();
  void check_structure();
  void check_length(const RosterColumn& column);
  void read_columns();

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
  std::size_t length_ = 0;
  std::string measured_;  // the column that gave the length
};

void RosterReading::check_kind() {
  if (!reader_.has_attribute("filetype")) {
    findings_.add("filetype", "the attribute is missing"_m, "a roster says that it is one"_m, write_again);
    return;
  }
  const std::string found = reader_.text_attribute("filetype");
  if (found != filetype) {
    findings_.add("filetype", "the file is a \"{}\""_m(found), "wanted is \"{}\""_m(filetype), "Name a roster"_m);
    return;
  }
  const std::vector<std::int64_t> version = reader_.integer_attribute("version");
  if (version.size() != 2) {
    findings_.add("version", "it has {} numbers"_m(version.size()), "wanted are two"_m, write_again);
  } else if (version[0] != format_version[0]) {
    findings_.add("version",
                  "the file has format {}.{}, written by disburse {}"_m(version[0], version[1], writer_of_file()),
                  "this program reads format {} only"_m(format_version[0]),
                  "Read it with disburse {}, or write it again with this program"_m(writer_of_file()));
  }
}

void RosterReading::read_attributes() {
  for (const char* name : {"program_version", "commit", "scenario"}) text(name);
  const std::string seed = text("seed");
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), number);
  if (error != std::errc{} || end != seed.data() + seed.size()) {
    findings_.add("seed", "\"{}\" is no number"_m(seed), "a seed lies between 0 and 2^64 - 1"_m, write_again);
  }
  head_.source = text("source");
  head_.digest = text("digest");
  const bool carried = reader_.has_attribute("carried");
  const std::string as_of = text("as_of");
  if (const auto month = Month::parse(as_of); month && is_plausible(*month)) {
    head_.as_of = *month;
    if (carried) head_.evolves_from = *month + 1;
  } else if (month) {
    findings_.add("as_of", "{} is out of range"_m(as_of), plausible_months, write_again);
  } else {
    findings_.add("as_of", "\"{}\" is no month"_m(as_of), "a month stands as 2023-12"_m, write_again);
  }
}

void RosterReading::check_structure() {
  for (const RosterColumn& column : columns()) {
    if (column.carried && !head_.is_carried()) {
      if (reader_.has(column.name))
        findings_.add(column.name, "the data set stands in a roster that was not carried on"_m,
                      "members on record are alive"_m, write_again);
    } else if (reader_.has(column.name)) {
      attempt([&] { check_length(column); });
    } else {
      findings_.add(column.name, "the data set is missing"_m, "a roster has every column"_m, write_again);
    }
  }
  for (const std::string& path : reader_.data_sets()) {
    if (std::any_of(columns().begin(), columns().end(), [&](const RosterColumn& c) { return path == c.name; }))
      continue;
    std::vector<std::string> names;
    for (const RosterColumn& column : columns()) names.emplace_back(column.name);
    const std::string near = nearest_name(path, names);
    findings_.add(path, "the data set is unknown"_m, "it would be left out silently"_m,
                  near.empty() ? "Remove it"_m : "Did you mean {}?"_m(near));
  }
  if (findings_.empty() && length_ == 0) {
    findings_.add("key", "the roster has no members"_m, "there is nobody to pay"_m, write_again);
  }
}

void RosterReading::check_length(const RosterColumn& column) {
  const std::vector<std::size_t> shape = reader_.shape(column.name);
  if (shape.size() != 1) {
    findings_.add(column.name, "it has two dimensions"_m, "a column has one"_m, write_again);
    return;
  }
  if (measured_.empty()) {
    measured_ = column.name;
    length_ = shape[0];
  }
  if (shape[0] != length_) {
    findings_.add(column.name, "it has {} members"_m(shape[0]), "{} has {}"_m(measured_, length_), write_again);
  }
  const std::string units = reader_.text_attribute("units", column.name);
  if (units != column.units) {
    findings_.add(column.name, "its units are \"{}\""_m(units), "wanted are \"{}\""_m(column.units), write_again);
  }
}

/// The values of a data set in the type of a roster's column.
template <class Stored>
std::vector<Stored> values_of(Hdf5Reader& reader, const char* name) {
  if constexpr (file_type<Stored> == Hdf5Type::int64) {
    return reader.int64_values(name);
  } else if constexpr (file_type<Stored> == Hdf5Type::int32) {
    return reader.int32_values(name);
  } else {
    const std::vector<std::uint8_t> codes = reader.uint8_values(name);
    std::vector<Stored> values(codes.size());
    std::transform(codes.begin(), codes.end(), values.begin(), [](std::uint8_t v) { return static_cast<Stored>(v); });
    return values;
  }
}

/// As the file has them: months stand as 202312 until `convert_months`.
void RosterReading::read_columns() {
  attempt([&] {
    const std::string keys = reader_.fixed_texts("key", key_width);
    roster_.key.resize(keys.size() / key_width);
    std::memcpy(roster_.key.data(), keys.data(), keys.size());
  });
  each_column_of(member_columns<Exact>, [&]<class One>(const One& column) {
    if (column.carried && !head_.is_carried()) return;
    attempt([&] { roster_.*One::values = values_of<typename One::Stored>(reader_, column.name); });
  });
  // Those whom an office has on record are alive.
  if (!head_.is_carried()) roster_.alive.assign(roster_.key.size(), certain);
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

Hdf5Reader opened(const std::filesystem::path& path) {
  if (!std::filesystem::is_regular_file(path))
    throw Hdf5Error(path.string(), "", "the roster cannot be read: it is no regular file"_m, "Name a roster file"_m);
  return Hdf5Reader(path);
}

std::string packed(const RawRoster& raw) {
  Packing packing;
  packing.add(std::uint64_t{raw.length});
  packing.add(raw.members.as_of.index());
  packing.add(raw.members.evolves_from.index());
  packing.add(raw.members.source);
  packing.add(raw.members.digest);
  Roster::each_column([&](const auto& column) { packing.add(column); }, raw.members);
  return packing.take();
}

/// Errors: Unpackable.
RawRoster unpacked(std::string_view packed_roster) {
  Unpacking bytes(packed_roster);
  RawRoster raw;
  raw.length = bytes.number<std::uint64_t>();
  raw.members.as_of = Month::from_index(bytes.number<std::int32_t>());
  raw.members.evolves_from = Month::from_index(bytes.number<std::int32_t>());
  raw.members.source = bytes.text();
  raw.members.digest = bytes.text();
  Roster::each_column(
      [&](auto& column) {
        column = bytes.values<typename std::remove_reference_t<decltype(column)>::value_type>();
        if (column.size() != raw.members.key.size()) throw Unpackable();
      },
      raw.members);
  if (!bytes.empty()) throw Unpackable();
  return raw;
}

}  // namespace

RawRoster read_raw_roster_here(const std::filesystem::path& path, std::string_view image, std::size_t begin,
                               std::size_t end) {
  RosterFindings findings(path.string());
  return with_findings(findings, [&] {
    if (!image.empty() && !image.starts_with("\x89HDF\r\n\x1a\n"))
      throw Hdf5Error(path.string(), "", "it is no HDF5 file"_m,
                      "Make a roster of an office's table first: disburse import TABLE --out roster.h5"_m);
    Hdf5Reader reader = image.empty() ? opened(path) : Hdf5Reader(path.string(), image);
    RosterReading reading(reader, findings);
    reading.open();
    const std::size_t last = std::min(end, reading.length());
    return RawRoster{reading.rows(std::min(begin, last), last), reading.length()};
  });
}

RawRoster read_raw_roster(const std::filesystem::path& path, std::string_view image, std::size_t begin,
                          std::size_t end) {
  constexpr std::size_t bytes_a_member = 128, most_members = std::size_t{1} << 24;
  Confinement limits = confinement_for(std::max(image.size(), std::min(end - begin, most_members) * bytes_a_member));
  limits.opens_files = image.empty();
  const std::string bytes = confined_reading(path.string(), Door::roster, limits,
                                             [&] { return packed(read_raw_roster_here(path, image, begin, end)); });
  try {
    return unpacked(bytes);
  } catch (const Unpackable&) {
    reject_breakdown(path.string(), Door::roster);
  }
}

}  // namespace disburse
