#include "scenarios/office/privacy_scan.hpp"

#include <algorithm>
#include <cctype>

#include "engine/support/files.hpp"
#include "engine/support/zip_reader.hpp"
#include "scenarios/office/identity.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = std::size_t{4} << 30;
constexpr std::size_t full = 18;
constexpr const char* test_area = "999999";

bool letter_or_digit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool digit(char c) { return c >= '0' && c <= '9'; }

class Scanner {
 public:
  Scanner(PrivacyScan& scan, bool allow_test_area) : scan_(scan), allow_test_area_(allow_test_area) {}

  void text(const std::string& name, const std::string& bytes) {
    const bool binary = bytes.substr(0, 4096).find('\0') != std::string::npos;
    std::size_t line = 1;
    for (std::size_t at = 0; at < bytes.size();) {
      if (bytes[at] == '\n') ++line;
      const bool begins = digit(bytes[at]) && (at == 0 || !(letter_or_digit(bytes[at - 1]) || bytes[at - 1] == '.'));
      if (!begins) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < bytes.size() && letter_or_digit(bytes[end])) ++end;
      if (end - at == full) number(name, binary ? 0 : line, bytes.substr(at, full));
      at = end;
    }
  }

 private:
  void number(const std::string& name, std::size_t line, const std::string& candidate) {
    const ReadIdentity read = read_identity(candidate);
    const bool person =
        read.fault == IdentityFault::none && read.identity.birth.year >= 1850 && read.identity.birth.year <= 2100;
    if (!person || (allow_test_area_ && candidate.starts_with(test_area))) return;
    scan_.hits.push_back({name, line});
  }

  PrivacyScan& scan_;
  bool allow_test_area_;
};

void scan_archive(const std::string& name, const std::string& bytes, Scanner& scanner) {
  try {
    ZipReader archive(bytes);
    for (const std::string& part : archive.names()) {
      if (const auto content = archive.part(part)) scanner.text(name + "[" + part + "]", *content);
    }
  } catch (const ArchiveDamaged&) {
    scanner.text(name, bytes);  // no archive after all
  }
}

}  // namespace

PrivacyScan scan_for_identities(const std::filesystem::path& folder, bool allow_test_area) {
  PrivacyScan scan;
  Scanner scanner(scan, allow_test_area);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    ++scan.files;
    const std::string name = std::filesystem::relative(file, folder).string();
    const std::string bytes = read_file(file, largest_file);
    if (bytes.starts_with("PK\x03\x04")) {
      scan_archive(name, bytes, scanner);
    } else {
      scanner.text(name, bytes);
    }
  }
  return scan;
}

}  // namespace disburse
