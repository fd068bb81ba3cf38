// Writing and reading the roster file: one data set a column, checked as a whole and then member by member.
#include "engine/roster_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <system_error>

#include "engine/roster_file_check.hpp"
#include "engine/support/files.hpp"
#include "engine/support/hdf5.hpp"

namespace disburse {
namespace {

constexpr const char* filetype = "disburse/roster";
constexpr std::array<std::int64_t, 2> format_version{1, 0};
constexpr std::size_t key_width = sizeof(MemberKey);
constexpr const char* write_again = "Write the roster again with `disburse synthesize`";
static_assert(key_width == 32);

struct Column {
  const char* name;
  const char* units;
  const char* description;
};

/// In this order in the file; the names are those of Roster.
constexpr std::array<Column, 15> columns{{
    {"key", "text", "stable key of the member: a synthetic number or a pseudonym, no name and no identity number"},
    {"scheme", "code", "0 civil_service, 1 enterprise, 2 resident"},
    {"role", "code", "0 pensioner, 1 active, 2 payer, 3 leaver"},
    {"sex", "code", "0 male, 1 female"},
    {"category", "code", "0 ordinary, 1 pre_liberation_worker, 2 state_school_teacher, 3 lixiu"},
    {"hardship", "code", "1 when the government pays the contribution, else 0"},
    {"birth", "YYYYMM", "month of birth"},
    {"joined", "YYYYMM", "month of first work or first contribution; 0 when unknown"},
    {"retired", "YYYYMM", "month of retirement or of reaching the pension age; 0 for those who have not"},
    {"service_months", "months", "service that counts, deemed years included"},
    {"pension", "fen", "basic pension a month at the roster's date, or at award for later retirees"},
    {"account_pension", "fen", "pension a month from the individual account (residents)"},
    {"base", "fen", "contribution base a month (active members)"},
    {"annuity_base", "fen", "base of the annuity batch a month; 0 when the employer is not fully funded"},
    {"grade", "yuan", "contribution grade a year (residents)"},
}};

Hdf5About about(std::string_view name) {
  const auto at = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
  EXPECT(at != columns.end());
  return {at->name, at->units, at->description};
}

template <class Code>
std::span<const std::uint8_t> codes(const std::vector<Code>& column) {
  static_assert(sizeof(Code) == 1);
  return {reinterpret_cast<const std::uint8_t*>(column.data()), column.size()};
}

void add_attributes(Hdf5Writer& writer, const Roster& roster, const std::string& scenario, std::uint64_t seed) {
  writer.attribute("filetype", filetype);
  writer.attribute("version", format_version);
  writer.attribute("scenario", scenario);
  writer.attribute("seed", std::to_string(seed));
  writer.attribute("digest", digest_of(roster));
  writer.attribute("as_of", to_string(roster.as_of));
  writer.attribute("source", roster.source);
}

/// Reads one file; what is wrong goes to the findings, and only a roster without any is handed out.
class Reading {
 public:
  Reading(Hdf5Reader& reader, RosterFindings& findings) : reader_(reader), findings_(findings) {}

  Roster roster() {
    check_kind();
    findings_.stop_if_any();
    read_attributes();
    check_structure();
    findings_.stop_if_any();  // members can be checked only when every column is there
    read_columns();
    findings_.stop_if_any();
    convert_months();
    check_members(roster_, findings_);
    check_digest();
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
  void check_digest();

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
  Roster roster_;
  std::string digest_;
  std::vector<std::int32_t> birth_, joined_, retired_;  // as they stand in the file
  std::size_t length_ = 0;
  const char* measured_ = nullptr;  // the column that gave the length
  bool months_exist_ = true;
};

void Reading::check_kind() {
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

void Reading::read_attributes() {
  for (const char* name : {"program_version", "commit", "scenario"}) text(name);
  const std::string seed = text("seed");
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), number);
  if (error != std::errc{} || end != seed.data() + seed.size()) {
    findings_.add("seed", "\"" + seed + "\" is no number", "a seed lies between 0 and 2^64 - 1", write_again);
  }
  roster_.source = text("source");
  digest_ = text("digest");
  const std::string as_of = text("as_of");
  if (const auto month = Month::parse(as_of); month && is_plausible(*month)) {
    roster_.as_of = *month;
  } else if (month) {
    findings_.add("as_of", as_of + " is out of range", plausible_months, write_again);
  } else {
    findings_.add("as_of", "\"" + as_of + "\" is no month", "a month stands as 2023-12", write_again);
  }
}

void Reading::check_structure() {
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

void Reading::check_length(const Column& column) {
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

void Reading::read_columns() {
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

void Reading::convert_months() {
  const bool birth = months_from_file(roster_, birth_, "birth", true, roster_.birth, findings_);
  const bool joined = months_from_file(roster_, joined_, "joined", false, roster_.joined, findings_);
  const bool retired = months_from_file(roster_, retired_, "retired", false, roster_.retired, findings_);
  months_exist_ = birth && joined && retired;
}

void Reading::check_digest() {
  if (!months_exist_) return;  // the digest is of months, and one is none
  roster_.digest = digest_of(roster_);
  if (roster_.digest != digest_) {
    findings_.add("digest", "the columns have the digest " + roster_.digest + ", the file names " + digest_,
                  "the file was changed after it was written", write_again);
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

std::string roster_image(const Roster& roster, const std::string& scenario, std::uint64_t seed,
                         std::string_view version, std::string_view commit) {
  EXPECT(!roster.as_of.is_none());
  Hdf5Writer writer;
  add_attributes(writer, roster, scenario, seed);
  writer.attribute("program_version", version);
  writer.attribute("commit", commit);
  writer.add_fixed(about("key"), {reinterpret_cast<const char*>(roster.key.data()), roster.size() * key_width},
                   key_width);
  writer.add(about("scheme"), codes(roster.scheme));
  writer.add(about("role"), codes(roster.role));
  writer.add(about("sex"), codes(roster.sex));
  writer.add(about("category"), codes(roster.category));
  writer.add(about("hardship"), codes(roster.hardship));
  writer.add(about("birth"), months_to_file(roster.birth));
  writer.add(about("joined"), months_to_file(roster.joined));
  writer.add(about("retired"), months_to_file(roster.retired));
  writer.add(about("service_months"), roster.service_months);
  writer.add(about("pension"), roster.pension);
  writer.add(about("account_pension"), roster.account_pension);
  writer.add(about("base"), roster.base);
  writer.add(about("annuity_base"), roster.annuity_base);
  writer.add(about("grade"), roster.grade);
  return writer.image();
}

Roster read_roster(const std::filesystem::path& path) {
  RosterFindings findings(path.string());
  const std::string bytes = bytes_of(path, findings);
  try {
    Hdf5Reader reader(path.string(), bytes);
    return Reading(reader, findings).roster();
  } catch (const Hdf5Error& error) {
    findings.add(error.data_set(), error.problem(), "", error.remedy());
    findings.stop_if_any();
    throw;  // not reached: something was found
  }
}

}  // namespace disburse
